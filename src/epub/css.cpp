#include "epub/css.hpp"

#include <fmt/format.h>

#include <string_view>

namespace triptych::epub {
namespace {

using style::Role;

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
.lead-in, .bold-heading { break-after: avoid; page-break-after: avoid; }
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
.callout .label { margin-bottom: 0.2em; }
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
figcaption, caption { text-align: start; margin-top: 0.4em; }
.code figcaption { margin: 0; break-after: avoid; page-break-after: avoid; }
.table { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; }
th, td {
  text-align: start; vertical-align: top; padding: 0.35em 0.5em; min-width: 4em;
  border-bottom: 1px solid;
}
th { hyphens: auto; -webkit-hyphens: auto; }
.centre { text-align: center; }
.right { text-align: end; }
pre {
  white-space: pre-wrap; overflow-wrap: anywhere; hyphens: none; -webkit-hyphens: none;
  padding: 0.6em; border: 1px solid;
}
code, kbd { hyphens: none; -webkit-hyphens: none; overflow-wrap: anywhere; }
pre .line, pre mark { display: inline-block; min-width: 100%; }
pre code { counter-reset: line; }
.numbered::before {
  counter-increment: line; content: counter(line); display: inline-block; width: 2em;
  opacity: 0.7;
}
kbd { border: 1px solid; border-radius: 0.2em; padding: 0 0.3em; }
math[display="block"] { margin: 1em 0; overflow-x: auto; }
.steps { list-style: decimal; }
.cards { list-style: none; padding-inline-start: 0; }
.cards > li, .link-card, .missing-picture {
  border: 1px solid; padding: 0.6em 0.9em; margin: 0 0 0.8em;
  break-inside: avoid; page-break-inside: avoid;
}
.cards figure { margin: 0 0 0.5em; }
.columns { display: flex; flex-wrap: wrap; gap: 1em; }
.columns > div { flex: 1 1 14em; }
.tag { border: 1px solid; border-radius: 0.8em; padding: 0 0.5em; }
.notes { margin-top: 2em; border-top: 1px solid; }
.note-number { float: inline-start; margin-inline-end: 0.5em; }
nav ol { list-style: none; }
@media print { a { text-decoration: none; } }
)";

std::string css(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

/// Writes lengths of the layout as multiples of the body size or of the text's own.
class Rules {
public:
    explicit Rules(const style::Sheet& sheet)
        : sheet_(sheet), body_(sheet.ebook.medium[Role::body].text) {}

    void add(std::string_view selector, Role role) {
        const auto& block = sheet_.ebook.medium[role];
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
    static std::string ratio(Length length, Length of) {
        return of.units == 0 ? "1" : fmt::format("{:.3g}", length.in_points() / of.in_points());
    }

    std::string family(const style::TextStyle& text) const {
        const auto& family = sheet_.fonts.families[static_cast<std::size_t>(text.family)];
        const std::string_view generic = text.family == style::FamilyRole::text   ? "serif"
                                         : text.family == style::FamilyRole::head ? "sans-serif"
                                                                                  : "monospace";
        return fmt::format("'{}', '{}', {}", family.name, family.substitute, generic);
    }

    const style::Sheet& sheet_;
    const style::TextStyle& body_;
};

std::string colours(const style::Medium& medium) {
    constexpr std::string_view kinds[] = {"info", "success", "warning", "danger"};
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
    return out + "}\n";
}

}  // namespace

std::string write_css(const style::Sheet& sheet) {
    Rules rules(sheet);
    rules.add("h1", Role::title);
    rules.add("h2", Role::heading2);
    rules.add("h3", Role::heading3);
    rules.add("h4", Role::heading4);
    rules.add("h5", Role::heading5);
    rules.add("h6", Role::heading6);
    rules.add(".lede", Role::lede);
    rules.add("figcaption, caption", Role::caption);
    rules.add("pre", Role::code);
    rules.add(".callout .label", Role::callout_label);
    const auto& body = sheet.ebook.medium[Role::body].text;
    const auto& family = sheet.fonts.families[static_cast<std::size_t>(body.family)];
    return fmt::format("@charset \"UTF-8\";\nbody {{ font-family: '{}', '{}', serif; }}\n",
                       family.name, family.substitute) +
           rules.out + std::string(structure) + colours(sheet.ebook.medium);
}

}  // namespace triptych::epub
