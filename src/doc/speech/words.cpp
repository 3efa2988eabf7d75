#include "doc/speech/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "base/text.hpp"
#include "base/vocabulary.hpp"

namespace triptych::doc::speech {

namespace {

constexpr auto word_count = static_cast<std::size_t>(FormulaWord::count_);

#define FORMULA_WORDS_OF(tag) <doc/speech/words/tag.def>
#define FORMULA_WORDS_BEGIN(tag)       \
    triptych::Vocabulary<word_count> { \
        tag, {                         \
            {
#define FORMULA_WORDS_END \
    }                     \
    }                     \
    }                     \
    ,
#define TRIPTYCH_FORMULA_WORD(name, text) NamedWord{#name, text},
// clang-format off
constexpr triptych::Vocabulary<word_count> vocabularies[] = {
#include "doc/speech/languages.def"
};
// clang-format on
#undef FORMULA_WORDS_OF
#undef FORMULA_WORDS_BEGIN
#undef FORMULA_WORDS_END
#undef TRIPTYCH_FORMULA_WORD
constexpr std::size_t language_count = std::size(vocabularies);

static_assert(is_complete(vocabularies));

constexpr std::size_t total_size() {
    std::size_t size = 0;
    for (const auto& one : vocabularies)
        for (const auto& word : one.words) size += word.text.size();
    return size;
}

/// All words in one piece without a pointer: who needs none of them pays nothing for them when the
/// program is started.
struct Packed {
    std::array<char, total_size()> text{};
    std::array<std::uint32_t, language_count * word_count + 1> ends{};
};
constexpr Packed pack() {
    Packed all;
    std::uint32_t end = 0;
    std::size_t at = 0;
    for (const auto& one : vocabularies)
        for (const auto& word : one.words) {
            for (const char c : word.text) all.text[end++] = c;
            all.ends[++at] = end;
        }
    return all;
}
constexpr Packed packed = pack();

/// Eight bytes are enough for a tag of a language, and no pointer either.
using Tag = std::array<char, 8>;
constexpr std::array<Tag, language_count> tags_of_all() {
    std::array<Tag, language_count> tags{};
    for (std::size_t i = 0; i < language_count; ++i)
        for (std::size_t k = 0; k < vocabularies[i].tag.size(); ++k)
            tags[i][k] = vocabularies[i].tag[k];
    return tags;
}
constexpr auto tags = tags_of_all();
std::string_view text_of(const Tag& tag) { return tag.data(); }

struct Sign {
    std::string_view sign;
    SignName name;
};
constexpr Sign signs[] = {
#define SIGN(sign, word) {sign, {FormulaWord::word, false}},
#define CAPITAL(sign, word) {sign, {FormulaWord::word, true}},
#include "doc/speech/signs.def"
#undef SIGN
#undef CAPITAL
};

struct Mark {
    std::string_view mark;
    FormulaWord word;
};
constexpr Mark marks[] = {
    {"^", FormulaWord::hat},
    {"~", FormulaWord::tilde},
    {"¯", FormulaWord::macron},
    {"_", FormulaWord::underline},
    {"˙", FormulaWord::dot_over},
    {"¨", FormulaWord::double_dot},
    {"ˇ", FormulaWord::check},
    {"˘", FormulaWord::breve},
    {"´", FormulaWord::acute},
    {"`", FormulaWord::grave},
    {"˚", FormulaWord::ring},
    {"\u20DB", FormulaWord::triple_dot},
    {"⏞", FormulaWord::under_brace},
    {"⏟", FormulaWord::over_brace},
    {"⎴", FormulaWord::under_bracket},
    {"⎵", FormulaWord::over_bracket},
    {"←", FormulaWord::under_left_arrow},
    {"↔", FormulaWord::under_both_ways_arrow},
};

}  // namespace

Vocabulary::Vocabulary(std::string_view language) {
    const std::string tag = vocabulary_tag(language);
    for (std::size_t i = 0; i < language_count; ++i)
        if (text_of(tags[i]) == tag) language_ = static_cast<std::uint8_t>(i);
}

std::string_view Vocabulary::operator[](FormulaWord word) const {
    const std::size_t at = language_ * word_count + static_cast<std::size_t>(word);
    return {packed.text.data() + packed.ends[at], packed.ends[at + 1] - packed.ends[at]};
}

std::string_view Vocabulary::tag() const { return text_of(tags[language_]); }

std::optional<SignName> name_of_sign(std::string_view sign) {
    const auto* found = std::find_if(std::begin(signs), std::end(signs),
                                     [&](const Sign& one) { return one.sign == sign; });
    if (found == std::end(signs)) return std::nullopt;
    return found->name;
}

std::optional<FormulaWord> name_of_mark(std::string_view mark) {
    const auto* found = std::find_if(std::begin(marks), std::end(marks),
                                     [&](const Mark& one) { return one.mark == mark; });
    if (found == std::end(marks)) return std::nullopt;
    return found->word;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> things) {
    std::string all;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const auto which = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : things.size();
        if (which >= things.size()) {
            all += pattern[i];
            continue;
        }
        all += *(things.begin() + which);
        i += 2;
    }
    return std::string(text::trim(all));
}

}  // namespace triptych::doc::speech
