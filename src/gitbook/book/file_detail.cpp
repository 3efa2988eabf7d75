#include "gitbook/book/file_detail.hpp"

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

std::string kind_of(std::string_view path) {
    const auto name = name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : upper_ascii(name.substr(dot + 1));
}

}  // namespace

std::string file_detail(std::string_view path, std::size_t bytes, std::string_view language) {
    const std::string kind = kind_of(path);
    const std::string size = file_size(bytes, language);
    return kind.empty() ? size : kind + std::string(list_separator(language)) + size;
}

}  // namespace triptych::gitbook
