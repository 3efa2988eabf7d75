#include "epub/css.hpp"

#include <fmt/format.h>
#include <array>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/code_parts.hpp"
#include "base/css.hpp"
#include "base/language_tag.hpp"
#include "doc/mark_colours.hpp"
#include "epub/structure_css.hpp"
#include "epub/styles.hpp"
#include "markup/list_css.hpp"
#include "markup/math_css.hpp"
#include "style/contrast.hpp"

namespace triptych::epub {
namespace {

using style::Role;

/// Night modes are seldom lighter than this, and text on them need not be brighter.
constexpr Colour dark_ground{0x24, 0x24, 0x24};
constexpr double dark_contrast = 6;

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
std::string east_asian_lines(std::string_view language, const style::Medium& medium) {
    static constexpr std::array<std::string_view, 3> levels = {"strict", "normal", "loose"};
    const std::string primary = primary_language(language);
    if (primary == "ko") return "body { word-break: keep-all; }\n";
    if (primary != "ja" && primary != "zh" && primary != "yue") return {};
    const bool under = primary != "ja";
    return fmt::format(
        "body {{ line-break: {2};{3} text-align: justify; }}\n"
        "em {{ font-style: normal; -epub-text-emphasis-style: {0}; text-emphasis-style: {0}; "
        "text-emphasis-position: {1} right; }}\n{4}",
        under ? "dot" : "sesame", under ? "under" : "over",
        levels[static_cast<std::size_t>(medium.kinsoku)],
        medium.stops == style::LineEndStops::hanging ? " hanging-punctuation: allow-end;" : "",
        under ? "" : "h1, h2, h3, h4, h5, h6 { word-break: auto-phrase; text-align: start; }\n");
}

/// The fonts of systems whose emoji are in colour, before the embedded one that has none.
constexpr std::string_view colour_emoji =
    ", \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Noto Color Emoji\"";

/// With a comma in front of each.
std::string other_families(const style::Sheet& sheet, std::span<const EmbeddedFont> fonts) {
    std::set<std::string> names, emoji;
    for (const auto& font : fonts) (font.has_emoji ? emoji : names).insert(font.family);
    for (const auto& family : sheet.fonts.families) names.erase(family.name);
    std::string out;
    for (const auto& name : names) out += ", " + css_string(name);
    const bool in_colour = sheet.ebook.medium.emoji == style::Emoji::colour;
    if (in_colour && !emoji.empty()) out += colour_emoji;
    for (const auto& name : emoji) out += ", " + css_string(name);
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

constexpr std::array<std::string_view, 4> callout_kinds = {"info", "success", "warning", "danger"};

/// On a dark ground rule and label tell the kinds apart, as light as they need be.
std::string dark_callouts(const style::Medium& medium) {
    std::string out;
    for (std::size_t i = 0; i < medium.callouts.size(); ++i) {
        const auto light = [](Colour colour) {
            return css(style::readable(colour, dark_ground, dark_contrast));
        };
        out += fmt::format(
            ".callout.{0} {{ border-color: {1}; }}\n.callout.{0} .label {{ color: {2}; }}\n",
            callout_kinds[i], light(medium.callouts[i].rule), light(medium.callouts[i].label));
    }
    return out;
}

std::string colours(const style::Sheet& sheet) {
    const style::Medium& medium = sheet.ebook.medium;
    std::string out = "@media not (prefers-color-scheme: dark) {\n";
    out += fmt::format("h1, h2, h3 {{ color: {}; }}\n", css(medium[Role::title].text.colour));
    out += fmt::format("a {{ color: {}; }}\n", css(medium.link));
    for (std::size_t i = 0; i < medium.callouts.size(); ++i) {
        const auto& callout = medium.callouts[i];
        out += fmt::format(".callout.{} {{ background: {}; color: {}; border-color: {}; }}\n",
                           callout_kinds[i], css(callout.ground),
                           css(medium[Role::callout].text.colour), css(callout.rule));
        out += fmt::format(".callout.{} .label {{ color: {}; }}\n", callout_kinds[i],
                           css(callout.label));
    }
    return out + part_colours(sheet) + code_colours(medium, std::nullopt) + mark_colours() +
           "}\n@media (prefers-color-scheme: dark) {\n" + code_colours(medium, dark_ground) +
           dark_callouts(medium) + "}\n";
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
           math_family(sheet, others) + rules.out + markup::list_digits_css(language) +
           structure_css() + std::string(markup::math_css) + code_types(sheet.ebook.medium) +
           colours(sheet) + east_asian_lines(language, sheet.ebook.medium);
}

}  // namespace triptych::epub
