#include "deck/digest/number.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "deck/flat/flat_text.hpp"
#include "deck/flat/signs.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

using doc::typography::is_digit;
using doc::typography::is_letter;
using doc::typography::is_upper;

constexpr std::size_t digits_of_group = 3, digits_of_year = 4, least_digits = 2;

/// A number among the characters of a text: digits, with spaces, points and commas between them.
struct Figure {
    std::size_t begin = 0, end = 0;  ///< of characters
    std::size_t digits = 0;
    bool parted = false;
};

/// Looks at the numbers of one text.
class Figures {
public:
    explicit Figures(const FlatText& flat)
        : flat_(flat), signs_(signs_of(flat, {0, flat.text.size()})) {}

    std::string telling() const {
        const auto figure = only();
        if (!figure || !stands_alone(*figure) || is_name(*figure)) return {};
        const std::size_t end = end_of_unit(*figure);
        const bool has_unit = end > figure->end;
        const bool year = figure->digits == digits_of_year && !figure->parted && !has_unit;
        if (year || (figure->digits < least_digits && !has_unit)) return {};
        const std::size_t from = signs_[figure->begin].begin;
        return flat_.text.substr(from, signs_[end - 1].end - from);
    }

private:
    bool is_digit_at(std::size_t i) const { return i < signs_.size() && is_digit(signs_[i].c); }
    /// A space before three digits, or a point or comma before any.
    bool parts_digits(std::size_t i) const {
        if (i >= signs_.size() || !is_digit_at(i + 1)) return false;
        const char32_t c = signs_[i].c;
        if (c == U'.' || c == U',') return true;
        return is_blank_sign(c) && is_digit_at(i + 2) && is_digit_at(i + digits_of_group) &&
               !is_digit_at(i + digits_of_group + 1);
    }
    Figure figure_at(std::size_t begin) const {
        Figure figure{begin, begin, 0, false};
        for (;;) {
            while (is_digit_at(figure.end)) ++figure.end, ++figure.digits;
            if (!parts_digits(figure.end)) return figure;
            figure.parted = true;
            ++figure.end;
        }
    }
    std::optional<Figure> only() const {
        std::optional<Figure> found;
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            if (!is_digit(signs_[i].c)) continue;
            if (found) return std::nullopt;
            found = figure_at(i);
            i = found->end;
        }
        return found;
    }
    char32_t sign(std::size_t i) const { return i < signs_.size() ? signs_[i].c : 0; }
    /// Not glued to letters or to signs of names, nor inside code or a link.
    bool stands_alone(const Figure& figure) const {
        const char32_t before = figure.begin > 0 ? sign(figure.begin - 1) : U' ';
        const char32_t behind = sign(figure.end);
        const bool free =
            is_blank_sign(before) || is_opening(before) || before == U'\'' || before == 0x2019;
        const bool ends = behind == 0 || is_blank_sign(behind) || behind == U'%' ||
                          behind == 0x20AC || behind == U',' || behind == U'.' ||
                          is_closing(behind);
        for (const Range& atom : flat_.atoms)
            if (atom.holds(signs_[figure.begin].begin)) return false;
        return free && ends;
    }
    /// Behind a word in capitals, before a month or a measure, a limit, or a time of the day.
    bool is_name(const Figure& figure) const {
        static const Phrases counted = {
            "n",       "no",      "article", "art",      "version", "page",    "p",
            "étape",   "niveau",  "phase",   "chapitre", "figure",  "step",    "level",
            "chapter", "section", "le",      "port",     "annexe",  "tableau", "rfc"};
        static const Phrases months = {"janvier",   "février",  "mars",     "avril",     "mai",
                                       "juin",      "juillet",  "août",     "septembre", "octobre",
                                       "novembre",  "décembre", "january",  "february",  "march",
                                       "april",     "may",      "june",     "july",      "august",
                                       "september", "october",  "november", "december"};
        const std::size_t at = signs_[figure.begin].begin, end = signs_[figure.end - 1].end;
        const auto before = words_in(flat_.text, {0, at});
        const auto behind = words_in(flat_.text, {end, flat_.text.size()});
        static const Phrases hours = {"h", "am", "pm", "o'clock"};
        static const Phrases within = {"en", "sous", "dans", "pendant", "within", "in"};
        if (hours.start(behind) && !within.end(before)) return true;
        // Of a size the figure alone says nothing.
        static const Phrases measures = {"mm",          "cm",          "m",         "km",
                                         "px",          "pt",          "dpi",       "g",
                                         "kg",          "l",           "ms",        "ko",
                                         "mo",          "go",          "kb",        "mb",
                                         "gb",          "tb",          "octets",    "bytes",
                                         "millimètres", "centimètres", "mètres",    "kilomètres",
                                         "millimetres", "centimetres", "metres",    "kilometres",
                                         "millimeters", "centimeters", "meters",    "kilometers",
                                         "inches",      "pouces",      "pixels",    "grammes",
                                         "grams",       "kilogrammes", "kilograms", "litres",
                                         "liters",      "degrés",      "degrees",   "millisecondes",
                                         "milliseconds"};
        if (months.start(behind) || measures.start(behind)) return true;
        if (before.empty()) return false;
        // "Companies of at least 11 people": it says which are meant, not how many there are.
        static const Phrases limits = {
            "d'au moins",     "d'au plus",       "de plus de",     "de moins de",   "au-delà de",
            "inférieur à",    "inférieure à",    "inférieurs à",   "inférieures à", "supérieur à",
            "supérieure à",   "supérieurs à",    "supérieures à",  "à partir de",   "of at least",
            "of more than",   "of fewer than",   "of less than",   "of at most",    "with at least",
            "with more than", "with fewer than", "with less than", "larger than",   "smaller than"};
        if (limits.end(before)) return true;
        std::vector<TextWord> last = {before.back()};
        std::size_t first = last.front().range.begin;
        for (const Sign& each : signs_)
            if (each.begin == first && is_upper(each.c)) return true;
        return counted.start(last);
    }
    /// Behind a sign such as "%" or "€".
    std::size_t end_of_unit(const Figure& figure) const {
        std::size_t i = figure.end;
        while (i < signs_.size() && is_blank_sign(signs_[i].c)) ++i;
        const char32_t c = sign(i);
        return c == U'%' || c == 0x20AC || c == 0x2030 || c == U'$' ? i + 1 : figure.end;
    }

    const FlatText& flat_;
    std::vector<Sign> signs_;
};

}  // namespace

std::string telling_number(const doc::Inlines& words) {
    const FlatText flat = flatten(words);
    return Figures(flat).telling();
}

}  // namespace triptych::deck
