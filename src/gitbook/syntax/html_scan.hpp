#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Where the tags of a piece of HTML begin and end. What they mean is the HTML parser's business;
/// this only says which of them have no partner, since Markdown may stand between two.
namespace triptych::gitbook {

enum class HtmlMark : std::uint8_t { opening, closing, comment };

struct HtmlTagPlace {
    HtmlMark mark{};
    std::string name;  ///< lower case; empty for a comment
    std::size_t begin = 0, end = 0;
};

/// The next tag or comment of `text` from `at` on; moves `at` behind it.
std::optional<HtmlTagPlace> next_html_tag(std::string_view text, std::size_t& at);
/// Elements that never have content: `br`, `img` … (HTML §13.1.2).
bool is_void_element(std::string_view name);
/// Whether `name` is an element of HTML or SVG; other names are an author's placeholders.
bool is_html_element(std::string_view name);

/// Most elements that are open at the same time when ends are taken as written.
std::size_t html_depth(std::string_view html);

}  // namespace triptych::gitbook
