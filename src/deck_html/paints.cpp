#include "deck_html/paints.hpp"

#include <array>

#include <fmt/format.h>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "deck_html/look.hpp"
#include "deck_html/path_data.hpp"
#include "markup/writer.hpp"

namespace triptych::deck_html {
namespace {

using deck::Paint;

constexpr std::array<std::string_view, deck::paint_count> names = {
    "--p-rule",     "--p-accent",     "--p-tint",       "--p-bad",         "--p-bad-tint",
    "--p-good",     "--p-good-tint",  "--p-step-light", "--p-step-middle", "--p-step-dark",
    "--p-progress", "--p-part-panel", "--p-title-rule"};

/// What a paint is on the dark ground. Covers and chevrons keep their colours: their letters do,
/// too.
Colour dark_of(Paint paint, const Palette& palette, const style::Slides& look) {
    const Colour colour = deck::colour_of(paint, look);
    switch (paint) {
        case Paint::rule:
        case Paint::accent:
        case Paint::bad:
        case Paint::good:
            return palette.dark_rule(colour);
        case Paint::tint:
            return palette.dark_box();
        case Paint::bad_tint:
            return palette.dark_tint(deck::colour_of(Paint::bad, look));
        case Paint::good_tint:
            return palette.dark_tint(deck::colour_of(Paint::good, look));
        case Paint::step_light:
        case Paint::step_middle:
        case Paint::step_dark:
        case Paint::progress:
        case Paint::part_panel:
        case Paint::title_rule:
            break;
    }
    return colour;
}

void add_path(pugi::xml_node drawing, const deck::Ornament& ornament) {
    auto path = markup::element(drawing, "path");
    xml::set_attribute(path, "d", path_data(deck::outline(ornament.form, ornament.box.size)));
    const Length pen = deck::pen_of(ornament.form);
    const auto colour = fmt::format("var({})", variable_of(ornament.paint));
    const bool is_stroked = pen.units > 0;
    std::string style =
        is_stroked ? fmt::format("fill: none; stroke: {}; stroke-width: {}", colour, points(pen))
                   : fmt::format("fill: {}", colour);
    xml::set_attribute(path, "style", style);
    if (ornament.box.at != Point{})
        xml::set_attribute(
            path, "transform",
            fmt::format("translate({} {})", points(ornament.box.at.x), points(ornament.box.at.y)));
}

}  // namespace

std::string_view variable_of(Paint paint) { return names[static_cast<std::size_t>(paint)]; }

void name_paints(Palette& palette, const style::Slides& look) {
    for (std::size_t i = 0; i < deck::paint_count; ++i) {
        const auto paint = static_cast<Paint>(i);
        palette.set(std::string(variable_of(paint).substr(2)), deck::colour_of(paint, look),
                    dark_of(paint, palette, look));
    }
}

void add_ornaments(pugi::xml_node sheet, const std::vector<deck::Ornament>& ornaments,
                   const style::Slides& look) {
    if (ornaments.empty()) return;
    auto drawing = markup::element(sheet, "svg", "ornaments");
    xml::set_attribute(drawing, "aria-hidden", "true");
    xml::set_attribute(drawing, "viewBox",
                       fmt::format("0 0 {} {}", points(look.size.width), points(look.size.height)));
    for (const auto& ornament : ornaments) add_path(drawing, ornament);
}

void add_tick(pugi::xml_node parent, bool done, const Rect& box, std::string_view language) {
    auto drawing = markup::element(parent, "svg", "tick");
    xml::set_attribute(drawing, "role", "img");
    xml::set_attribute(drawing, "aria-label",
                       word_in(language, done ? Word::task_done : Word::task_open));
    markup::tell_words(drawing, language);
    xml::set_attribute(drawing, "viewBox",
                       fmt::format("-1 -1 {0} {0}", points(box.size.width + Length::points(2))));
    add_path(drawing,
             {done ? deck::Form::ticked_box : deck::Form::box, Paint::accent, {{}, box.size}});
}

}  // namespace triptych::deck_html
