#include "booklet/slip_words.hpp"

#include <numeric>

#include <fmt/format.h>

#include "base/words.hpp"

namespace triptych::booklet {
namespace {

/// Every sentence of the slip; `{}` takes a number.
struct Phrases {
    std::string_view title, one_sheet, sheets, print_rest;
    std::string_view full_size, short_edge, long_edge;
    std::string_view keep_order, fold_all, staple, fold_gatherings, sew, cut, trim;
};

constexpr Phrases french = {
    "Imprimer et plier ce livret",
    "1 feuille, imprimée recto verso.",
    "{} feuilles, imprimées recto verso.",
    "Imprimez ce fichier à partir de la page 3\u202F; cette feuille-ci est pour vous.",
    "Choisissez «\u00A0taille réelle\u00A0» ou 100\u00A0%, jamais «\u00A0ajuster à la page\u00A0».",
    "Choisissez recto verso, «\u00A0retourner sur les bords courts\u00A0».",
    "Choisissez recto verso, «\u00A0retourner sur les bords longs\u00A0».",
    "Laissez les feuilles dans l’ordre où elles sortent, la couverture dessous.",
    "Pliez-les toutes ensemble par le milieu, la couverture à l’extérieur.",
    "Agrafez à cheval sur le pli, au quart et aux trois quarts de la hauteur.",
    "Pliez par le milieu, l’une dans l’autre, les feuilles de chaque cahier\u00A0: {}.",
    "Posez les cahiers l’un sur l’autre dans l’ordre, puis cousez-les ou collez-les au dos.",
    "Coupez les feuilles au milieu, ou lisez-les telles quelles\u00A0: les pages se suivent.",
    "Rognez aux traits de coupe\u202F; les traits du milieu marquent le pli.",
};

constexpr Phrases english = {
    "Print and fold this booklet",
    "1 sheet, printed on both sides.",
    "{} sheets, printed on both sides.",
    "Print this file from page 3 on; this sheet is for you.",
    "Choose “actual size” or 100%, never “fit to page”.",
    "Choose two-sided printing, “flip on short edge”.",
    "Choose two-sided printing, “flip on long edge”.",
    "Leave the sheets in the order in which they come out, the cover undermost.",
    "Fold them all together in the middle, the cover outside.",
    "Staple through the fold, at a quarter and three quarters of the height.",
    "Fold the sheets of each gathering in the middle, one inside the other: {}.",
    "Lay the gatherings on one another in order, then sew or glue them at the spine.",
    "Cut the sheets in the middle, or read them as they are: the pages follow one another.",
    "Trim at the crop marks; the marks in the middle show the fold.",
};

const Phrases& phrases(std::string_view language) { return is_french(language) ? french : english; }

/// "4 + 4 + 3"
std::string listed(const std::vector<std::size_t>& gatherings) {
    std::string text;
    for (const std::size_t sheets : gatherings) {
        text += fmt::format("{}{}", text.empty() ? "" : " + ", sheets);
    }
    return text;
}

void add_binding(const Imposition& imposition, const std::vector<std::size_t>& gatherings,
                 const Phrases& words, std::vector<std::string>& steps) {
    switch (imposition.binding) {
        case Binding::saddle:
            for (const std::string_view step : {words.keep_order, words.fold_all, words.staple})
                steps.emplace_back(step);
            return;
        case Binding::signatures:
            steps.push_back(fmt::format(fmt::runtime(words.fold_gatherings), listed(gatherings)));
            steps.emplace_back(words.sew);
            return;
        case Binding::two_up:
            steps.emplace_back(words.cut);
            return;
    }
}

}  // namespace

SlipWords slip_words(const Imposition& imposition, const std::vector<std::size_t>& gatherings,
                     std::string_view language) {
    const Phrases& words = phrases(language);
    const std::size_t sheets = std::accumulate(gatherings.begin(), gatherings.end(), std::size_t{});
    SlipWords slip;
    slip.title = words.title;
    slip.summary = sheets == 1 ? std::string(words.one_sheet)
                               : fmt::format(fmt::runtime(words.sheets), sheets);
    const bool is_short = imposition.duplex == Duplex::short_edge;
    for (const std::string_view step :
         {words.print_rest, words.full_size, is_short ? words.short_edge : words.long_edge}) {
        slip.steps.emplace_back(step);
    }
    add_binding(imposition, gatherings, words, slip.steps);
    if (imposition.marks) slip.steps.emplace_back(words.trim);
    return slip;
}

}  // namespace triptych::booklet
