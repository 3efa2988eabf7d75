#include <array>

#include "style/sheet.hpp"

namespace triptych::style {

std::string_view name(Role role) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> names{
        "body",
        "lede",
        "title",
        "heading2",
        "heading3",
        "heading4",
        "heading5",
        "heading6",
        "bold-heading",
        "numeral",
        "list",
        "list-marker",
        "callout",
        "callout-label",
        "quote",
        "code",
        "code-title",
        "inline-code",
        "table-head",
        "table-cell",
        "caption",
        "footnote",
        "link-card",
        "tab-title",
        "step-title",
        "step-number",
        "card-title",
        "details-summary",
        "update-date",
        "missing-picture",
        "running-head",
        "folio",
        "contents-title",
        "contents-part",
        "contents-chapter",
        "contents-section",
        "part-title",
        "cover-title",
        "cover-subtitle",
        "cover-meta",
        "colophon",
        "slide-title",
        "slide-kicker",
        "slide-number",
        "slide-claim",
        "slide-footer",
        "slide-link",
    };
    return names[static_cast<std::size_t>(role)];
}

}  // namespace triptych::style
