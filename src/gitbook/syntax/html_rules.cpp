#include "gitbook/syntax/html_rules.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "base/is_one_of.hpp"

namespace triptych::gitbook {
namespace {

/// What the opening of an element ends of those whose end may be left out, up to `boundaries`;
/// names with a space behind each.
struct ImpliedEnd {
    std::string_view name, ends, boundaries;
};
constexpr ImpliedEnd implied_ends[] = {
    {"li", "li ", "ul ol menu "},
    {"dt", "dt dd ", "dl "},
    {"dd", "dt dd ", "dl "},
    {"td", "td th ", "tr table "},
    {"th", "td th ", "tr table "},
    {"tr", "tr ", "table "},
    {"thead", "thead tbody tfoot caption colgroup ", "table "},
    {"tbody", "thead tbody tfoot caption colgroup ", "table "},
    {"tfoot", "thead tbody tfoot caption colgroup ", "table "},
    {"option", "option ", "select optgroup "},
    {"optgroup", "optgroup ", "select "},
    {"rt", "rt rp rb ", "ruby "},
    {"rp", "rt rp rb ", "ruby "},
    {"rb", "rt rp rb ", "ruby "},
    {"p", "p ",
     "div td th li blockquote details figure section center article aside dd button table form "
     "fieldset main nav "},
};

bool lists(std::string_view names, std::string_view name) {
    for (std::size_t at = names.find(name); at != std::string_view::npos;
         at = names.find(name, at + 1))
        if ((at == 0 || names[at - 1] == ' ') && names[at + name.size()] == ' ') return true;
    return false;
}

}  // namespace

bool must_be_renamed(std::string_view name) {
    return is_one_of(
        name, {"html",    "head",     "body",      "base",     "frame",   "frameset", "noframes",
               "noembed", "noscript", "plaintext", "xmp",      "listing", "template", "applet",
               "marquee", "isindex",  "image",     "textarea", "title",   "object",   "select",
               "option",  "optgroup", "keygen",    "iframe",   "script",  "style"});
}
bool is_table_part(std::string_view name) {
    return is_one_of(name,
                     {"tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup"});
}
bool is_opaque(std::string_view name) { return is_one_of(name, {"script", "style"}); }

Implied implied_by(std::string_view name, std::string_view open) {
    const auto* rule = std::find_if(std::begin(implied_ends), std::end(implied_ends),
                                    [&](const ImpliedEnd& one) { return one.name == name; });
    if (rule == std::end(implied_ends) || lists(rule->boundaries, open)) return Implied::nothing;
    return lists(rule->ends, open) ? Implied::end : Implied::look_on;
}

}  // namespace triptych::gitbook
