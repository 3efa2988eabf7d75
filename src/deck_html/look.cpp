#include "deck_html/look.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/code_parts.hpp"
#include "base/css.hpp"
#include "base/language_tag.hpp"
#include "deck/setting/scale.hpp"
#include "deck/setting/setting.hpp"
#include "deck/setting/zones.hpp"
#include "deck_html/language_css.hpp"
#include "deck_html/paints.hpp"
#include "deck_html/palette.hpp"
#include "markup/math_css.hpp"
#include "style/contrast.hpp"

namespace triptych::deck_html {
namespace {

using style::readable;
using style::Role;

/// Where a style of type is used; a style's size follows that of the slide's body.
struct Use {
    Role role;
    std::string_view selector;
};

/// Later rules win over earlier ones, as inner elements over outer ones.
constexpr std::array uses = {
    Use{Role::body, ".body, .body p"},
    Use{Role::list, ".body :is(ul, ol, li), .body li > p"},
    Use{Role::lede, ".body .lede"},
    Use{Role::bold_heading, ".body .bold-heading"},
    Use{Role::heading2, ".body .look-2"},
    Use{Role::heading3, ".body h3, .body .look-3"},
    Use{Role::heading4, ".body h4, .body .look-4"},
    Use{Role::heading5, ".body h5, .body .look-5"},
    Use{Role::heading6, ".body h6, .body .look-6"},
    Use{Role::callout, ".body .callout, .body .callout :is(p, li)"},
    Use{Role::callout_label, ".body .callout .label"},
    Use{Role::quote, ".body blockquote, .body blockquote :is(p, li)"},
    Use{Role::code, ".body pre, .body .unsupported"},
    Use{Role::code_title, ".body .code figcaption"},
    Use{Role::table_cell, ".body td, .body td :is(p, li), .body .cards > li > :is(p, ul, ol, li)"},
    Use{Role::table_head, ".body th, .body th :is(p, li)"},
    Use{Role::caption, ":is(.body, .full) figure:not(.code) > figcaption, .body caption"},
    Use{Role::link_card, ".body .link-card, .body .link-card p"},
    Use{Role::card_title, ".body .cards .card-title"},
    Use{Role::tab_title, ".body .tabs > section > :is(h3, h4, h5, h6)"},
    Use{Role::step_title, ".body .steps > li > :is(h3, h4, h5, h6)"},
    Use{Role::step_number, ".body .steps > li::before"},
    Use{Role::details_summary, ".body .details > :is(h3, h4, h5, h6)"},
    Use{Role::update_date, ".body .update-date"},
    Use{Role::missing_picture, ".body .missing-picture, .body .missing-picture p"},
};

/// Styles of the frame, whose sizes were measured slide by slide or never change.
constexpr std::array frame_uses = {
    Use{Role::slide_title, ":is(.content, .full) > .sheet > .title"},
    Use{Role::slide_number, ".numeral"},
    Use{Role::slide_kicker, ".kicker"},
    Use{Role::slide_claim, ":is(.content, .full) .claim p"},
    Use{Role::slide_link, ".links p"},
    Use{Role::slide_footer, ".footer, .number"},
    Use{Role::cover_title, ".cover > .sheet > .title"},
    Use{Role::cover_subtitle, ".cover .claim p"},
    Use{Role::body, ".part .claim li"},
    Use{Role::cover_meta, ".meta"},
};

std::string size_name(Role role) { return "s-" + std::string(style::name(role)); }

deck::Slide empty_slide(deck::SlideKind kind) {
    deck::Slide slide;
    slide.kind = kind;
    return slide;
}

class LookWriter {
public:
    LookWriter(const style::Sheet& sheet, const std::string& fallback)
        : sheet_(sheet), look_(sheet.slides), fallback_(fallback), palette_(look_) {}

    std::string write(const deck::Deck& deck) {
        if (is_right_to_left(deck.language)) start_ = "right";
        name_colours();
        add_families();
        for (const auto& use : frame_uses) add_type(use, {});
        for (const auto& use : uses) add_type(use, margins(use.role));
        add_boxes();
        add_code_parts();
        add_sizes(deck);
        add_covers();
        add_small();
        add_zones();
        return palette_.rules() + out_ + language_css(deck.language);
    }

private:
    const style::BlockStyle& block(Role role) const { return look_.medium[role]; }

    static std::string em(Length length, Length of) {
        return of.units == 0 ? "0" : fmt::format("{:.3g}em", length.in_points() / of.in_points());
    }

    void name_colours() {
        const Colour ground = look_.ground, dark = palette_.dark_ground();
        palette_.set("ground", ground, dark);
        palette_.set("ink", look_.ink, palette_.dark_text(look_.ink));
        palette_.set("quiet", readable(look_.quiet, ground, 5), palette_.dark_text(look_.quiet));
        palette_.set("link", readable(look_.medium.link, ground, 5),
                     palette_.dark_text(look_.medium.link));
        palette_.set("rule", look_.medium.rule, palette_.dark_rule(look_.medium.rule));
        palette_.set("marker", block(Role::list_marker).text.colour,
                     palette_.dark_text(block(Role::list_marker).text.colour));
        palette_.set("backdrop", look_.medium.callouts[0].ground, {0, 0, 0});
        palette_.set("mark", look_.medium.callouts[2].ground, Colour{84, 66, 18});
        palette_.set("line", look_.medium.callouts[2].ground, Colour{54, 43, 18});
        palette_.set("progress", look_.title_accent, look_.title_accent);
        name_paints(palette_, look_);
        name_cover_colours();
    }
    /// Covers keep their colours on any screen; slides that open a page go dark with it.
    void name_cover_colours() {
        const deck::CoverLook cover = deck::cover_look(deck::SlideKind::part, look_);
        const auto keep = [&](const char* name, Colour colour, double contrast) {
            const Colour shown = readable(colour, cover.ground, contrast);
            palette_.set(name, shown, shown);
        };
        palette_.set("cover-ground", cover.ground, cover.ground);
        keep("cover-ink", cover.ink, 4.5);
        keep("cover-accent", cover.accent, 4.5);
        keep("cover-quiet", cover.quiet, 4.5);
        const deck::CoverLook section = deck::cover_look(deck::SlideKind::divider, look_);
        const auto turn = [&](const char* name, Colour colour) {
            palette_.set(name, readable(colour, section.ground, 4.5), palette_.dark_text(colour));
        };
        palette_.set("section-ground", section.ground, palette_.dark_box());
        turn("section-ink", section.ink);
        turn("section-accent", section.accent);
        turn("section-quiet", section.quiet);
    }

    std::string family(style::FamilyRole role) const {
        const auto& family = sheet_.fonts.families[static_cast<std::size_t>(role)];
        const std::string_view generic = role == style::FamilyRole::text   ? "serif"
                                         : role == style::FamilyRole::head ? "sans-serif"
                                         : role == style::FamilyRole::mono ? "monospace"
                                                                           : "math";
        return fmt::format("{}{}, {}, {}", css_string(family.name), fallback_,
                           css_string(family.substitute), generic);
    }
    void add_families() {
        out_ += fmt::format(
            ":root {{ --width: {}; --height: {}; --sans: system-ui, sans-serif; --serif: "
            "ui-serif, Georgia, serif; --f0: {}; --f1: {}; --f2: {}; }}\n"
            "math {{ font-family: {}; font-weight: 400; }}\n",
            points(look_.size.width), points(look_.size.height), family(style::FamilyRole::text),
            family(style::FamilyRole::head), family(style::FamilyRole::mono),
            family(style::FamilyRole::math));
        out_ += markup::math_css;
        const auto& code = block(Role::inline_code).text;
        out_ += fmt::format(
            ".sheet :is(code, kbd) {{ font-family: var(--f2); font-size: {}; line-height: 1; }}\n",
            em(code.size, block(Role::body).text.size));
    }

    std::string_view figures(const style::TextStyle& text) const {
        switch (text.figures) {
            case style::Figures::lining:
                return "lining-nums";
            case style::Figures::old_style:
                return "oldstyle-nums";
            case style::Figures::standard:
                break;
        }
        return "normal";
    }
    std::string align(const style::TextStyle& text) const {
        if (text.align == style::TextAlign::centre) return " text-align: center;";
        return text.align == style::TextAlign::end ? " text-align: end;" : "";
    }
    /// Letters on covers keep their colour, whatever the reader's own ground.
    std::string colour(Role role, std::string_view selector) {
        if (selector.substr(0, 6) == ".cover" || role == Role::cover_meta)
            return css(readable(block(role).text.colour, look_.title_ground, 4.5));
        return palette_.text(block(role).text.colour);
    }
    std::string margins(Role role) const {
        const auto& style = block(role);
        return fmt::format(" margin-block: {} {};", em(style.space_before, style.text.size),
                           em(style.space_after, style.text.size));
    }
    void add_type(const Use& use, const std::string& margins) {
        const auto& text = block(use.role).text;
        out_ += fmt::format(
            "{} {{ font: {}{} calc(var(--u) * var(--{})) / {:.4g} var(--f{}); "
            "font-variant-numeric: {}; color: {};{}{}{}{}{} }}\n",
            use.selector, text.italic ? "italic " : "", text.weight, size_name(use.role),
            text.leading.in_points() / std::max(1.0, text.size.in_points()),
            static_cast<int>(text.family), figures(text), colour(use.role, use.selector), margins,
            text.tracking.units ? " letter-spacing: " + em(text.tracking, text.size) + ";" : "",
            text.upper_case ? " text-transform: uppercase;" : "",
            text.small_caps ? " font-variant-caps: small-caps;" : "", align(text));
    }

    /// Sizes of type by the size of the body; those of the frame as the layout has them.
    void add_sizes(const deck::Deck& deck) {
        std::set<Length> sizes = {look_.medium[Role::body].text.size};
        for (const auto& slide : deck.slides) sizes.insert(deck::body_size_of(slide, look_));
        std::string frame;
        for (const auto& use : frame_uses)
            frame +=
                fmt::format("--{}: {}; ", size_name(use.role), points(block(use.role).text.size));
        out_ += ".slide { " + frame + "}\n";
        for (const Length size : sizes) add_sizes_for(size);
        out_ += fmt::format("@media screen and (max-width: 699px) {{ .slide {{ {} }} }}\n",
                            body_sizes(look_.medium[Role::body].text.size));
    }
    std::string body_sizes(Length size) const {
        const auto medium = deck::medium_at(look_, size, {});
        std::string sizes;
        for (const auto& use : uses)
            sizes +=
                fmt::format("--{}: {}; ", size_name(use.role), points(medium[use.role].text.size));
        return sizes + fmt::format("--indent: calc(var(--u) * {}); --gap: {};",
                                   points(medium.list_indent), points(size.scaled(3, 4)));
    }
    /// Text beside cells, in their boxes to tick and in chevrons has one size everywhere.
    void add_small() {
        const auto small = deck::more_style(look_), step = deck::step_style(look_);
        out_ += fmt::format(
            ".more, .body .aside :is(p, li) {{ font: {} calc(var(--u) * {}) / {:.4g} "
            "var(--f{}); color: var(--quiet); }}\n"
            ".cells .step {{ font: {} calc(var(--u) * {}) / {:.4g} var(--f{}); }}\n"
            ".kicker .rest {{ font-weight: 400; color: var(--quiet); }}\n"
            ".under p {{ color: var(--quiet) !important; }}\n",
            small.weight, points(small.size), small.leading.in_points() / small.size.in_points(),
            static_cast<int>(small.family), step.weight, points(step.size),
            step.leading.in_points() / step.size.in_points(), static_cast<int>(step.family));
        out_ += fmt::format(
            ".body .wrong .bold-heading {{ color: {}; }} .body .right-one .bold-heading {{ color: "
            "{}; }}\n.body .ruled .bold-heading, .body .to-tick .bold-heading {{ color: "
            "var(--ink); }}\n.body :is(.wrong, .right-one) .bold-heading {{ text-indent: "
            "calc(var(--u) * {}); }}\n",
            palette_.text(look_.medium.callouts[3].label),
            palette_.text(look_.medium.callouts[1].label), points(deck::sign_width(look_)));
    }
    void add_sizes_for(Length size) {
        out_ += fmt::format(".{} {{ {} }}\n", size_class(size), body_sizes(size));
    }

    void add_boxes() {
        constexpr std::array<std::string_view, 4> kinds = {"info", "success", "warning", "danger"};
        add_box(".callout", Role::callout);
        add_box("blockquote", Role::quote);
        add_box(".code, .unsupported", Role::code);
        add_box(".link-card", Role::link_card);
        add_box(".cards > li", Role::card_title);
        add_box(".details", Role::details_summary);
        add_box(".missing-picture", Role::missing_picture);
        add_box("th, td", Role::table_cell);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const auto& callout = look_.medium.callouts[i];
            out_ += fmt::format(
                ".callout.{0} {{ background: {1}; border-color: {2}; }}\n"
                ".body .callout.{0} .label {{ color: {3}; }}\n",
                kinds[i], palette_.tint(callout.ground, callout.rule), palette_.rule(callout.rule),
                palette_.text(callout.label));
        }
        out_ += fmt::format(
            ".slide {{ --step-indent: calc(var(--u) * var(--{}) * 1.3); }}\n"
            ".body .steps > li::before {{ line-height: 1; top: -0.1em; }}\n",
            size_name(Role::step_number));
    }
    void add_box(std::string_view selector, Role role) {
        const auto& style = block(role);
        std::string rules = fmt::format("padding: {};", em(style.box.padding, style.text.size));
        if (style.box.ground)
            rules += fmt::format(" background: {};", palette_.ground(*style.box.ground));
        if (style.box.rule || style.box.rule_width.units > 0)
            rules += fmt::format(" border-inline-start-width: calc(var(--u) * {});",
                                 points(style.box.rule_width));
        if (style.box.rule)
            rules += fmt::format(" border-color: {};", palette_.rule(*style.box.rule));
        out_ += fmt::format("{} {{ {} }}\n", selector, rules);
    }

    void add_code_parts() {
        for (const CodePart part : code_parts) {
            const auto text = look_.medium.code_text(part);
            out_ += fmt::format("pre .{} {{ color: {}; font-weight: {}; font-style: {}; }}\n",
                                css_class(part), palette_.text(text.colour), text.weight,
                                text.italic ? "italic" : "normal");
        }
    }

    void add_covers() {
        out_ +=
            ":is(.cover, .full) > .sheet > .title { color: var(--cover-ink); }\n"
            ":is(.cover, .full) :is(.claim, .links) p, .part .claim li, "
            ".full > .sheet > .figure figcaption { color: var(--cover-quiet); }\n"
            ":is(.cover, .full) .kicker { color: var(--cover-accent); }\n"
            ".panel { background: var(--cover-ground); border-color: var(--cover-accent); }\n"
            ".divider { --cover-ground: var(--section-ground); --cover-ink: var(--section-ink); "
            "--cover-accent: var(--section-accent); --cover-quiet: var(--section-quiet); }\n";
        out_ += fmt::format(".content .numeral, .content .cells .bold-heading {{ color: {}; }}\n",
                            palette_.text(look_.accent));
        out_ += ".part .numeral { color: var(--cover-accent); }\n";
    }

    void add_zone(std::string_view selector, const Rect& zone) {
        out_ += fmt::format("  {} {{ --x: {}; --y: {}; --w: {}; --h: {}; --up: {}; }}\n", selector,
                            points(zone.at.x), points(zone.at.y), points(zone.size.width),
                            points(zone.size.height),
                            points(look_.size.height - zone.at.y - zone.size.height));
    }
    void add_decorations(std::string_view selector, deck::SlideKind kind) {
        constexpr std::array<std::string_view, 2> places = {"before", "after"};
        const auto all = deck::decorations(kind, look_);
        for (std::size_t i = 0; i < std::min(all.size(), places.size()); ++i) {
            const auto& box = all[i].box;
            out_ += fmt::format(
                "  {} > .sheet::{} {{ {}: calc(var(--u) * {}); top: calc(var(--u) * {}); width: "
                "calc(var(--u) * {}); height: calc(var(--u) * {}); background: {}; }}\n",
                selector, places[i], start_, points(box.at.x), points(box.at.y),
                points(box.size.width), points(box.size.height),
                fmt::format("var({})", variable_of(all[i].paint)));
        }
    }
    /// Text on a picture: its height is that of the slide's own.
    void add_picture_zone() {
        const Rect& zone = look_.picture_text;
        out_ += fmt::format(
            "  .full :is(.kicker, .title, .claim, figcaption) {{ --x: {}; --w: {}; height: auto; "
            "}}\n  .panel {{ --x: 0; border-inline-start: calc(var(--u) * {}) solid; }}\n",
            points(zone.at.x), points(zone.size.width), points(deck::panel_rule(zone).size.width));
    }
    /// A part's title stands above its chapters.
    void add_part_zones() {
        const auto boxes = deck::arrange(empty_slide(deck::SlideKind::part), look_);
        add_zone(".part .title", boxes.title);
        add_zone(".part .claim", boxes.claim);
    }
    /// What stands where, for slides drawn to scale.
    void add_zones() {
        out_ += "@media (min-width: 700px), print {\n";
        add_zone(".kicker", look_.kicker);
        add_zone(".title", look_.title);
        add_zone(".links", look_.links);
        add_zone(".footer", look_.footer);
        add_zone(".number", look_.page_number);
        add_zone(".cover .kicker", look_.cover_kicker);
        add_zone(".cover .title", look_.cover_title);
        add_zone(".cover .claim", look_.cover_subtitle);
        add_zone(".cover .links", deck::foot_of_links(empty_slide(deck::SlideKind::title), look_));
        add_part_zones();
        add_zone(".meta", look_.cover_meta);
        add_picture_zone();
        out_ += "  .body > div { --x: 0; --y: 0; }\n";
        add_decorations(".opening", deck::SlideKind::title);
        add_decorations(".part", deck::SlideKind::part);
        add_decorations(".divider", deck::SlideKind::divider);
        out_ += fmt::format("}}\n@page {{ size: {}pt {}pt; margin: 0; }}\n",
                            points(look_.size.width), points(look_.size.height));
    }

    const style::Sheet& sheet_;
    const style::Slides& look_;
    const std::string& fallback_;
    Palette palette_;
    std::string_view start_ = "left";  ///< the side that text begins at
    std::string out_;
};

}  // namespace

std::string points(Length length) {
    std::string number = fmt::format("{:.2f}", length.in_points());
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    return number == "-0" ? "0" : number;
}

std::string size_class(Length body_size) {
    return fmt::format("size-{:.0f}", body_size.in_points() * 100);
}

std::string write_look(const deck::Deck& deck, const style::Sheet& sheet,
                       const std::string& fallback) {
    return LookWriter(sheet, fallback).write(deck);
}

}  // namespace triptych::deck_html
