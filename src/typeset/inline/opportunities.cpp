#include "typeset/inline/opportunities.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "typeset/inline/east_asian.hpp"

namespace triptych::typeset {

namespace {

constexpr std::int32_t hyphen_penalty = 100, standing_hyphen_penalty = 50, dash_penalty = 50,
                       slash_penalty = 150, sign_penalty = 300, compound_penalty = 400;
/// Characters on both sides of a break in an address or in code.
constexpr std::uint32_t least_beside_sign = 3;
/// Sorts in front of all others and stands for none at all.
constexpr std::int32_t no_break = -1;
constexpr char32_t middle_dot = 0xB7;

/// From here on, letters may have signs of vowels and points that are no letters themselves.
constexpr char32_t first_with_signs = 0x590;

bool is_sign_of_letter(char32_t c) {
    if (c < first_with_signs) return false;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return ascii::is_letter(c);
    return u_isalpha(static_cast<UChar32>(c)) != 0 || is_sign_of_letter(c);
}

/// Whether a word may be parted there: not inside a letter with its signs, nor inside letters of
/// India that a virama joins.
bool parts_letters(std::string_view text, std::size_t at) {
    constexpr std::uint8_t virama = 9;
    if (is_sign_of_letter(code_point_at(text, at))) return false;
    const char32_t before = code_point_before(text, at);
    return before < first_with_signs || u_getCombiningClass(static_cast<UChar32>(before)) != virama;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010; }
bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014; }

bool two_letters_before(std::string_view text, std::size_t at) {
    if (!is_letter(code_point_before(text, at))) return false;
    return is_letter(code_point_before(text, text::start_of_character(text, at - 1)));
}

bool are_letters(std::string_view text, std::size_t at, int count) {
    for (; count > 0; --count)
        if (at >= text.size() || !is_letter(text::next_code_point(text, at))) return false;
    return true;
}

/// Signs that a long address, path or name may be broken behind.
bool is_technical_sign(char c) {
    return std::string_view("/.-_?&=#:,;+~@|\\").find(c) != std::string_view::npos;
}

/// Addresses, paths, file names: words with signs that prose has only at its ends. A slash alone
/// may stand between words of prose.
bool looks_technical(std::string_view word) {
    if (word.find_first_of("\\@_=&#") != std::string_view::npos) return true;
    if (word.find("//") != std::string_view::npos) return true;
    const std::size_t dot = word.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < word.size() &&
           is_letter(static_cast<unsigned char>(word[dot + 1]));
}

/// Scripts of Southeast and East Asia have no spaces between words: what stands between their
/// letters are words of other scripts.
template <typename Take>
void for_each_spaced_word(std::string_view text, const Take& take) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = text::next_code_point(text, at);
        const bool quote = c >= 0x2018 && c <= 0x201F;
        const bool spaced = c < 0x0E00 || (c >= 0x1E00 && c < 0x2E80 && !quote);
        if (spaced) continue;
        if (from > begin) take(begin, from);
        begin = at;
    }
    if (begin < text.size()) take(begin, text.size());
}

struct CloseIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

/// The rules for a language, by ICU's name.
const char* line_rules(std::string_view language, style::Kinsoku kinsoku) {
    constexpr std::array<std::array<const char*, 3>, 3> rules = {
        {{"ja@lb=strict", "ja@lb=normal", "ja@lb=loose"},
         {"zh@lb=strict", "zh@lb=normal", "zh@lb=loose"},
         {"ko@lb=strict", "ko@lb=normal", "ko@lb=loose"}}};
    const std::string primary = primary_language(language);
    const auto level = static_cast<std::size_t>(kinsoku);
    if (primary == "ja") return rules[0][level];
    if (primary == "zh" || primary == "yue") return rules[1][level];
    return primary == "ko" ? rules[2][level] : "";
}

/// One iterator a thread and language: opening one costs more than breaking a chapter.
UBreakIterator* iterator_for(const char* rules, UBreakIteratorType type = UBRK_LINE) {
    using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;
    thread_local std::map<std::pair<std::string_view, UBreakIteratorType>, Iterator> iterators;
    const auto [known, is_new] = iterators.try_emplace({rules, type});
    if (is_new) {
        UErrorCode status = U_ZERO_ERROR;
        known->second.reset(ubrk_open(type, rules, nullptr, 0, &status));
    }
    return known->second.get();
}

/// Where phrases end, as dictionaries know them: of Japanese a word and what is bound to it, of
/// Chinese a word. Text that is not asked about ends one everywhere.
class PhraseEnds {
public:
    explicit PhraseEnds(const StyledText& styled) {
        if (!styled.phrases || !has_phrases(styled)) return;
        UBreakIterator* const iterator = primary_language(styled.language) == "ja"
                                             ? iterator_for("ja@lb=strict;lw=phrase")
                                             : iterator_for("zh", UBRK_WORD);
        UErrorCode status = U_ZERO_ERROR;
        text_.reset(utext_openUTF8(nullptr, styled.text.data(),
                                   static_cast<std::int64_t>(styled.text.size()), &status));
        if (iterator == nullptr || U_FAILURE(status)) return;
        ubrk_setUText(iterator, text_.get(), &status);
        if (U_SUCCESS(status)) iterator_ = iterator;
    }
    bool has(std::int32_t at) const {
        return iterator_ == nullptr || ubrk_isBoundary(iterator_, at) != 0;
    }

private:
    std::unique_ptr<UText, CloseText> text_;
    UBreakIterator* iterator_ = nullptr;
};

}  // namespace

char32_t code_point_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    at = text::start_of_character(text, at - 1);
    return text::next_code_point(text, at);
}

char32_t code_point_at(std::string_view text, std::size_t at) {
    return at < text.size() ? text::next_code_point(text, at) : 0;
}

bool has_phrases(const StyledText& text) {
    return text.complex_breaks && is_one_of(primary_language(text.language), {"ja", "zh", "yue"});
}

std::vector<ScriptBreak> find_script_breaks(const StyledText& styled) {
    const std::string_view text = styled.text;
    constexpr char32_t first_complex = 0x0E00;
    std::vector<ScriptBreak> breaks;
    if (!styled.complex_breaks) return breaks;
    UBreakIterator* iterator = iterator_for(line_rules(styled.language, styled.kinsoku));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    if (iterator == nullptr || U_FAILURE(status)) return breaks;
    ubrk_setUText(iterator, opened.get(), &status);
    if (U_FAILURE(status)) return breaks;
    const PhraseEnds phrases(styled);
    for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        const auto offset = static_cast<std::size_t>(at);
        const char32_t before = code_point_before(text, offset);
        const char32_t behind = code_point_at(text, offset);
        if (before < first_complex && behind < first_complex) continue;
        const std::int32_t cost = break_cost(before, behind, styled.kinsoku);
        if (cost == no_break_here) continue;
        const std::int32_t parts = phrases.has(at) ? 0 : phrase_penalty;
        breaks.push_back({static_cast<std::uint32_t>(offset), std::max(cost, parts)});
    }
    return breaks;
}

Place place_behind(std::string_view word, Place place) {
    const char32_t last = code_point_before(word, word.size());
    const bool ends = last == '.' || last == '!' || last == '?' || last == U'…' || last == ':';
    const bool quote = last == U'«' || last == U'“' || last == '(';
    if (quote) return place;
    return ends ? Place::sentence_start : Place::inside;
}

Opportunities::Opportunities(const StyledText& text, BreakEffort effort)
    : text_(text), effort_(effort) {
    if (text.script_breaks.empty()) own_breaks_ = find_script_breaks(text);
    script_breaks_ = text.script_breaks.empty() ? own_breaks_ : text.script_breaks;
}

/// Behind the hyphens of compounds, behind slashes and dashes; "a-t-il", "celles-ci" and "-5" stay
/// whole.
void Opportunities::add_explicit(const WordPart& part, std::vector<Opportunity>& found) const {
    const std::string_view text = text_.text;
    for (std::size_t at = part.begin; at < part.end;) {
        const std::size_t before = at;
        const char32_t c = text::next_code_point(text, at);
        const bool joins = is_hyphen(c) || c == '/';
        const int least_behind = c == '/' ? 2 : 3;
        if (joins && !(two_letters_before(text, before) && are_letters(text, at, least_behind)))
            continue;
        if (is_hyphen(c)) {
            found.push_back({static_cast<std::uint32_t>(at), standing_hyphen_penalty,
                             Opportunity::Sign::standing});
        } else if (c == '/') {
            found.push_back(
                {static_cast<std::uint32_t>(at), slash_penalty, Opportunity::Sign::none});
        } else if (is_dash(c) && before > part.begin && is_letter(code_point_at(text, at))) {
            found.push_back(
                {static_cast<std::uint32_t>(at), dash_penalty, Opportunity::Sign::none});
        }
    }
}

/// Longer names of hosts are broken like other words.
constexpr std::size_t longest_host = 40;

/// Bytes of `word` up to the path, where it is an address with one; else zero.
std::size_t end_of_host(std::string_view word) {
    const std::size_t scheme = word.find("://");
    const std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t slash = word.find('/', begin);
    if (slash == std::string_view::npos || slash > longest_host) return 0;
    return word.substr(begin, slash - begin).find('.') == std::string_view::npos ? 0 : slash;
}

/// Longer ones are broken all the same.
constexpr std::size_t longest_bare_host = 24;

/// "beta.gouv.fr", with the marks behind it: small letters, digits and hyphens between points.
bool is_bare_host(std::string_view word) {
    while (!word.empty() && !ascii::is_alphanumeric(static_cast<unsigned char>(word.back())))
        word.remove_suffix(1);
    const auto belongs = [](char c) {
        return ascii::is_lower(static_cast<unsigned char>(c)) ||
               ascii::is_digit(static_cast<unsigned char>(c)) || c == '-' || c == '.';
    };
    return word.size() <= longest_bare_host && word.find('.') != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), belongs);
}

/// Behind the signs of addresses and code, before a point, never between two of them nor inside the
/// host of an address. Before a hyphen in an address: at the end of a line nobody could tell it
/// from one that parts a word.
void Opportunities::add_technical(const WordPart& part, std::vector<Opportunity>& found) const {
    const std::string_view text = text_.text;
    const std::string_view word = text.substr(part.begin, part.end - part.begin);
    if (!part.look->technical && is_bare_host(word)) return;
    const std::size_t host = end_of_host(word);
    const auto goes_down = [&](char sign) { return sign == '.' || (sign == '-' && host > 0); };
    const std::size_t first = std::max<std::size_t>(least_beside_sign, host);
    for (std::size_t at = part.begin + first; at + least_beside_sign <= part.end; ++at) {
        const char sign = text[at - 1];
        const bool behind_sign = is_technical_sign(sign) && !goes_down(sign);
        const bool before_sign = goes_down(text[at]) && !is_technical_sign(sign);
        if (!before_sign && (!behind_sign || is_technical_sign(text[at]))) continue;
        found.push_back(
            {static_cast<std::uint32_t>(at), sign == '/' ? slash_penalty : sign_penalty,
             sign == '-' && behind_sign ? Opportunity::Sign::standing : Opportunity::Sign::none});
    }
}

/// By the patterns of the language, in every run of letters but those beside a digit or behind a
/// middle dot (inclusive writing); in the parts of compounds only when little else is left. A digit
/// in another look is the number of a note.
void Opportunities::add_patterns(const WordPart& part, std::vector<Opportunity>& found) {
    const std::string_view text = text_.text;
    Place place = part.place;
    for (std::size_t at = part.begin; at < part.end;) {
        const std::size_t begin = at;
        std::size_t end = begin;
        while (at < part.end && is_letter(text::next_code_point(text, at))) end = at;
        if (end == begin) continue;
        const char32_t before = code_point_before(text, begin);
        const char32_t behind = code_point_at(text, end);
        const bool joins_digit =
            ascii::is_digit(before) || (end < part.end && ascii::is_digit(behind));
        if (before == middle_dot || joins_digit) continue;
        const bool compound = is_hyphen(before) || is_hyphen(behind);
        const std::string_view letters = text.substr(begin, end - begin);
        const bool allowed = may_hyphenate(letters, std::exchange(place, Place::inside));
        if (letters.size() < 5 || !allowed) continue;
        points_.clear();
        part.look->patterns->append_points(letters, points_);
        for (const std::uint32_t point : points_) {
            if (!parts_letters(text, begin + point)) continue;
            found.push_back({static_cast<std::uint32_t>(begin) + point,
                             compound ? compound_penalty : hyphen_penalty,
                             Opportunity::Sign::hyphen});
        }
    }
}

/// Whether the author says where the word is to be parted.
bool Opportunities::has_soft_hyphen(const WordPart& part) {
    const std::vector<TextMark>& marks = text_.marks;
    while (next_mark_ < marks.size() && marks[next_mark_].offset < part.begin) ++next_mark_;
    for (std::size_t i = next_mark_; i < marks.size() && marks[i].offset < part.end; ++i) {
        if (marks[i].kind == TextMark::Kind::soft_hyphen) return true;
    }
    return false;
}

void Opportunities::add_marks(const WordPart& part, std::vector<Opportunity>& found) const {
    const std::vector<TextMark>& marks = text_.marks;
    for (std::size_t i = next_mark_; i < marks.size() && marks[i].offset < part.end; ++i) {
        const std::uint32_t offset = marks[i].offset;
        if (marks[i].kind == TextMark::Kind::break_here) {
            found.push_back({offset, 0, Opportunity::Sign::none});
        } else if (marks[i].kind == TextMark::Kind::soft_hyphen) {
            found.push_back({offset, hyphen_penalty, Opportunity::Sign::hyphen});
        } else if (marks[i].kind == TextMark::Kind::no_break) {
            found.push_back({offset, no_break, Opportunity::Sign::none});
        }
    }
}

void Opportunities::add_script_breaks(const WordPart& part, std::vector<Opportunity>& found) {
    std::size_t& next = next_script_break_;
    while (next < script_breaks_.size() && script_breaks_[next].offset < part.begin) ++next;
    for (; next < script_breaks_.size() && script_breaks_[next].offset < part.end; ++next) {
        const auto& [offset, cost] = script_breaks_[next];
        // Korean is divided between words, and inside them only where spaces would be too wide.
        if (cost < hyphen_penalty * 3 || effort_ == BreakEffort::hyphens)
            found.push_back({offset, cost, Opportunity::Sign::none});
    }
}

/// A word between spaces of a script that has them, by hyphens, signs and patterns.
void Opportunities::add_in_word(const WordPart& part, bool parted,
                                std::vector<Opportunity>& found) {
    const std::string_view word =
        std::string_view(text_.text).substr(part.begin, part.end - part.begin);
    const bool technical = part.look->technical || looks_technical(word);
    if (!technical) add_explicit(part, found);
    if (effort_ != BreakEffort::hyphens) return;
    if (technical) add_technical(part, found);
    const bool by_patterns = !technical && !parted && part.look->patterns != nullptr;
    if (by_patterns) add_patterns(part, found);
}

void Opportunities::find(const WordPart& part, std::vector<Opportunity>& found) {
    found.clear();
    if (part.look->unbroken) return;
    const std::string_view word =
        std::string_view(text_.text).substr(part.begin, part.end - part.begin);
    const bool parted = has_soft_hyphen(part);
    if (!text_.complex_breaks || part.look->technical) {
        add_in_word(part, parted, found);
    } else {
        for_each_spaced_word(word, [&](std::size_t begin, std::size_t end) {
            const auto from = part.begin + static_cast<std::uint32_t>(begin);
            const auto to = part.begin + static_cast<std::uint32_t>(end);
            add_in_word({from, to, part.look, part.place}, parted, found);
        });
    }
    add_script_breaks(part, found);
    // Words under a reading are not divided, but a line may begin with them.
    if (part.look->ruby >= 0)
        std::erase_if(found, [&](const Opportunity& o) { return o.offset > part.begin; });
    add_marks(part, found);
    const auto in_order = [](const Opportunity& a, const Opportunity& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.penalty < b.penalty;
    };
    if (!std::is_sorted(found.begin(), found.end(), in_order))
        std::stable_sort(found.begin(), found.end(), in_order);
    const auto same = [](const Opportunity& a, const Opportunity& b) {
        return a.offset == b.offset;
    };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    std::erase_if(found, [](const Opportunity& o) { return o.penalty == no_break; });
}

}  // namespace triptych::typeset
