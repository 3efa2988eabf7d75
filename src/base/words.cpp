#include "base/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/date_words.hpp"
#include "base/is_one_of.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

using Words = std::array<std::string_view, static_cast<std::size_t>(Word::count_)>;

/// What a language has; English where a word is not there.
struct Vocabulary {
    std::string_view tag;
    Words words{};
    DateWords dates{};
};

#define TRIPTYCH_WORD(word, text) known.words[static_cast<std::size_t>(Word::word)] = text;
#define TRIPTYCH_DATES(day, month, months, months_alone) \
    known.dates = {day, month, months, months_alone};
constexpr Vocabulary english() {
    Vocabulary known;
    known.tag = "en";
#include "base/words/en.def"
    return known;
}
constexpr Vocabulary words_fr() {
    Vocabulary known = english();
    known.tag = "fr";
#include "base/words/fr.def"
    return known;
}
constexpr Vocabulary words_ar() {
    Vocabulary known = english();
    known.tag = "ar";
#include "base/words/ar.def"
    return known;
}
constexpr Vocabulary words_bg() {
    Vocabulary known = english();
    known.tag = "bg";
#include "base/words/bg.def"
    return known;
}
constexpr Vocabulary words_cs() {
    Vocabulary known = english();
    known.tag = "cs";
#include "base/words/cs.def"
    return known;
}
constexpr Vocabulary words_da() {
    Vocabulary known = english();
    known.tag = "da";
#include "base/words/da.def"
    return known;
}
constexpr Vocabulary words_de() {
    Vocabulary known = english();
    known.tag = "de";
#include "base/words/de.def"
    return known;
}
constexpr Vocabulary words_el() {
    Vocabulary known = english();
    known.tag = "el";
#include "base/words/el.def"
    return known;
}
constexpr Vocabulary words_es() {
    Vocabulary known = english();
    known.tag = "es";
#include "base/words/es.def"
    return known;
}
constexpr Vocabulary words_et() {
    Vocabulary known = english();
    known.tag = "et";
#include "base/words/et.def"
    return known;
}
constexpr Vocabulary words_fa() {
    Vocabulary known = english();
    known.tag = "fa";
#include "base/words/fa.def"
    return known;
}
constexpr Vocabulary words_fi() {
    Vocabulary known = english();
    known.tag = "fi";
#include "base/words/fi.def"
    return known;
}
constexpr Vocabulary words_ga() {
    Vocabulary known = english();
    known.tag = "ga";
#include "base/words/ga.def"
    return known;
}
constexpr Vocabulary words_he() {
    Vocabulary known = english();
    known.tag = "he";
#include "base/words/he.def"
    return known;
}
constexpr Vocabulary words_hi() {
    Vocabulary known = english();
    known.tag = "hi";
#include "base/words/hi.def"
    return known;
}
constexpr Vocabulary words_hr() {
    Vocabulary known = english();
    known.tag = "hr";
#include "base/words/hr.def"
    return known;
}
constexpr Vocabulary words_hu() {
    Vocabulary known = english();
    known.tag = "hu";
#include "base/words/hu.def"
    return known;
}
constexpr Vocabulary words_id() {
    Vocabulary known = english();
    known.tag = "id";
#include "base/words/id.def"
    return known;
}
constexpr Vocabulary words_it() {
    Vocabulary known = english();
    known.tag = "it";
#include "base/words/it.def"
    return known;
}
constexpr Vocabulary words_ja() {
    Vocabulary known = english();
    known.tag = "ja";
#include "base/words/ja.def"
    return known;
}
constexpr Vocabulary words_ko() {
    Vocabulary known = english();
    known.tag = "ko";
#include "base/words/ko.def"
    return known;
}
constexpr Vocabulary words_lt() {
    Vocabulary known = english();
    known.tag = "lt";
#include "base/words/lt.def"
    return known;
}
constexpr Vocabulary words_lv() {
    Vocabulary known = english();
    known.tag = "lv";
#include "base/words/lv.def"
    return known;
}
constexpr Vocabulary words_mt() {
    Vocabulary known = english();
    known.tag = "mt";
#include "base/words/mt.def"
    return known;
}
constexpr Vocabulary words_nl() {
    Vocabulary known = english();
    known.tag = "nl";
#include "base/words/nl.def"
    return known;
}
constexpr Vocabulary words_pl() {
    Vocabulary known = english();
    known.tag = "pl";
#include "base/words/pl.def"
    return known;
}
constexpr Vocabulary words_pt() {
    Vocabulary known = english();
    known.tag = "pt";
#include "base/words/pt.def"
    return known;
}
constexpr Vocabulary words_ro() {
    Vocabulary known = english();
    known.tag = "ro";
#include "base/words/ro.def"
    return known;
}
constexpr Vocabulary words_ru() {
    Vocabulary known = english();
    known.tag = "ru";
#include "base/words/ru.def"
    return known;
}
constexpr Vocabulary words_sk() {
    Vocabulary known = english();
    known.tag = "sk";
#include "base/words/sk.def"
    return known;
}
constexpr Vocabulary words_sl() {
    Vocabulary known = english();
    known.tag = "sl";
#include "base/words/sl.def"
    return known;
}
constexpr Vocabulary words_sv() {
    Vocabulary known = english();
    known.tag = "sv";
#include "base/words/sv.def"
    return known;
}
constexpr Vocabulary words_tr() {
    Vocabulary known = english();
    known.tag = "tr";
#include "base/words/tr.def"
    return known;
}
constexpr Vocabulary words_uk() {
    Vocabulary known = english();
    known.tag = "uk";
#include "base/words/uk.def"
    return known;
}
constexpr Vocabulary words_vi() {
    Vocabulary known = english();
    known.tag = "vi";
#include "base/words/vi.def"
    return known;
}
constexpr Vocabulary words_zh_hans() {
    Vocabulary known = english();
    known.tag = "zh-Hans";
#include "base/words/zh-Hans.def"
    return known;
}
constexpr Vocabulary words_zh_hant() {
    Vocabulary known = english();
    known.tag = "zh-Hant";
#include "base/words/zh-Hant.def"
    return known;
}
#undef TRIPTYCH_WORD
#undef TRIPTYCH_DATES

constexpr std::array<Vocabulary, 37> vocabularies = {{
    english(),       words_fr(),      words_ar(), words_bg(), words_cs(), words_da(), words_de(),
    words_el(),      words_es(),      words_et(), words_fa(), words_fi(), words_ga(), words_he(),
    words_hi(),      words_hr(),      words_hu(), words_id(), words_it(), words_ja(), words_ko(),
    words_lt(),      words_lv(),      words_mt(), words_nl(), words_pl(), words_pt(), words_ro(),
    words_ru(),      words_sk(),      words_sl(), words_sv(), words_tr(), words_uk(), words_vi(),
    words_zh_hans(), words_zh_hant(),
}};

const Vocabulary& vocabulary_of(std::string_view language) {
    if (is_french(language)) return vocabularies[1];
    const std::string tag = vocabulary_tag(language);
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
                                    [&](const Vocabulary& known) { return known.tag == tag; });
    return found == vocabularies.end() ? vocabularies[0] : *found;
}

}  // namespace

std::string_view word_in(std::string_view language, Word word) {
    return vocabulary_of(language).words[static_cast<std::size_t>(word)];
}

std::string_view language_of_words(std::string_view language) {
    const bool english = &vocabulary_of(language) == vocabularies.data();
    return english && !language.empty() && primary_language(language) != "en" ? "en" : "";
}

std::vector<std::string_view> languages_with_words() {
    std::vector<std::string_view> tags;
    tags.reserve(std::size(vocabularies));
    for (const Vocabulary& known : vocabularies) tags.push_back(known.tag);
    std::swap(tags[0], tags[1]);
    return tags;
}

/// Chinese is written in two ways; the region says which where the tag does not.
std::string vocabulary_tag(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary != "zh" && primary != "yue") return primary;
    const std::string tag = text::lower_case(language);
    for (const std::string_view part : {"-hant", "-tw", "-hk", "-mo"})
        if (tag.find(part) != std::string::npos) return "zh-Hant";
    return "zh-Hans";
}

const DateWords& date_words(std::string_view language) { return vocabulary_of(language).dates; }

std::string page_words(std::string_view language, std::string_view folio) {
    const std::string number = own_digits(std::string(folio), language);
    const std::string primary = primary_language(language);
    const std::string word(word_in(language, Word::page_abbreviation));
    if (primary == "zh" || primary == "yue") return "第" + number + word;
    if (primary == "ja" || primary == "ko") return number + word;
    return word + "\u00A0" + number;
}

std::string_view list_separator(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "ja" || primary == "zh" || primary == "yue") return "、";
    return is_one_of(primary, {"ar", "fa", "ur"}) ? "، " : ", ";
}

std::string_view semicolon(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "fr") return "\u202F; ";
    if (primary == "el") return "· ";
    if (is_one_of(primary, {"ja", "zh", "yue"})) return "；";
    return is_one_of(primary, {"ar", "fa", "ur"}) ? "؛ " : "; ";
}

std::string bracketed(std::string_view words, std::string_view language) {
    const bool wide = is_one_of(primary_language(language), {"ja", "zh", "yue"});
    return (wide ? "（" : " (") + std::string(words) + (wide ? "）" : ")");
}

std::string listed(const std::vector<std::string>& things, std::string_view language) {
    const std::string primary = primary_language(language);
    std::string between = " " + std::string(word_in(language, Word::conjunction)) + " ";
    if (primary == "ja") between = "、";
    if (primary == "zh" || primary == "yue") between = "和";
    if (primary == "ar") between = " و";
    if (primary == "he") between = " ו-";
    std::string list;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const bool is_last = i + 1 == things.size();
        if (i > 0) list += is_last ? between : list_separator(language);
        list += things[i];
    }
    return list;
}

}  // namespace triptych
