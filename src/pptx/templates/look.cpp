#include "pptx/templates/look.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/code_parts.hpp"
#include "style/contrast.hpp"

namespace triptych::pptx::templates {
namespace {

using namespace literals;
using style::Role;

/// Families that we don't have are measured as the own one with so much added to each letter, in
/// thousandths of the size: their text is taken to be about 15 per cent wider. Most office families
/// (Calibri, Arial, Aptos, Segoe UI, Georgia) are narrower than that.
constexpr int unknown_tracking = 70;
/// Their natural line height, in per cent of the size: no common family but few asks for more.
constexpr int unknown_line = 125;
constexpr double legible = 4.5;     // contrast of text on its ground (WCAG 2.1, 1.4.3)
constexpr double noticeable = 3.0;  // of rules (WCAG 2.1, 1.4.11)
constexpr int picture_share = 55;   // per cent of a layout that its author names
constexpr Length largest_code = 204_pt;

bool is_same_family(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

/// Sizes and spaces as the template has them.
class Text {
public:
    explicit Text(const typeset::Resources& own) : own_(own) {}

    style::TextStyle style_of(const TextLook& look, Colour ink) const {
        style::TextStyle style;
        const auto family = find(look.family);
        style.family = family.value_or(style::FamilyRole::head);
        style.weight = look.bold ? 700 : 400;
        style.italic = look.italic;
        style.upper_case = look.capitals;
        style.size = look.size;
        style.tracking = look.tracking;
        if (!family) style.tracking += look.size.scaled(unknown_tracking, 1000);
        style.colour = ink;
        style.leading = look.exact_line.units > 0
                            ? std::max(look.exact_line, look.size / 2)
                            : natural_line(style, family.has_value()).scaled(look.line, 100);
        return style;
    }
    /// Running text also stands in boxes that have the font's own line spacing.
    style::TextStyle body_of(const TextLook& look, Colour ink) const {
        TextLook airy = look;
        airy.line = std::max(100, look.line);
        return style_of(airy, ink);
    }

private:
    std::optional<style::FamilyRole> find(const std::string& name) const {
        const auto& families = own_.sheet.fonts.families;
        for (const auto role : {style::FamilyRole::head, style::FamilyRole::text})
            if (is_same_family(families[static_cast<std::size_t>(role)].name, name)) return role;
        return std::nullopt;
    }
    Length natural_line(const style::TextStyle& style, bool known) const {
        if (!known) return style.size.scaled(unknown_line, 100);
        const auto& name = own_.sheet.fonts.families[static_cast<std::size_t>(style.family)].name;
        const auto& metrics = own_.fonts.metrics(own_.fonts.find(name, style.weight, style.italic));
        return style.size.scaled(metrics.ascender - metrics.descender,
                                 std::max(1, metrics.units_per_em));
    }

    const typeset::Resources& own_;
};

/// The colours of blocks that have a ground of their own.
struct Colours {
    Colour ink, rule, ground, accent, link;
    std::array<Colour, 4> kinds;  ///< rules of callouts: info, success, warning, danger
};

/// How far a colour is from pure green, amber or red; large for greys.
int distance(Colour colour, Colour wanted) {
    const auto off = [](int a, int b) { return (a - b) * (a - b); };
    return off(colour.red, wanted.red) + off(colour.green, wanted.green) +
           off(colour.blue, wanted.blue);
}

/// Makes colours and remembers what the theme calls them.
class Painter {
public:
    Painter(const Theme& theme, pptx::Palette& palette) : theme_(theme), palette_(palette) {}

    Colours paint(const std::optional<pptx::ThemeColour>& ink, const style::Medium& own) {
        Colours colours;
        colours.ink = ink ? remember(*ink) : remember("tx1");
        const bool light = style::luminance(theme_.colour("bg1")) > 0.5;
        colours.ground = ground_for(colours.ink, light);
        colours.rule = light ? remember("bg1", 75, 0) : remember("bg1", 65, 35);
        colours.accent = accent_near(theme_.colour("accent1"));
        for (std::size_t i = 0; i < colours.kinds.size(); ++i)
            colours.kinds[i] = i == 0 ? colours.accent : accent_near(own.callouts[i].rule);
        colours.link = remember("hlink");
        return colours;
    }

private:
    Colour remember(pptx::ThemeColour colour) {
        if (!colour.name.empty()) palette_.push_back(colour);
        return colour.colour;
    }
    Colour remember(std::string_view name, int lum_mod = 100, int lum_off = 0) {
        return remember(with_luminance(theme_, name, lum_mod, lum_off));
    }
    /// A ground that text in `ink` can be read on: a tone of the slide's own, where it can.
    Colour ground_for(Colour ink, bool light) {
        const std::array<pptx::ThemeColour, 6> tones = {
            with_luminance(theme_, "bg1", light ? 95 : 85, light ? 0 : 15),
            with_luminance(theme_, "bg1", 100, 0),
            with_luminance(theme_, "bg2", 100, 0),
            with_luminance(theme_, "tx2", 100, 0),
            with_luminance(theme_, "accent1", 50, 0),
            with_luminance(theme_, "tx1", 100, 0)};
        const auto* const legible_tone =
            std::find_if(tones.begin(), tones.end(), [&](const pptx::ThemeColour& tone) {
                return style::contrast(tone.colour, ink) >= legible;
            });
        return remember(legible_tone == tones.end() ? tones.front() : *legible_tone);
    }
    /// The accent that is most like `wanted` of those that are seen on the ground.
    Colour accent_near(Colour wanted) {
        std::string best = "tx1";
        const Colour ground = theme_.colour("bg1");
        for (const char* name :
             {"accent1", "accent2", "accent3", "accent4", "accent5", "accent6"}) {
            const Colour accent = theme_.colour(name);
            if (style::contrast(accent, ground) < noticeable) continue;
            if (best == "tx1" || distance(accent, wanted) < distance(theme_.colour(best), wanted))
                best = name;
        }
        return remember(best);
    }

    const Theme& theme_;
    pptx::Palette& palette_;
};

/// Which of the colours a part of code has: that of the callouts alike, or none for comments.
std::optional<Colour> colour_of(CodePart part, const Colours& colours) {
    switch (part) {
        case CodePart::comment:
            return std::nullopt;
        case CodePart::string:
        case CodePart::inserted:
            return colours.kinds[1];
        case CodePart::number:
            return colours.kinds[2];
        case CodePart::deleted:
            return colours.kinds[3];
        case CodePart::keyword:
        case CodePart::type:
        case CodePart::name:
        case CodePart::tag:
        case CodePart::key:
            break;
    }
    return colours.accent;
}

/// Parts of code keep their weight and slant, and have a colour where it can be read.
void dress_code(style::Medium& medium, const Colours& colours) {
    for (const CodePart part : code_parts) {
        auto& style = medium.syntax[static_cast<std::size_t>(part)];
        style.colour = colour_of(part, colours);
        if (style.colour && style::contrast(*style.colour, colours.ground) < legible)
            style.colour.reset();
    }
}

/// Callouts, code, tables and all that stands in text: in the template's colours and family.
void dress_blocks(style::Slides& look, const style::TextStyle& body, const Colours& colours) {
    const Length usual = look.medium[Role::body].text.size;
    for (auto& style : look.medium.styles) {
        auto& text = style.text;
        const bool own_letters = text.family == style::FamilyRole::mono;
        const Length before = text.size;
        text.colour = colours.ink;
        if (body.size < usual)
            text.size = std::max(std::min(before, look.smallest_code),
                                 before.scaled(body.size.units, usual.units));
        text.leading = text.leading.scaled(text.size.units, before.units);
        if (!own_letters) {
            text.family = body.family;
            text.tracking = body.tracking.scaled(text.size.units, body.size.units);
            text.leading =
                std::max(text.leading, body.leading.scaled(text.size.units, body.size.units));
        }
        if (style.box.ground) style.box.ground = colours.ground;
        if (style.box.rule) style.box.rule = colours.accent;
        if (style.box.border) style.box.border = colours.rule;
    }
    for (std::size_t i = 0; i < colours.kinds.size(); ++i)
        look.medium.callouts[i] = {colours.ground, colours.kinds[i], colours.ink};
    dress_code(look.medium, colours);
    look.medium.link = colours.link;
    look.medium.rule = colours.rule;
    if (look.medium.picture_frame) look.medium.picture_frame = colours.rule;
    look.ink = look.quiet = colours.ink;
    look.accent = colours.accent;
    look.ground = colours.ground;
}

void set_style(style::Slides& look, Role role, const style::TextStyle& text) {
    look.medium.styles[static_cast<std::size_t>(role)].text = text;
}
void set_spaces(style::Slides& look, Role role, Length between) {
    auto& style = look.medium.styles[static_cast<std::size_t>(role)];
    style.space_before = style.space_after = between;
}

/// Makes the sheet of each kind of slides out of one that has the blocks dressed already.
class Tailor {
public:
    Tailor(Template& made, const Text& text, const Colours& colours)
        : made_(made), text_(text), colours_(colours) {}

    style::Sheet content(style::Sheet sheet, const Stand& stand) const {
        auto& look = sheet.slides;
        set_title(look, stand, Role::slide_title);
        look.title = title(stand).text_box();
        look.numeral.at.x = look.title.at.x;
        look.body = stand.area;
        look.links = {{look.body.at.x, bottom(look.body)}, {look.body.size.width, {}}};
        look.margin_left = look.body.at.x;
        look.margin_right = look.size.width - right(look.body);
        set_foot(look, stand);
        const auto& beside = made_.choice.picture;
        if (stand.layout != made_.choice.content.layout) {
            look.picture_width = look.body.size.width.scaled(picture_share, 100);
        } else if (beside) {
            const Rect picture = placeholder(*beside, *beside->object).text_box();
            look.picture_width = right(look.body) - picture.at.x;
            look.picture_gap = picture.at.x - right(beside->area);
        }
        return sheet;
    }
    style::Sheet cover(style::Sheet sheet, const Stand& stand) const {
        auto& look = sheet.slides;
        set_title(look, stand, Role::cover_title);
        set_subtitle(look, stand);
        look.cover_title = title(stand).text_box();
        look.cover_subtitle = stand.area;
        look.cover_meta = {{stand.area.at.x, bottom(stand.area) + 12_pt}, {}};
        look.cover_kicker = {look.cover_title.at, {look.cover_title.size.width, {}}};
        set_foot(look, stand);
        return sheet;
    }
    /// A content slide with the code at the right of its text.
    style::Sheet closing(style::Sheet sheet) const {
        sheet = cover(std::move(sheet), made_.choice.content);
        auto& look = sheet.slides;
        const Rect& area = made_.choice.content.area;
        const Length side =
            std::min({largest_code, area.size.height, area.size.width / std::int64_t{3}});
        look.cover_code = {{right(area) - side, area.at.y}, {side, side}};
        return sheet;
    }

private:
    const Placeholder& placeholder(const Stand& stand, std::size_t index) const {
        return made_.layouts[stand.layout].placeholders[index];
    }
    const Placeholder& title(const Stand& stand) const { return placeholder(stand, stand.title); }
    void set_title(style::Slides& look, const Stand& stand, Role role) const {
        set_style(look, role, text_.style_of(title(stand).text, colours_.ink));
    }
    void set_subtitle(style::Slides& look, const Stand& stand) const {
        if (stand.text)
            set_style(look, Role::cover_subtitle,
                      text_.style_of(placeholder(stand, *stand.text).text, colours_.ink));
        else
            set_style(look, Role::cover_subtitle, look.medium[Role::body].text);
    }
    void set_foot(style::Slides& look, const Stand& stand) const {
        look.footer = look.page_number = {};
        if (stand.footer) {
            const auto& footer = placeholder(stand, *stand.footer);
            look.footer = footer.text_box();
            set_style(look, Role::slide_footer, text_.style_of(footer.text, colours_.ink));
        }
        if (stand.number) look.page_number = placeholder(stand, *stand.number).text_box();
    }

    Template& made_;
    const Text& text_;
    const Colours& colours_;
};

TextLook body_look(const Template& made, const style::Slides& own) {
    const Stand& stand = made.choice.content;
    if (stand.text) return made.layouts[stand.layout].placeholders[*stand.text].text;
    TextLook look;
    look.size = own.medium[Role::body].text.size;
    look.family = made.layouts[stand.layout].placeholders[stand.title].text.family;
    look.before = own.medium[Role::list].space_before;
    look.indent = own.medium.list_indent;
    return look;
}

}  // namespace

void dress(Template& made, const Theme& theme, const typeset::Resources& own) {
    const TextLook body = body_look(made, own.sheet.slides);
    const Text text(own);
    const Colours colours = Painter(theme, made.palette).paint(body.ink, own.sheet.slides.medium);
    style::Sheet sheet = own.sheet;
    auto& look = sheet.slides;
    look.size = made.size;
    look.zones = style::Zones::fixed;
    const auto style = text.body_of(body, colours.ink);
    dress_blocks(look, style, colours);
    for (const Role role : {Role::body, Role::list, Role::lede}) set_style(look, role, style);
    const Length between = std::max(body.before + body.after, body.size / 5);
    for (const Role role : {Role::body, Role::list}) set_spaces(look, role, between);
    if (body.indent.units > 0) look.medium.list_indent = body.indent;
    look.smallest_body = std::min(look.smallest_body, style.size);
    const Tailor tailor(made, text, colours);
    made.sheets.title = tailor.cover(sheet, made.choice.title);
    made.sheets.section = tailor.cover(sheet, made.choice.section);
    made.sheets.closing = tailor.closing(sheet);
    for (const auto& [name, stand] : made.choice.named)
        made.sheets.named.emplace(name, tailor.content(sheet, stand));
    made.sheets.content = tailor.content(std::move(sheet), made.choice.content);
}

}  // namespace triptych::pptx::templates
