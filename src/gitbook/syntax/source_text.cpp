#include "gitbook/syntax/source_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <unicode/unistr.h>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Longer texts are no pages that anybody wrote with an editor.
constexpr std::size_t longest_converted = 100'000'000;
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

/// `bytes` read by the converter of ICU that is called `name`.
std::string from_encoding(std::string_view bytes, const char* name) {
    const icu::UnicodeString words(bytes.data(), static_cast<std::int32_t>(bytes.size()), name);
    std::string text;
    return words.toUTF8String(text);
}

/// Whether no bytes make a character of UTF-8 beyond ASCII: the text is of another encoding.
bool holds_no_utf8(std::string_view bytes) {
    std::string_view rest = bytes;
    while (const auto invalid = text::first_invalid_utf8(rest)) {
        if (!text::is_ascii(rest.substr(0, *invalid))) return false;
        rest.remove_prefix(*invalid + 1);
    }
    return text::is_ascii(rest);
}

}  // namespace

SourceText source_text(std::string bytes) {
    const bool of_icu = bytes.size() < longest_converted;
    if (of_icu && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")))
        bytes = from_encoding(bytes, "UTF-16");
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    unify_line_ends(bytes);
    if (text::is_ascii(bytes)) return {std::move(bytes)};
    SourceText result;
    const auto invalid = text::first_invalid_utf8(bytes);
    if (invalid && of_icu && holds_no_utf8(bytes)) {
        result.foreign = *invalid;
        bytes = from_encoding(bytes, "windows-1252");
    }
    result.repaired = invalid && !result.foreign;
    if (result.repaired) bytes = text::repair_utf8(bytes);
    result.text = text::nfc(bytes);
    return result;
}

FileId add_source(const std::string& path, SourceText source, Sources& sources,
                  Diagnostics& diagnostics) {
    const std::size_t damage =
        source.repaired ? source.text.find(replacement_character) : std::string::npos;
    const auto foreign = source.foreign;
    const FileId file = sources.add(path, std::move(source.text));
    if (foreign) {
        const auto at = static_cast<std::uint32_t>(*foreign);
        diagnostics.report(Kind::invalid_utf8, {file, at, at + 2},
                           say("the file is not in UTF-8; it is read as Windows-1252"),
                           say("save the file as UTF-8"));
    }
    if (damage != std::string::npos) {
        const auto at = static_cast<std::uint32_t>(damage);
        diagnostics.report(Kind::invalid_utf8, {file, at, at + 3},
                           say("bytes that are not UTF-8 were replaced by U+FFFD"),
                           say("save the file as UTF-8"));
    }
    return file;
}

std::optional<std::string> read_bytes(const Files& files, const std::string& path,
                                      Diagnostics& diagnostics) {
    auto bytes = files.read(path);
    if (bytes) return bytes;
    if (const Obstacle obstacle = files.obstacle(path); obstacle != Obstacle::absent)
        diagnostics.report(Kind::unreadable_source, {},
                           say("'{}' can't be read: {}", path, reason(obstacle)));
    return std::nullopt;
}

std::optional<FileId> add_source(const Files& files, const std::string& path, Sources& sources,
                                 Diagnostics& diagnostics) {
    auto bytes = read_bytes(files, path, diagnostics);
    if (!bytes) return std::nullopt;
    return add_source(path, source_text(std::move(*bytes)), sources, diagnostics);
}

}  // namespace triptych::gitbook
