#include "deck/sentence/asides.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "deck/flat/signs.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/sentence/pointers.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

/// Whether an aside in brackets says more than an aside may: a condition, a number, an alternative.
bool bracket_matters(const FlatText& flat, Range inside, const Lexicon& lexicon) {
    static const Phrases openers = {"ou",   "et",    "or",    "and",  "à",    "de",   "du",
                                    "en",   "dans",  "par",   "pour", "sur",  "sous", "avec",
                                    "sans", "avant", "après", "dès",  "chez", "in",   "on",
                                    "at",   "by",    "for",   "with", "from", "of"};
    const auto words = words_in(flat.text, inside);
    const std::string_view text = flat.at(inside);
    const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
    const bool has_atom = std::any_of(flat.atoms.begin(), flat.atoms.end(), [&](const Range& atom) {
        return atom.begin < inside.end && inside.begin < atom.end;
    });
    return has_digit || has_atom || openers.start(words) || holds_hard(flat, inside, lexicon) ||
           holds_soft(flat, inside, lexicon);
}

/// Whether a sign of arithmetic stands before or behind the range, blanks aside.
bool is_operand(const FlatText& flat, Range range) {
    static constexpr std::string_view signs = "=+*/<>^";
    const Range before = trimmed(flat.text, {0, range.begin});
    const Range behind = trimmed(flat.text, {range.end, flat.text.size()});
    return (!before.empty() && signs.find(flat.text[before.end - 1]) != std::string_view::npos) ||
           (!behind.empty() && signs.find(flat.text[behind.begin]) != std::string_view::npos);
}

}  // namespace

std::vector<Range> without_brackets(const FlatText& flat, Range sentence, const Lexicon& lexicon,
                                    Asides asides) {
    std::vector<Range> kept;
    std::size_t begin = sentence.begin, open = 0;
    char32_t before = U' ';
    const auto signs = signs_of(flat, sentence);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const Sign& sign = signs[i];
        // "service(s)" and "(un)fair" are words.
        const bool apart = is_blank_sign(std::exchange(before, sign.c));
        if (sign.c == U'(' && sign.depth == 1) open = apart ? sign.end : 0;
        if (sign.c != U')' || sign.depth != 0 || open == 0) continue;
        const Range inside = {open, sign.begin};
        const std::size_t bracket = std::exchange(open, 0) - 1;
        const bool joined =
            i + 1 < signs.size() && doc::typography::is_alphanumeric(signs[i + 1].c);
        const bool matters = !sends_elsewhere(flat, inside, lexicon) &&
                             (asides == Asides::pointers || bracket_matters(flat, inside, lexicon));
        if (joined || matters || is_operand(flat, {bracket, sign.end})) continue;
        // The space before the bracket goes with it, that behind another stays.
        kept.push_back({begin, trimmed(flat.text, {begin, bracket}).end});
        begin = sign.end;
    }
    kept.push_back({begin, sentence.end});
    kept.erase(
        std::remove_if(kept.begin(), kept.end(), [](const Range& range) { return range.empty(); }),
        kept.end());
    return kept;
}

}  // namespace triptych::deck
