#include "epub/css.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/code_parts.hpp"
#include "base/css.hpp"
#include "base/language_tag.hpp"
#include "doc/mark_colours.hpp"
#include "epub/styles.hpp"
#include "markup/math_css.hpp"
#include "style/contrast.hpp"

namespace triptych::epub {
namespace {

using style::Role;

/// Night modes are seldom lighter than this, and text on them need not be brighter.
constexpr Colour dark_ground{0x24, 0x24, 0x24};
constexpr double dark_contrast = 6;

/// Rules that hold for every layout. Colours come after them, inside a media query: with a dark
/// ground the reader's own colours are better than ours.
constexpr std::string_view structure = R"(
html { color-scheme: light dark; }
body { margin: 0 4%; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 {
  break-after: avoid; page-break-after: avoid;
  hyphens: none; -webkit-hyphens: none; text-align: start;
}
p { margin: 0 0 0.6em; hyphens: auto; -webkit-hyphens: auto; orphans: 2; widows: 2; }
.part { padding: 12% 8%; border-radius: 0.3em; min-height: 60vh; }
.part-number { font-size: 6em; line-height: 1; text-align: end; margin: 0 0 0.2em; }
.part-title { margin: 0 0 1em; }
.part-chapters { list-style: none; padding: 0; }
.part-chapters a { text-decoration: none; }
.lead-in, .bold-heading { break-after: avoid; page-break-after: avoid; }
.further { margin: 0.8em 0; }
.numeral { font-variant-numeric: lining-nums; }
ul, ol { padding-inline-start: 1.4em; margin: 0 0 0.8em; }
li { margin-bottom: 0.25em; }
.tasks { list-style: none; padding-inline-start: 0; }
.tasks > li { padding-inline-start: 1.6em; }
.box { display: inline-block; width: 1.6em; margin-inline-start: -1.6em; }
.callout {
  margin: 1em 0; padding: 0.6em 0.9em; border-inline-start: 0.3em solid;
  break-inside: avoid; page-break-inside: avoid;
}
.callout > :last-child, .link-card > :last-child, .cards > li > :last-child,
li > p:last-child, td > :last-child { margin-bottom: 0; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 0.15em solid; }
figure { margin: 1em 0; break-inside: avoid; page-break-inside: avoid; }
figure.code { break-inside: auto; page-break-inside: auto; }
img { max-width: 100%; height: auto; }
figure img { background: #fff; }
img.inline { height: 1em; vertical-align: -0.1em; }
.gallery img { width: 48%; }
.cover { margin: 0; text-align: center; }
.cover img { max-height: 100vh; }
.banner { width: 100%; aspect-ratio: 3; object-fit: cover; }
figcaption, caption { text-align: start; margin-top: 0.4em; }
.code figcaption { margin: 0; break-after: avoid; page-break-after: avoid; }
.table { margin: 1em 0; }
.table[tabindex] { overflow-x: auto; }
.table[tabindex] table { min-width: 36em; }
.table td, .table th { overflow-wrap: break-word; hyphens: auto; -webkit-hyphens: auto; }
table { border-collapse: collapse; width: 100%; }
th, td {
  text-align: start; vertical-align: top; padding: 0.35em 0.5em; margin: 0;
  border-bottom: 1px solid;
}
.centre { text-align: center; }
.right { text-align: end; }
pre {
  white-space: pre-wrap; overflow-wrap: anywhere; hyphens: none; -webkit-hyphens: none;
  padding: 0.6em; border: 1px solid;
}
code, kbd { hyphens: none; -webkit-hyphens: none; overflow-wrap: anywhere; }
pre.drawing { white-space: pre; overflow-x: auto; }
pre .line, pre mark { display: inline-block; min-width: 100%; }
pre .line, pre .hangs { max-width: 100%; box-sizing: border-box; }
pre .hangs { display: inline-block; }
pre code { counter-reset: line; }
.numbered::before {
  counter-increment: line; content: counter(line); display: inline-block; width: 4ch;
  text-indent: 0; opacity: 0.7;
}
kbd { border: 1px solid; border-radius: 0.2em; padding: 0 0.3em; }
pre code { font-size: 1em; }
mark { color: inherit; background: none; text-decoration: underline; }
math[display="block"] { margin: 1em 0; }
.steps { list-style: decimal; }
.cards {
  list-style: none; padding-inline-start: 0; display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr)); gap: 0.8em;
  align-items: start;
}
.cards > li, .link-card, .missing-picture {
  border: 1px solid; border-radius: 0.25em; padding: 0.6em 0.9em; margin: 0 0 0.8em;
  break-inside: avoid; page-break-inside: avoid;
}
.cards > li { margin: 0; }
.cards figure { margin: 0 0 0.5em; }
.cards figure img { width: 100%; height: 8em; object-fit: cover; display: block; }
.columns { display: flex; flex-wrap: wrap; gap: 1em; }
.columns > div { flex: 1 1 14em; }
.tag { border: 1px solid; border-radius: 0.8em; padding: 0 0.5em; }
.notes { margin-top: 2em; border-top: 1px solid; }
.notes aside { padding-inline-start: 2em; }
.note-number { float: inline-start; margin-inline-start: -2em; }
nav ol { list-style: none; padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.4em; margin: 0.2em 0 0.4em; }
nav a { text-decoration: none; }
nav > ol > li { margin-bottom: 0.5em; }
pre, .cards > li, .link-card, .missing-picture, kbd, .tag, th, td, .notes, hr {
  border-color: rgba(128, 128, 128, 0.45);
}
hr { border-style: solid; border-width: 1px 0 0; margin: 1.2em 0; }
@media (prefers-color-scheme: dark) { a { color: #9cc3ff; } }
@media print { a { text-decoration: none; } }
)";

/// Writes lengths of the layout as multiples of the body size or of the text's own.
class Rules {
public:
    /// `others` are families for the scripts that those of the layout do not have.
    Rules(const style::Sheet& sheet, std::string others)
        : sheet_(sheet), others_(std::move(others)), body_(sheet.ebook.medium[Role::body].text) {}

    void add(const StyledElement& element) {
        const auto selector = element.css_class.empty() ? std::string(element.tag)
                                                        : fmt::format(".{}", element.css_class);
        if (element.extent == StyleExtent::letters) return add_letters(selector, element.role);
        const auto& block = sheet_.ebook.medium[element.role];
        const auto& text = block.text;
        out += fmt::format(
            "{} {{ font-family: {}; font-size: {}em; font-weight: {}; "
            "font-style: {}; line-height: {}; margin-top: {}em; "
            "margin-bottom: {}em; }}\n",
            selector, family(text), ratio(text.size, body_.size), text.weight,
            text.italic ? "italic" : "normal", ratio(text.leading, text.size),
            ratio(block.space_before, text.size), ratio(block.space_after, text.size));
    }

    std::string out;

private:
    void add_letters(const std::string& selector, Role role) {
        const auto& text = sheet_.ebook.medium[role].text;
        out += fmt::format("{} {{ font-family: {}; font-size: {}em; }}\n", selector, family(text),
                           ratio(text.size, body_.size));
    }

    static std::string ratio(Length length, Length of) {
        return of.units == 0 ? "1" : fmt::format("{:.3g}", length.in_points() / of.in_points());
    }

    std::string family(const style::TextStyle& text) const {
        const auto& family = sheet_.fonts.families[static_cast<std::size_t>(text.family)];
        const std::string_view generic = text.family == style::FamilyRole::text   ? "serif"
                                         : text.family == style::FamilyRole::head ? "sans-serif"
                                                                                  : "monospace";
        return fmt::format("{}, {}{}, {}", css_string(family.name), css_string(family.substitute),
                           others_, generic);
    }

    const style::Sheet& sheet_;
    std::string others_;
    const style::TextStyle& body_;
};

std::string mark_colours() {
    std::string out;
    for (const auto mark : doc::mark_colours)
        out += fmt::format(".ground-{0} {{ background: {1}; }}\n.text-{0} {{ color: {2}; }}\n",
                           doc::name(mark), css(*doc::ground_colour(mark)),
                           css(*doc::letters_colour(mark)));
    return out;
}

/// On screens narrower than that, each row of a table that says so is a record: what its row is
/// called, then each cell below the head of its column. The roles that are written in such tables
/// keep rows, cells and heads what they are for screen readers.
std::string stacked_tables(std::string_view name, std::string_view narrower_than) {
    constexpr std::string_view rules = R"(@media (max-width: {1}) {{
.{0} table, .{0} tbody, .{0} tr, .{0} td, .{0} th, .{0} caption {{ display: block; width: auto; }}
.{0} colgroup {{ display: none; }}
.{0} thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; }}
.{0} tr {{ padding: 0.5em 0; border-bottom: 1px solid rgba(128, 128, 128, 0.45); }}
.{0} td, .{0} th {{ padding: 0.15em 0; border: 0; text-align: start; }}
.{0} td:first-child, .{0} tbody th {{ font-weight: bold; }}
.{0} td:empty {{ display: none; }}
.{0} td[data-label]::before {{
  content: attr(data-label); margin-inline-end: 0.6em; font-size: 0.85em; opacity: 0.75;
}}
.{0} td[data-label]::before {{ content: attr(data-label) / ""; }}
}}
)";
    return fmt::format(rules, name, narrower_than);
}

/// Second lines of listings are set in from the start of their first.
std::string hanging_lines() {
    std::string out;
    constexpr int width_of_number = 4;
    for (int characters = 2; characters <= 22; characters += 2)
        out += fmt::format(
            ".hang-{0} {{ padding-inline-start: {0}ch; text-indent: -{0}ch; }}\n"
            ".numbered.hang-{0} {{ padding-inline-start: {1}ch; text-indent: -{1}ch; }}\n",
            characters, characters + width_of_number);
    return out;
}

std::string font_faces(std::span<const EmbeddedFont> fonts) {
    std::string out;
    for (const auto& font : fonts)
        out += fmt::format(
            "@font-face {{ font-family: {}; font-weight: {}; font-style: {}; "
            "src: url(fonts/{}); }}\n",
            css_string(font.family), font.weight, font.italic ? "italic" : "normal", font.name);
    return out;
}

/// Lines as the booklet has them; emphasis by dots, since no letters lean.
std::string east_asian_lines(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "ko") return "body { word-break: keep-all; }\n";
    if (primary != "ja" && primary != "zh" && primary != "yue") return {};
    const bool under = primary != "ja";
    return fmt::format(
        "body {{ line-break: strict; text-align: justify; }}\n"
        "em {{ font-style: normal; -epub-text-emphasis-style: {0}; text-emphasis-style: {0}; "
        "text-emphasis-position: {1} right; }}\n",
        under ? "dot" : "sesame", under ? "under" : "over");
}

/// With a comma in front of each.
std::string other_families(const style::Sheet& sheet, std::span<const EmbeddedFont> fonts) {
    std::set<std::string> names;
    for (const auto& font : fonts) names.insert(font.family);
    for (const auto& family : sheet.fonts.families) names.erase(family.name);
    names.erase("");
    std::string out;
    for (const auto& name : names) out += ", " + css_string(name);
    return out;
}

/// Weight and slant say on every ground, and without colours, what the parts of code are.
std::string code_types(const style::Medium& medium) {
    std::string out;
    for (const CodePart part : code_parts) {
        const auto text = medium.code_text(part);
        out += fmt::format("pre .{} {{ font-weight: {}; font-style: {}; }}\n", css_class(part),
                           text.weight, text.italic ? "italic" : "normal");
    }
    return out;
}

/// On the reader's light ground as the layout has them, on a dark one as light as they need be.
std::string code_colours(const style::Medium& medium, std::optional<Colour> ground) {
    std::string out;
    for (const CodePart part : code_parts) {
        const Colour colour = medium.code_text(part).colour;
        out += fmt::format("pre .{} {{ color: {}; }}\n", css_class(part),
                           css(ground ? style::readable(colour, *ground, dark_contrast) : colour));
    }
    return out;
}

/// Part pages are as the booklet's, on the ground of its cover.
std::string part_colours(const style::Sheet& sheet) {
    const auto colour = [&](Role role) { return css(sheet.ebook.medium[role].text.colour); };
    return fmt::format(
        ".part {{ background: {}; color: {}; }}\n.part .part-title {{ color: {}; "
        "}}\n.part-chapters a {{ color: {}; }}\n.part-number {{ color: {}; }}\n",
        css(sheet.booklet.cover_ground), css(sheet.booklet.cover_ink), colour(Role::part_title),
        colour(Role::part_entry), colour(Role::part_number));
}

std::string colours(const style::Sheet& sheet) {
    const style::Medium& medium = sheet.ebook.medium;
    static constexpr std::string_view kinds[] = {"info", "success", "warning", "danger"};
    std::string out = "@media not (prefers-color-scheme: dark) {\n";
    out += fmt::format("h1, h2, h3 {{ color: {}; }}\n", css(medium[Role::title].text.colour));
    out += fmt::format("a {{ color: {}; }}\n", css(medium.link));
    for (std::size_t i = 0; i < medium.callouts.size(); ++i) {
        const auto& callout = medium.callouts[i];
        out += fmt::format(".callout.{} {{ background: {}; color: {}; border-color: {}; }}\n",
                           kinds[i], css(callout.ground), css(medium[Role::callout].text.colour),
                           css(callout.rule));
        out += fmt::format(".callout.{} .label {{ color: {}; }}\n", kinds[i], css(callout.label));
    }
    return out + part_colours(sheet) + code_colours(medium, std::nullopt) + mark_colours() +
           "}\n@media (prefers-color-scheme: dark) {\n" + code_colours(medium, dark_ground) + "}\n";
}

}  // namespace

namespace {

/// Roots and brackets are drawn by the table of this face, which hardly any reader has.
std::string math_family(const style::Sheet& sheet, const std::string& others) {
    const auto& family = sheet.fonts.families[static_cast<std::size_t>(style::FamilyRole::math)];
    if (family.name.empty()) return {};
    return fmt::format("math {{ font-family: {}{}, math; }}\n", css_string(family.name), others);
}

}  // namespace

std::string write_css(const style::Sheet& sheet, std::span<const EmbeddedFont> fonts,
                      std::string_view language) {
    const std::string others = other_families(sheet, fonts);
    Rules rules(sheet, others);
    for (const auto& element : styled_elements()) rules.add(element);
    const auto& body = sheet.ebook.medium[Role::body].text;
    const auto& family = sheet.fonts.families[static_cast<std::size_t>(body.family)];
    return "@charset \"UTF-8\";\n" + font_faces(fonts) +
           fmt::format("body {{ font-family: {}, {}{}, serif; }}\n", css_string(family.name),
                       css_string(family.substitute), others) +
           math_family(sheet, others) + rules.out + std::string(structure) +
           std::string(markup::math_css) + stacked_tables("stacks", "30em") +
           stacked_tables("stacks-early", "48em") + hanging_lines() +
           code_types(sheet.ebook.medium) + colours(sheet) + east_asian_lines(language);
}

}  // namespace triptych::epub
