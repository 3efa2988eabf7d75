#include "gitbook/book/file_detail.hpp"

#include "base/text.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/site.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

constexpr const char* no_break_space = "\u00A0";

std::string kind_of(std::string_view path) {
    const auto name = name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : upper_ascii(name.substr(dot + 1));
}

/// One decimal below ten kilobytes and above one megabyte, none between.
std::string size_of(std::size_t bytes, bool french) {
    if (bytes < 1000) return std::to_string(bytes) + no_break_space + (french ? "o" : "B");
    const bool large = bytes >= 1'000'000;
    const auto tenths = (bytes + (large ? 50'000 : 50)) / (large ? 100'000 : 100);
    std::string size = std::to_string(tenths / 10);
    if (large || tenths < 100) size += (french ? ',' : '.') + std::to_string(tenths % 10);
    return size + no_break_space + (french ? (large ? "Mo" : "ko") : (large ? "MB" : "kB"));
}

}  // namespace

std::string file_detail(std::string_view path, std::size_t bytes, std::string_view language) {
    const std::string kind = kind_of(path);
    const std::string size = size_of(bytes, same_language(language, "fr"));
    return kind.empty() ? size : kind + ", " + size;
}

}  // namespace triptych::gitbook
