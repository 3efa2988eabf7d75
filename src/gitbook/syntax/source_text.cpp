#include "gitbook/syntax/source_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// CR LF and lone CR become LF.
void unify_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        const char c = text[from];
        if (c == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
        text[to++] = c == '\r' ? '\n' : c;
    }
    text.resize(to);
}

}  // namespace

SourceText source_text(std::string bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    unify_line_ends(bytes);
    if (text::is_ascii(bytes)) return {std::move(bytes)};
    SourceText result;
    result.repaired = text::first_invalid_utf8(bytes).has_value();
    if (result.repaired) bytes = text::repair_utf8(bytes);
    result.text = text::nfc(bytes);
    return result;
}

FileId add_source(const std::string& path, SourceText source, Sources& sources,
                  Diagnostics& diagnostics) {
    const std::size_t damage =
        source.repaired ? source.text.find(replacement_character) : std::string::npos;
    const FileId file = sources.add(path, std::move(source.text));
    if (damage != std::string::npos) {
        const auto at = static_cast<std::uint32_t>(damage);
        diagnostics.report(Kind::invalid_utf8, {file, at, at + 3},
                           say("bytes that are not UTF-8 were replaced by U+FFFD"),
                           say("save the file as UTF-8"));
    }
    return file;
}

std::optional<FileId> add_source(const Files& files, const std::string& path, Sources& sources,
                                 Diagnostics& diagnostics) {
    auto bytes = files.read(path);
    if (!bytes) return std::nullopt;
    return add_source(path, source_text(std::move(*bytes)), sources, diagnostics);
}

}  // namespace triptych::gitbook
