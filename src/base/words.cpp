#include "base/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace triptych {
namespace {

using Words = std::array<std::string_view, static_cast<std::size_t>(Word::count_)>;

/// The words of a language; English where one is not there.
struct Vocabulary {
    std::string_view tag;
    Words words;
};

#define TRIPTYCH_WORD(word, text) words[static_cast<std::size_t>(Word::word)] = text;
constexpr Words english() {
    Words words{};
#include "base/words/en.def"
    return words;
}
constexpr Words words_fr() {
    Words words = english();
#include "base/words/fr.def"
    return words;
}
constexpr Words words_ar() {
    Words words = english();
#include "base/words/ar.def"
    return words;
}
constexpr Words words_bg() {
    Words words = english();
#include "base/words/bg.def"
    return words;
}
constexpr Words words_cs() {
    Words words = english();
#include "base/words/cs.def"
    return words;
}
constexpr Words words_da() {
    Words words = english();
#include "base/words/da.def"
    return words;
}
constexpr Words words_de() {
    Words words = english();
#include "base/words/de.def"
    return words;
}
constexpr Words words_el() {
    Words words = english();
#include "base/words/el.def"
    return words;
}
constexpr Words words_es() {
    Words words = english();
#include "base/words/es.def"
    return words;
}
constexpr Words words_et() {
    Words words = english();
#include "base/words/et.def"
    return words;
}
constexpr Words words_fa() {
    Words words = english();
#include "base/words/fa.def"
    return words;
}
constexpr Words words_fi() {
    Words words = english();
#include "base/words/fi.def"
    return words;
}
constexpr Words words_ga() {
    Words words = english();
#include "base/words/ga.def"
    return words;
}
constexpr Words words_he() {
    Words words = english();
#include "base/words/he.def"
    return words;
}
constexpr Words words_hi() {
    Words words = english();
#include "base/words/hi.def"
    return words;
}
constexpr Words words_hr() {
    Words words = english();
#include "base/words/hr.def"
    return words;
}
constexpr Words words_hu() {
    Words words = english();
#include "base/words/hu.def"
    return words;
}
constexpr Words words_id() {
    Words words = english();
#include "base/words/id.def"
    return words;
}
constexpr Words words_it() {
    Words words = english();
#include "base/words/it.def"
    return words;
}
constexpr Words words_ja() {
    Words words = english();
#include "base/words/ja.def"
    return words;
}
constexpr Words words_ko() {
    Words words = english();
#include "base/words/ko.def"
    return words;
}
constexpr Words words_lt() {
    Words words = english();
#include "base/words/lt.def"
    return words;
}
constexpr Words words_lv() {
    Words words = english();
#include "base/words/lv.def"
    return words;
}
constexpr Words words_mt() {
    Words words = english();
#include "base/words/mt.def"
    return words;
}
constexpr Words words_nl() {
    Words words = english();
#include "base/words/nl.def"
    return words;
}
constexpr Words words_pl() {
    Words words = english();
#include "base/words/pl.def"
    return words;
}
constexpr Words words_pt() {
    Words words = english();
#include "base/words/pt.def"
    return words;
}
constexpr Words words_ro() {
    Words words = english();
#include "base/words/ro.def"
    return words;
}
constexpr Words words_ru() {
    Words words = english();
#include "base/words/ru.def"
    return words;
}
constexpr Words words_sk() {
    Words words = english();
#include "base/words/sk.def"
    return words;
}
constexpr Words words_sl() {
    Words words = english();
#include "base/words/sl.def"
    return words;
}
constexpr Words words_sv() {
    Words words = english();
#include "base/words/sv.def"
    return words;
}
constexpr Words words_tr() {
    Words words = english();
#include "base/words/tr.def"
    return words;
}
constexpr Words words_uk() {
    Words words = english();
#include "base/words/uk.def"
    return words;
}
constexpr Words words_vi() {
    Words words = english();
#include "base/words/vi.def"
    return words;
}
constexpr Words words_zh_hans() {
    Words words = english();
#include "base/words/zh-Hans.def"
    return words;
}
constexpr Words words_zh_hant() {
    Words words = english();
#include "base/words/zh-Hant.def"
    return words;
}
#undef TRIPTYCH_WORD

constexpr std::array<Vocabulary, 37> vocabularies = {{
    {"en", english()},
    {"fr", words_fr()},
    {"ar", words_ar()},
    {"bg", words_bg()},
    {"cs", words_cs()},
    {"da", words_da()},
    {"de", words_de()},
    {"el", words_el()},
    {"es", words_es()},
    {"et", words_et()},
    {"fa", words_fa()},
    {"fi", words_fi()},
    {"ga", words_ga()},
    {"he", words_he()},
    {"hi", words_hi()},
    {"hr", words_hr()},
    {"hu", words_hu()},
    {"id", words_id()},
    {"it", words_it()},
    {"ja", words_ja()},
    {"ko", words_ko()},
    {"lt", words_lt()},
    {"lv", words_lv()},
    {"mt", words_mt()},
    {"nl", words_nl()},
    {"pl", words_pl()},
    {"pt", words_pt()},
    {"ro", words_ro()},
    {"ru", words_ru()},
    {"sk", words_sk()},
    {"sl", words_sl()},
    {"sv", words_sv()},
    {"tr", words_tr()},
    {"uk", words_uk()},
    {"vi", words_vi()},
    {"zh-Hans", words_zh_hans()},
    {"zh-Hant", words_zh_hant()},
}};

/// Chinese is written in two ways; the region says which where the tag does not.
std::string vocabulary_tag(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary != "zh" && primary != "yue") return primary;
    const std::string tag = text::lower_case(language);
    for (const std::string_view part : {"-hant", "-tw", "-hk", "-mo"})
        if (tag.find(part) != std::string::npos) return "zh-Hant";
    return "zh-Hans";
}

const Words& words_of(std::string_view language) {
    if (is_french(language)) return vocabularies[1].words;
    const std::string tag = vocabulary_tag(language);
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
                                    [&](const Vocabulary& known) { return known.tag == tag; });
    return found == vocabularies.end() ? vocabularies[0].words : found->words;
}

}  // namespace

std::string_view word_in(std::string_view language, Word word) {
    return words_of(language)[static_cast<std::size_t>(word)];
}

std::string page_words(std::string_view language, std::string_view number) {
    const std::string primary = primary_language(language);
    const std::string word(word_in(language, Word::page_abbreviation));
    if (primary == "zh" || primary == "yue") return "第" + std::string(number) + word;
    if (primary == "ja" || primary == "ko") return std::string(number) + word;
    return word + "\u00A0" + std::string(number);
}

}  // namespace triptych
