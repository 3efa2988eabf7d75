#include "gitbook/book/language.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/meant_language.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/prose.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t sample = 20'000;   // bytes of a page
constexpr std::size_t enough = 200'000;  // bytes of a book
/// So many different common words a text must hold to be in another language than French or
/// English.
constexpr std::size_t least_words = 5;

struct CommonWords {
    std::string_view language, words;
};
/// The words that stand most often in texts of a language, other languages' words included. Single
/// letters are left out: they number lists. Of two languages with as many the first is taken.
constexpr std::array<CommonWords, languages_by_words> common_words{{
    {"fr",
     "le la les des et du une est pour dans que qui sur pas au avec vous un de en se il ce cette "
     "par "
     "plus ou mais nous aux son sont"},
    {"en",
     "the and of to is for you this with that are your it on be in not from have has can will when "
     "how which we they their but what these also any into than then there should would use using "
     "only if here see"},
    {"de", "der die und das den ist nicht mit ein eine für auf sie werden von zu wird"},
    {"es", "el la los las una para por con que se del es en su como más de"},
    {"it", "il di che la per una sono con non del della nel gli un come più da"},
    {"pt", "os as uma para com que não do da em um no na se como mais de"},
    {"nl", "de het een en van is dat voor niet met op zijn te wordt aan je om"},
    {"pl", "nie na się jest do to że od jak dla oraz przez są lub aby może ten"},
    {"sv", "och att det är som för inte på av en med till den ett om du kan"},
    {"da", "og det er til af på ikke som en den der for med du at kan et"},
    {"nb", "og det er til av på ikke som en den å for med du kan et fra"},
    {"fi", "ja on ei se että oli mutta tai kun ovat voi myös sen tämä joka jos olla"},
    {"et", "ja on ei see et kui oma või ning mis seda ka selle oli saab pole iga"},
    {"cs", "je na se že to pro jsou nebo ve jako ale aby při být pokud lze jsem"},
    {"sk", "je na sa že to pre sú alebo vo ako ale aby pri byť ak nie som"},
    {"sl", "in je na se da za ki so pri kot ali tudi lahko ter če ne ni"},
    {"hr", "je na se da za su koji ili kao što od nije iz ako biti te može"},
    {"hu", "az és egy hogy nem is meg vagy ha van ez csak el ki de kell lehet"},
    {"ro", "și în este de la cu pe nu un pentru care sau din mai sunt că dacă"},
    {"lv", "un ir no ar par uz kas ka bet vai lai nav arī kā tas ja var"},
    {"lt", "ir yra kad iš su bet kaip tai apie jei nuo per tik arba gali būti ar"},
    {"mt", "li ta il fil huwa ma jew għal minn dan din kif hija tal biex għandu dawn"},
    {"ga", "an na agus is ar le go tá do sé ag nó leis bhfuil atá sin seo"},
    {"ca", "el la de que els les una amb per és del en no al més com són"},
    {"eu", "eta da bat ez dira du ere edo baina izan hau den dute egin honek behar zuen"},
    {"gl", "de que os as unha para con non do da en un no na se como máis"},
    {"tr", "ve bir bu için ile da de olarak daha çok gibi ya ne olan var en veya"},
    {"vi", "và của là có không cho các một được trong với này những để khi như từ"},
    {"id", "yang dan di untuk dengan ini itu dari tidak pada akan dalam adalah atau bisa ke kita"},
    {"is", "og að er ekki til það sem við ég hann en um með þú frá eða ef"},
    {"sq", "dhe të në një është që për me nga ka si nuk do më ky duhet ose"},
    {"sr", "je na se da za su koji ili kao što od nije iz ako biti te sam"},
    {"eo", "la kaj de en estas por kun ne tio kiu al ke sed aŭ pri oni vi"},
}};

constexpr std::size_t french = 0, english = 1;

/// Which of the languages, as bits, know a word.
using KnownWords = std::unordered_map<std::string_view, std::uint64_t>;
const KnownWords& known_words() {
    static const KnownWords known = [] {
        KnownWords words;
        for (std::size_t i = 0; i < common_words.size(); ++i)
            for (const std::string_view word : text::split(common_words[i].words, ' '))
                words[word] |= std::uint64_t{1} << i;
        return words;
    }();
    return known;
}

struct Script {
    std::string_view language;  ///< that is written in it; "" where words must tell
    char32_t first, last;
    std::uint32_t weight;  ///< how many Latin letters say as much as one of these
};
// In the order of `std::array` members below; a script of several ranges has the same language.
constexpr std::array<Script, scripts_by_letters> scripts{{
    {"", U'A', 0x24F, 1},      {"el", 0x370, 0x3FF, 1},   {"ru", 0x400, 0x52F, 1},
    {"hy", 0x531, 0x58F, 1},   {"he", 0x591, 0x5F4, 2},   {"ar", 0x600, 0x77F, 2},
    {"hi", 0x900, 0x97F, 2},   {"bn", 0x980, 0x9FF, 2},   {"pa", 0xA00, 0xA7F, 2},
    {"gu", 0xA80, 0xAFF, 2},   {"or", 0xB00, 0xB7F, 2},   {"ta", 0xB80, 0xBFF, 2},
    {"te", 0xC00, 0xC7F, 2},   {"kn", 0xC80, 0xCFF, 2},   {"ml", 0xD00, 0xD7F, 2},
    {"si", 0xD80, 0xDFF, 2},   {"th", 0xE00, 0xE7F, 2},   {"lo", 0xE80, 0xEFF, 2},
    {"bo", 0xF00, 0xFFF, 2},   {"my", 0x1000, 0x109F, 2}, {"ka", 0x10A0, 0x10FF, 1},
    {"am", 0x1200, 0x139F, 2}, {"km", 0x1780, 0x17FF, 2}, {"mn", 0x1800, 0x18AF, 2},
    {"el", 0x1F00, 0x1FFF, 1}, {"ja", 0x3041, 0x30FF, 3}, {"zh", 0x3400, 0x9FFF, 3},
    {"ko", 0xAC00, 0xD7A3, 3}, {"ar", 0xFB50, 0xFEFC, 2},
}};
constexpr std::size_t latin = 0, cyrillic = 2, arabic = 5, kana = 25, han = 26;
static_assert(scripts[kana].language == "ja" && scripts[han].language == "zh");

bool is_latin_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

}  // namespace

bool LanguageGuess::is_full() const { return counted_ >= enough; }

void LanguageGuess::add(std::string_view markdown) {
    markdown = markdown.substr(0, sample);
    counted_ += markdown.size();
    for_each_prose(markdown, [&](std::string_view prose) {
        std::size_t word = 0;
        for (std::size_t at = 0; at < prose.size();) {
            const std::size_t begin = at;
            const char32_t c = text::next_code_point(prose, at);
            if (is_latin_letter(c)) {
                ++letters_[latin];
                continue;
            }
            if (begin > word) add_word(prose.substr(word, begin - word));
            word = at;
            if (c >= 0x370) add_letter(c);
        }
        if (word < prose.size()) add_word(prose.substr(word));
    });
}

void LanguageGuess::add_word(std::string_view word) {
    std::string small;
    if (ascii::is_upper(word.front())) {
        small = word;
        small.front() = ascii::to_lower(small.front());
        word = small;
    }
    const auto found = known_words().find(word);
    if (found == known_words().end()) return;
    seen_.insert(found->first);
    for (std::size_t i = 0; i < words_.size(); ++i)
        words_[i] += static_cast<std::uint32_t>(found->second >> i & 1U);
}

void LanguageGuess::add_letter(char32_t letter) {
    const auto script = std::find_if(scripts.begin() + 1, scripts.end(), [&](const Script& known) {
        return letter >= known.first && letter <= known.last;
    });
    if (script == scripts.end()) return;
    const auto which = static_cast<std::size_t>(script - scripts.begin());
    ++letters_[which];
    if (which == arabic) {
        persian_ += is_one_of(letter, U"پچژگکی") ? 1 : 0;
        urdu_ += is_one_of(letter, U"ٹڈڑےں") ? 1 : 0;
    } else if (which == cyrillic) {
        ukrainian_ += is_one_of(letter, U"іїєґІЇЄҐ") ? 1 : 0;
        belarusian_ += is_one_of(letter, U"ўЎ") ? 1 : 0;
        russian_ += is_one_of(letter, U"ыэёЫЭЁ") ? 1 : 0;
        serbian_ += is_one_of(letter, U"јљњћђЈЉЊЋЂ") ? 1 : 0;
        macedonian_ += is_one_of(letter, U"ѓќѕЃЌЅ") ? 1 : 0;
    }
}

/// Japanese is written in Chinese characters, too, but never without its own.
std::size_t LanguageGuess::strongest_script() const {
    std::array<std::uint64_t, scripts_by_letters> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = std::uint64_t{letters_[i]} * scripts[i].weight;
    const bool japanese = letters_[kana] * 20 >= letters_[han];
    weights[japanese ? kana : han] += weights[japanese ? han : kana];
    weights[japanese ? han : kana] = 0;
    return static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) -
                                    weights.begin());
}

bool LanguageGuess::by_script() const { return strongest_script() != latin; }

bool LanguageGuess::is_told() const {
    return by_script() || std::any_of(words_.begin(), words_.end(), [](auto n) { return n > 0; });
}

std::string LanguageGuess::language() const {
    const std::size_t script = strongest_script();
    if (script == latin) return by_words();
    if (script == arabic) {
        if (urdu_ * 50 > letters_[arabic]) return "ur";
        return persian_ * 50 > letters_[arabic] ? "fa" : "ar";
    }
    if (script != cyrillic) return std::string(scripts[script].language);
    if (belarusian_ * 200 > letters_[cyrillic]) return "be";
    if (ukrainian_ * 100 > letters_[cyrillic]) return "uk";
    if (serbian_ * 100 > letters_[cyrillic]) return macedonian_ > 0 ? "mk" : "sr";
    return russian_ * 200 > letters_[cyrillic] ? "ru" : "bg";
}

/// A few words that several languages share speak for none; a book in French is what most are.
std::string LanguageGuess::by_words() const {
    std::size_t best = words_[english] > words_[french] ? english : french;
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i] > words_[best] && different_words(i) >= least_words) best = i;
    return std::string(common_words[best].language);
}

std::size_t LanguageGuess::different_words(std::size_t language) const {
    return static_cast<std::size_t>(std::count_if(
        seen_.begin(), seen_.end(),
        [&](std::string_view word) { return (known_words().at(word) >> language & 1U) != 0; }));
}

std::string choose_language(const std::vector<WrittenLanguage>& written,
                            const std::function<LanguageGuess()>& guess, Diagnostics& diagnostics) {
    const auto by = [](const LanguageGuess& guessed) {
        return guessed.by_script() ? say("by its letters") : say("by its words");
    };
    for (const WrittenLanguage& language : written) {
        if (language.text.empty()) continue;
        std::string tag = meant_language(language.text);
        if (tag.empty()) {
            const LanguageGuess guessed = guess();
            tag = guessed.language();
            diagnostics.report(Kind::invalid_value, language.span,
                               say("'{}' names no language; the book is taken to be in '{}' {}",
                                   language.text, tag, by(guessed)),
                               say("write '{}', or the tag of another language", tag));
        } else if (!is_written_as_tag(language.text)) {
            diagnostics.report(Kind::invalid_value, language.span,
                               say("'{}' is no language tag; '{}' is meant", language.text, tag),
                               say("write '{}'", tag));
        }
        return tag;
    }
    const LanguageGuess guessed = guess();
    std::string tag = guessed.language();
    if (!guessed.is_told())
        diagnostics.report(
            Kind::language_assumed, {},
            say("nothing tells the language of the book; it is taken to be in '{}'", tag),
            say("say which it is in triptych.yaml, such as 'language: {}'", tag));
    else if (tag != "fr")
        diagnostics.report(Kind::language_assumed, {},
                           say("the book is taken to be in '{}' {}", tag, by(guessed)),
                           say("say so with 'language: {}' in triptych.yaml", tag));
    return tag;
}

}  // namespace triptych::gitbook
