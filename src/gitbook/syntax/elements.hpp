#pragma once

#include <string>
#include <string_view>

/// Names of elements. What they mean in a book is in the table of `convert/`.
namespace triptych::gitbook {

/// `name` with its ASCII letters in lower case.
std::string lower_ascii(std::string_view name);

std::string upper_ascii(std::string_view name);
/// `name` with a capital at its front, where that is a letter of ASCII.
std::string with_capital(std::string name);

/// Whether `name`, in lower case, is an element of HTML, SVG or MathML; other names may be an
/// author's placeholders.
bool is_known_element(std::string_view name);
/// Elements that never have content: `br`, `img` … (HTML §13.1.2).
bool is_void_element(std::string_view name);
/// Elements whose end tag may be left out, since what follows ends them (HTML §13.1.2.4).
bool may_lack_end(std::string_view name);
/// Elements that hold no Markdown, whatever blank lines stand in them: tables, lists, listings,
/// programs, drawings.
bool holds_only_html(std::string_view name);

}  // namespace triptych::gitbook
