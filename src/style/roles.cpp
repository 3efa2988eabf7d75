#include "style/roles.hpp"

#include <array>

namespace triptych::style {
namespace {

struct RoleName {
    std::string_view name, about;
};

// In the order of the enumeration.
constexpr std::array<RoleName, static_cast<std::size_t>(Role::count_)> roles{{
    {"body", "Running text; all other styles inherit from it"},
    {"lede", "First paragraph of a page"},
    {"eyebrow", "Part and number over the title of a chapter"},
    {"title", "Title of a chapter; `rule` is the short rule below it"},
    {"subpage-title", "Title of a page under a chapter"},
    {"heading2", "Heading of the second level"},
    {"heading3", "Heading of the third level"},
    {"heading4", "Heading of the fourth level"},
    {"heading5", "Heading of the fifth level"},
    {"heading6", "Heading of the sixth level"},
    {"bold-heading", "A paragraph of bold type alone, meant as a heading"},
    {"numeral", "Number in front of a heading, set large"},
    {"list", "List items"},
    {"list-marker", "Their signs and numbers"},
    {"callout", "Information, success, warning, danger"},
    {"callout-label", "The word that names the kind of callout"},
    {"further", "Where to go further, as a line behind an arrow"},
    {"quote", "Quotations"},
    {"code", "Blocks of code"},
    {"code-title", "Title of a block of code"},
    {"inline-code", "Code within text"},
    {"table-head", "Heads of tables"},
    {"table-cell", "Cells of tables"},
    {"caption", "Captions of pictures"},
    {"footnote", "Notes"},
    {"link-card", "Links that stand alone: files, videos, pages"},
    {"tab-title", "Title of a tab"},
    {"step-title", "Title of a step"},
    {"step-number", "Its number"},
    {"card-title", "Title of a card"},
    {"details-summary", "Summary of a passage that unfolds on screen"},
    {"update-date", "Date of an entry of a change log"},
    {"missing-picture", "Text in place of a picture that can't be shown"},
    {"running-head", "Running heads"},
    {"folio", "Page numbers"},
    {"contents-title", "Title of the contents"},
    {"contents-part", "Parts in the contents"},
    {"contents-chapter", "Chapters in the contents"},
    {"contents-section", "Sections in the contents"},
    {"contents-page", "Page numbers and leaders in the contents"},
    {"part-number", "Number of a part on a page of its own"},
    {"part-title", "Its title"},
    {"part-entry", "Its chapters"},
    {"cover-title", "Title on the cover"},
    {"cover-subtitle", "Subtitle on the cover"},
    {"cover-meta", "Publisher, version and date on the cover"},
    {"colophon", "Imprint"},
    {"slide-title", "Title of a slide"},
    {"slide-kicker", "Name of the part above it"},
    {"slide-number", "Number of the title, set large"},
    {"slide-claim", "The sentence a slide stands for"},
    {"slide-footer", "Foot of a slide and its number"},
    {"slide-link", "Links at the foot of a slide"},
}};

constexpr std::array<std::string_view, code_parts.size()> about_parts{
    "Words of the language",
    "Types",
    "Functions, commands, variables, selectors",
    "Strings",
    "Numbers, constants, colours",
    "Comments",
    "Tags of markup",
    "Keys of data, attributes, properties, options",
    "Lines that a patch adds",
    "Lines that a patch takes away",
};

const RoleName& entry(Role role) { return roles[static_cast<std::size_t>(role)]; }

}  // namespace

std::string_view name(Role role) { return entry(role).name; }
std::string_view about(Role role) { return entry(role).about; }
std::string_view about(CodePart part) { return about_parts[static_cast<std::size_t>(part)]; }

}  // namespace triptych::style
