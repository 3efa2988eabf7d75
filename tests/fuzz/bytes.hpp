#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

/// What the fuzz targets share: the bytes of one input as text, or as a small book.
namespace triptych::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The files of a book written as in the golden cases: `=== input PATH` begins a file. A text
/// without such a line is the book's only page.
inline std::map<std::string, std::string> book_of(std::string_view text) {
    constexpr std::string_view mark = "=== input ";
    std::map<std::string, std::string> files;
    std::size_t at = text.starts_with(mark) ? 0 : text.find("\n=== input ");
    if (at == std::string_view::npos) return {{"README.md", std::string(text)}};
    while (at < text.size()) {
        const std::size_t name = text.find(mark, at) + mark.size();
        const std::size_t body = std::min(text.find('\n', name), text.size());
        const std::size_t end = std::min(text.find("\n=== ", body), text.size());
        files[std::string(text.substr(name, body - name))] =
            text.substr(std::min(body + 1, end), end - std::min(body + 1, end));
        at = text.find("\n=== input ", end);
    }
    return files;
}

/// The first byte as a choice among `count`; the rest of the text stays.
inline std::size_t take_choice(std::string_view& text, std::size_t count) {
    if (text.empty()) return 0;
    const auto chosen = static_cast<unsigned char>(text.front()) % count;
    text.remove_prefix(1);
    return chosen;
}

}  // namespace triptych::fuzz
