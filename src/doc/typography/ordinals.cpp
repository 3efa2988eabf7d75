#include <algorithm>
#include <optional>

#include "doc/typography/rules.hpp"

namespace triptych::doc::typography {

namespace {

/// The numbers that an ending can follow.
enum class Numbers : std::uint8_t { one, two, all };

/// An ending as written, and how many of its letters are dropped to give the right one: in `ème`
/// the last two, in `ère` only the accent goes.
struct Ending {
    std::u32string_view written, right;
    Numbers numbers{};
};

constexpr Ending endings[] = {
    {U"er", U"er", Numbers::one},   {U"ers", U"ers", Numbers::one},
    {U"re", U"re", Numbers::one},   {U"res", U"res", Numbers::one},
    {U"ère", U"re", Numbers::one},  {U"ères", U"res", Numbers::one},
    {U"nd", U"nd", Numbers::two},   {U"nds", U"nds", Numbers::two},
    {U"nde", U"nde", Numbers::two}, {U"ndes", U"ndes", Numbers::two},
    {U"e", U"e", Numbers::all},     {U"es", U"es", Numbers::all},
    {U"ème", U"e", Numbers::all},   {U"èmes", U"es", Numbers::all},
    {U"eme", U"e", Numbers::all},   {U"emes", U"es", Numbers::all},
    {U"ième", U"e", Numbers::all},  {U"ièmes", U"es", Numbers::all},
    {U"ieme", U"e", Numbers::all},  {U"iemes", U"es", Numbers::all},
};

/// Nouns that tell `Ve` and `Xe` from words and names.
constexpr std::u32string_view nouns_of_numerals[] = {U"siècle", U"République", U"arrondissement",
                                                     U"législature"};

struct Number {
    std::size_t begin = 0, end = 0;
    bool roman = false;
};

bool is_numeral(char32_t c) { return is_one_of(c, U"IVX"); }

std::optional<Number> number_at(const Passage& passage, std::size_t begin) {
    const char32_t left = passage.before(begin);
    if (is_alphanumeric(left) || is_one_of(left, U".,_#/-")) return {};
    Number number{begin, begin, is_numeral(passage.written(begin))};
    const auto belongs = [&](char32_t c) { return number.roman ? is_numeral(c) : is_digit(c); };
    while (belongs(passage.written(number.end))) ++number.end;
    return number.end > number.begin ? std::optional(number) : std::nullopt;
}

bool is_value(const Passage& passage, const Number& number, std::u32string_view digits,
              std::u32string_view numeral) {
    const std::u32string_view value = number.roman ? numeral : digits;
    return number.end - number.begin == value.size() && passage.has(number.begin, value);
}

bool can_end(const Passage& passage, const Number& number, Numbers numbers) {
    switch (numbers) {
        case Numbers::one:
            return is_value(passage, number, U"1", U"I");
        case Numbers::two:
            return is_value(passage, number, U"2", U"II");
        case Numbers::all:
            break;
    }
    return true;
}

bool ends_word_at(const Passage& passage, std::size_t at) {
    const char32_t next = passage.written(at);
    return !is_alphanumeric(next) && !is_one_of(next, U"'’_") &&
           !(next == '-' && is_digit(passage.written(at + 1)));
}

const Ending* ending_of(const Passage& passage, const Number& number) {
    const auto found =
        std::find_if(std::begin(endings), std::end(endings), [&](const Ending& ending) {
            return passage.has(number.end, ending.written) &&
                   ends_word_at(passage, number.end + ending.written.size()) &&
                   can_end(passage, number, ending.numbers);
        });
    return found == std::end(endings) ? nullptr : found;
}

/// A numeral of one letter is one only before a noun that is counted so.
bool is_real(const Passage& passage, const Number& number, const Ending& ending) {
    if (!number.roman || number.end - number.begin > 1 || ending.numbers == Numbers::one)
        return true;
    const std::size_t noun = number.end + ending.written.size() + 1;
    return std::any_of(std::begin(nouns_of_numerals), std::end(nouns_of_numerals),
                       [&](std::u32string_view word) { return passage.has(noun, word); });
}

/// True when nothing of [begin, end) is locked and all of it is in one node.
bool is_free(const Passage& passage, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at)
        if (passage.is_locked(at) || passage.node(at) != passage.node(begin)) return false;
    return true;
}

void set_ending(Passage& passage, std::size_t begin, const Ending& ending, bool raised) {
    const std::size_t dropped = ending.written.size() - ending.right.size();
    for (std::size_t i = 0; i < ending.written.size(); ++i) {
        const std::size_t at = begin + i;
        if (i >= ending.right.size())
            passage.remove(at, Rule::ordinal);
        else
            passage.replace(at, ending.right[i], Rule::ordinal);
        if (raised && i < ending.written.size() - dropped) passage.raise(at, Rule::ordinal);
    }
}

}  // namespace

void raise_ordinals(Passage& passage, const std::vector<bool>& raisable) {
    for (const std::size_t at : passage.signs()) {
        if (!is_digit(passage.written(at)) && !is_numeral(passage.written(at))) continue;
        const auto number = number_at(passage, at);
        if (!number) continue;
        const Ending* ending = ending_of(passage, *number);
        if (ending == nullptr || !is_real(passage, *number, *ending)) continue;
        const std::size_t end = number->end + ending->written.size();
        if (is_free(passage, number->end, end))
            set_ending(passage, number->end, *ending, raisable[passage.node(number->end)]);
    }
}

}  // namespace triptych::doc::typography
