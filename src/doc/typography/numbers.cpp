#include <array>
#include <initializer_list>

#include <unicode/uchar.h>

#include "doc/typography/rules.hpp"

/// Spaces between words that no line may break at.
namespace triptych::doc::typography {

namespace {

constexpr std::u32string_view units[] = {
    U"%",  U"‰",   U"€",   U"$",   U"£",   U"k€",   U"M€",  U"Md€", U"°",   U"°C",  U"°F",  U"km",
    U"m",  U"dm",  U"cm",  U"mm",  U"µm",  U"nm",   U"km²", U"m²",  U"cm²", U"m³",  U"ha",  U"kg",
    U"g",  U"mg",  U"t",   U"l",   U"L",   U"cl",   U"ml",  U"mL",  U"h",   U"min", U"s",   U"ms",
    U"j",  U"o",   U"ko",  U"Ko",  U"Mo",  U"Go",   U"To",  U"Po",  U"kB",  U"KB",  U"MB",  U"GB",
    U"TB", U"KiB", U"MiB", U"GiB", U"bit", U"bits", U"px",  U"pt",  U"em",  U"dpi", U"ppp", U"ppi",
    U"Hz", U"kHz", U"MHz", U"GHz", U"W",   U"kW",   U"MW",  U"kWh", U"MWh", U"GWh", U"TWh", U"Wh",
    U"V",  U"A",   U"mA",  U"J",   U"kJ",  U"kcal", U"Pa",  U"hPa", U"bar", U"dB",  U"EUR", U"ETP",
};

constexpr std::size_t longest_title = 6;  ///< letters of `Mlles`, and one

/// Of Latin and Cyrillic letters that are words by themselves.
char32_t lower(char32_t c) {
    if (ascii::is_upper(c) || (c >= U'А' && c <= U'Я')) return c + 0x20;
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

bool is_word_sign(char32_t c) { return is_alphanumeric(c) || is_one_of(c, U"'’_²³"); }

/// Length of the word of `words` that stands at `at` and ends there, or 0.
template <typename Words>
std::size_t word_length(const Passage& passage, std::size_t at, const Words& words) {
    for (const std::u32string_view word : words)
        if (passage.has(at, word) && !is_word_sign(passage.written(at + word.size())))
            return word.size();
    return 0;
}

/// One breaking space with words at both sides.
bool is_plain_space(const Passage& passage, std::size_t at) {
    return is_breaking_space(passage.shown(at)) && !is_gap(passage.before(at)) &&
           !is_gap(passage.written(at + 1));
}

/// True when `word` ends before `end` and begins there too.
bool ends_in(const Passage& passage, std::size_t end, std::u32string_view word) {
    if (end < word.size() || !passage.has(end - word.size(), word)) return false;
    const char32_t left = passage.before(end - word.size());
    return !is_alphanumeric(left) && left != '.' && left != '-';
}

std::size_t digits_from(const Passage& passage, std::size_t at) {
    std::size_t count = 0;
    while (is_digit(passage.written(at + count))) ++count;
    return count;
}

/// In `12 h 30`, the space behind the hours that end before `at`; 0 when there is none.
std::size_t space_in_time(const Passage& passage, std::size_t at) {
    at += passage.spaces_from(at);
    const bool found = passage.written(at) == 'h' && is_plain_space(passage, at + 1) &&
                       digits_from(passage, at + 2) == 2;
    return found ? at + 1 : 0;
}

/// Groups of digits with a single space between them: `01 23 45 67 89`.
struct DigitGroups {
    static constexpr std::size_t most = 8;
    std::array<std::size_t, most> begin{}, length{};
    std::size_t count = 0;
};

/// A run of digits, or of digits and `(0)` in an international number.
std::size_t group_length(const Passage& passage, std::size_t at, bool international) {
    const std::size_t bracket = international && passage.has(at, U"(0)") ? 3 : 0;
    return bracket + digits_from(passage, at + bracket);
}

DigitGroups digit_groups(const Passage& passage, std::size_t at, bool international) {
    DigitGroups groups;
    while (groups.count < DigitGroups::most) {
        const std::size_t length = group_length(passage, at, international);
        if (length == 0) break;
        groups.begin[groups.count] = at;
        groups.length[groups.count++] = length;
        at += length;
        if (!is_space(passage.written(at))) break;
        ++at;
    }
    return groups;
}

/// How many groups, from the first, are one number.
std::size_t groups_of_number(const DigitGroups& groups) {
    std::size_t count = 1;
    while (count < groups.count && groups.length[count] == 3) ++count;
    return groups.length[0] <= 3 ? count : 1;
}

/// A number with `+` and the code of a country (ITU-T E.123).
bool is_international(const Passage& passage, const DigitGroups& groups) {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < groups.count; ++i) digits += groups.length[i];
    return passage.before(groups.begin[0]) == '+' && groups.length[0] <= 3 && digits >= 8;
}

bool is_french_telephone(const Passage& passage, const DigitGroups& groups) {
    if (groups.count < 5 || passage.written(groups.begin[0]) != '0') return false;
    for (std::size_t i = 0; i < 5; ++i)
        if (groups.length[i] != 2) return false;
    return true;
}

void join_groups(Passage& passage, const DigitGroups& groups, std::size_t count, char32_t space) {
    for (std::size_t i = 1; i < count; ++i) {
        const std::size_t at = groups.begin[i] - 1;
        if (is_breaking_space(passage.written(at))) passage.replace(at, space, Rule::digit_groups);
    }
}

/// Joins the number that begins at `at`, and returns where it ends.
std::size_t join_number(Passage& passage, std::size_t at) {
    const DigitGroups groups = digit_groups(passage, at, passage.before(at) == '+');
    std::size_t count = groups_of_number(groups);
    if (is_international(passage, groups))
        join_groups(passage, groups, count = groups.count, no_break);
    else if (is_french_telephone(passage, groups))
        join_groups(passage, groups, count = 5, no_break);
    else
        join_groups(passage, groups, count, thin_no_break);
    return groups.begin[count - 1] + groups.length[count - 1];
}

/// `12 mars 2025`, `1er mai`, `12. März`, `12 de marzo`: the spaces around the month behind
/// `space`.
void join_date(Passage& passage, std::size_t space, const Conventions& conventions) {
    const std::u32string_view between = conventions.before_month;
    const bool has_between = !between.empty() && passage.has(space + 1, between);
    const std::size_t begin = space + 1 + (has_between ? between.size() : 0);
    const std::size_t month = word_length(passage, begin, conventions.months);
    if (month == 0) return;
    passage.replace(space, no_break, Rule::date);
    if (has_between) passage.replace(begin - 1, no_break, Rule::date);
    const std::size_t year = begin + month;
    if (is_plain_space(passage, year) && digits_from(passage, year + 1) == 4)
        passage.replace(year, no_break, Rule::date);
}

/// Where the day of a month may end whose number begins at `at`: `12`, `1er`, `12.`; 0 when it is
/// none.
std::size_t day_end(const Passage& passage, std::size_t at, const Conventions& conventions) {
    const std::size_t digits = digits_from(passage, at);
    std::size_t end = at + digits;
    if (conventions.is_french() && passage.has(at, U"1er")) end += 2;
    if (conventions.point_behind_day && passage.written(end) == '.') ++end;
    return digits <= 2 && is_plain_space(passage, end) ? end : 0;
}

bool is_capital(char32_t c) {
    return is_upper(c) || (c >= 0x100 && u_isupper(static_cast<UChar32>(c)));
}

bool follows(const Passage& passage, std::size_t at, Follower follower) {
    const char32_t c = passage.written(at);
    switch (follower) {
        case Follower::anything:
            return true;
        case Follower::number:
            return is_digit(c) || is_capital(c);
        case Follower::capital:
            break;
    }
    return is_capital(c);
}

/// Where the word ends that begins or ends with the sign at `at`.
std::size_t word_end(const Passage& passage, std::size_t at) {
    std::size_t end = at + 1;
    if (is_upper(passage.written(at)))
        while (end - at < longest_title && is_letter(passage.written(end))) ++end;
    return end;
}

void join_unit(Passage& passage, std::size_t at, const Conventions& conventions) {
    const bool insertable = is_one_of(passage.written(at), conventions.spaced_units) &&
                            !passage.is_locked(at) && !is_alphanumeric(passage.written(at + 1));
    if (insertable) passage.insert_before(at, no_break, Rule::space_before_unit);
    const bool degrees = passage.written(at) == U'°' && !conventions.spaced_units.empty() &&
                         is_one_of(passage.written(at + 1), U"CF") && !passage.is_locked(at) &&
                         !is_word_sign(passage.written(at + 2));
    if (degrees) passage.insert_before(at, no_break, Rule::space_before_unit);
    if (is_plain_space(passage, at) && word_length(passage, at + 1, units) > 0)
        passage.replace(at, no_break, Rule::space_before_unit);
    if (const std::size_t space = space_in_time(passage, at); space != 0)
        passage.replace(space, no_break, Rule::space_before_unit);
}

/// `n°5`: a space behind the sign at `at`.
void part_from_number(Passage& passage, std::size_t at) {
    if (!is_one_of(passage.written(at), U"°º") || !is_digit(passage.written(at + 1))) return;
    const bool numbers = at > 0 && is_one_of(passage.written(at - 1), U"nN") &&
                         (at == 1 || !is_word_sign(passage.written(at - 2)));
    if (numbers && !passage.is_locked(at)) passage.insert_after(at, no_break, Rule::abbreviation);
}

}  // namespace

void join_units(Passage& passage, const Conventions& conventions) {
    for (const std::size_t at : passage.signs())
        if (is_digit(passage.written(at)) && !is_digit(passage.written(at + 1)))
            join_unit(passage, at + 1, conventions);
}

void join_numbers(Passage& passage, const Conventions& conventions) {
    std::size_t end = 0;
    for (const std::size_t at : passage.signs()) {
        if (at < end || !is_digit(passage.written(at)) || passage.is_locked(at)) continue;
        end = at + digits_from(passage, at);
        if (is_alphanumeric(passage.before(at))) continue;
        if (const std::size_t space = day_end(passage, at, conventions); space != 0)
            join_date(passage, space, conventions);
        if (!is_one_of(passage.before(at), U".,-/")) end = join_number(passage, at);
    }
}

void join_abbreviations(Passage& passage, const Conventions& conventions) {
    const auto join = [&](std::size_t end) {
        if (!is_plain_space(passage, end)) return;
        for (const Abbreviation& abbreviation : conventions.abbreviations)
            if (ends_in(passage, end, abbreviation.word) &&
                follows(passage, end + 1, abbreviation.follower))
                passage.replace(end, no_break, Rule::abbreviation);
        for (const AbbreviatedPair& pair : conventions.pairs)
            if (ends_in(passage, end, pair.first) && passage.has(end + 1, pair.second))
                passage.replace(end, no_break, Rule::abbreviation);
    };
    for (const std::size_t at : passage.signs()) {
        if (conventions.is_french()) part_from_number(passage, at);
        join(word_end(passage, at));
        // Those without a point are found from the number behind them: "nr 5".
        if (!conventions.is_french() && at > 1) join(at - 1);
    }
}

void join_small_words(Passage& passage, const Conventions& conventions) {
    if (conventions.words_of_one.empty()) return;
    for (std::size_t at = 0; at + 2 < passage.size(); ++at) {
        const char32_t small = lower(passage.written(at));
        if (!is_one_of(small, conventions.words_of_one) || !is_plain_space(passage, at + 1))
            continue;
        const char32_t left = passage.before(at);
        const bool begins = is_gap(left) || is_one_of(left, U"(„“«‚‘\"'");
        if (begins && !passage.is_locked(at)) passage.replace(at + 1, no_break, Rule::abbreviation);
    }
}

}  // namespace triptych::doc::typography
