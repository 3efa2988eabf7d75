#include "style/script_leading.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"

namespace triptych::style {
namespace {

constexpr std::int64_t plain = 100;

/// In per cent of the layout's.
std::int64_t leading_of(std::string_view language) {
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 30> known = {
        {{"ja", 115}, {"zh", 115}, {"yue", 115}, {"ko", 115},  {"ar", 115}, {"fa", 115},
         {"ps", 115}, {"sd", 115}, {"ug", 115},  {"ckb", 115}, {"hi", 115}, {"mr", 115},
         {"ne", 115}, {"sa", 115}, {"bn", 115},  {"as", 115},  {"pa", 115}, {"gu", 115},
         {"or", 115}, {"ta", 110}, {"te", 120},  {"kn", 120},  {"ml", 115}, {"si", 115},
         {"th", 120}, {"lo", 120}, {"km", 130},  {"my", 140},  {"bo", 140}, {"dz", 140}}};
    if (takes_nastaliq(language)) return 160;
    const std::string primary = primary_language(language);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& one) { return one.first == primary; });
    return found == known.end() ? plain : found->second;
}

/// Whether the script of the language has no small letters, among which old-style figures stand.
bool has_no_case(std::string_view language) {
    return leading_of(language) != plain ||
           is_one_of(primary_language(language), {"he", "yi", "am", "ti", "ka"});
}

void line_figures(Medium& medium) {
    for (BlockStyle& style : medium.styles)
        if (style.text.figures == Figures::old_style) style.text.figures = Figures::lining;
}

/// Lines that stand on the grid stand on the new one.
void fit(Medium& medium, Length grid, std::int64_t percent) {
    const Length wider = grid.scaled(percent, plain);
    for (BlockStyle& style : medium.styles) {
        Length& leading = style.text.leading;
        const bool on_grid = grid.units > 0 && leading.units % grid.units == 0;
        leading = on_grid ? wider * (leading.units / grid.units) : leading.scaled(percent, plain);
    }
}

}  // namespace

void fit_to_script(Sheet& sheet, std::string_view language) {
    if (has_no_case(language))
        for (Medium* medium : {&sheet.booklet.medium, &sheet.ebook.medium, &sheet.slides.medium})
            line_figures(*medium);
    const std::int64_t percent = leading_of(language);
    if (percent == plain) return;
    Length& grid = sheet.booklet.page.baseline;
    fit(sheet.booklet.medium, grid, percent);
    grid = grid.scaled(percent, plain);
    fit(sheet.ebook.medium, {}, percent);
    fit(sheet.slides.medium, {}, percent);
}

}  // namespace triptych::style
