#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What languages do differently, a row each. Sources: the Unicode CLDR for quotation marks; DIN
/// 5008, the Real Academia Española's "Ortografía", the Accademia della Crusca, PN-83/P-55366, ČSN
/// 01 6910, ГОСТ 7.0.97 and Мильчин, "Справочник издателя и автора", for spaces.
namespace triptych::doc::typography {

/// Pairs of quotation marks: around a quotation, and within one. Single signs of the typewriter
/// have marks of their own.
struct Quotes {
    char32_t open = 0, close = 0, inner_open = 0, inner_close = 0;
    char32_t single_open = 0, single_close = 0;
};

/// What must follow an abbreviation so that it is one.
enum class Follower : std::uint8_t { anything, number, capital };
struct Abbreviation {
    std::u32string_view word;
    Follower follower{};
};

/// An abbreviation of two words: "z. B.".
struct AbbreviatedPair {
    std::u32string_view first, second;
};

/// Whose habits a text follows.
struct Conventions {
    std::string_view language;  ///< primary subtag; "" of those of which little is known
    Quotes quotes{};
    char32_t dash = U'–';                ///< for two hyphens
    std::u32string_view spaced_units{};  ///< signs that a number stands apart from: `%`
    std::u32string_view words_of_one{};  ///< words of one letter that no line ends with
    std::span<const Abbreviation> abbreviations{};
    std::span<const AbbreviatedPair> pairs{};
    std::vector<std::u32string> months{};  ///< as dates have them
    bool point_behind_day = false;         ///< "12. März"
    std::u32string_view before_month{};    ///< "de " in "12 de marzo"
    bool is_french() const { return language == "fr"; }
    bool is_known() const { return !language.empty(); }
};

/// By the primary subtag of a BCP 47 tag, for German and French by the region, too.
const Conventions& conventions_of(std::string_view language);

/// `title` in the quotation marks that titles have: "« A »", "„A“", "《A》".
std::string quoted_title(std::string_view title, std::string_view language);

}  // namespace triptych::doc::typography
