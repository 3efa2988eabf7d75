#include "doc/speech.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/words.hpp"
#include "doc/speech/words.hpp"

using triptych::doc::spoken;
namespace tex = triptych::doc::tex;

namespace {

std::string say(const std::string& source, const std::string& language) {
    const auto parsed = tex::parse(source, tex::Place::own_line);
    REQUIRE(parsed.formula.has_value());
    return spoken(*parsed.formula, source, language).words;
}

struct Case {
    const char *source, *english, *french;
};

}  // namespace

TEST_CASE("formulas are spoken in English and French") {
    const Case cases[] = {
        {"\\frac{a}{b}", "a over b", "a sur b"},
        {"\\frac12", "one half", "un demi"},
        {"\\frac{a+1}{b}", "the fraction a plus 1, over b, end fraction",
         "la fraction de numérateur a plus 1 et de dénominateur b, fin de fraction"},
        {"\\sqrt{x}", "the square root of x", "racine carrée de x"},
        {"\\sqrt[3]{x+1}", "the cube root of x plus 1, end root",
         "racine cubique de x plus 1, fin de racine"},
        {"x^2", "x squared", "x au carré"},
        {"x^{n+1}", "x to the power n plus 1, end power", "x puissance n plus 1, fin d’exposant"},
        {"x_i^2", "x sub i, squared", "x indice i, au carré"},
        {"\\sum_{i=1}^n x_i", "the sum from i equals 1 to n of x sub i",
         "somme de i égale 1 à n de x indice i"},
        {"\\lim_{x\\to0}\\frac{\\sin x}{x}", "the limit as x tends to 0 of sine x over x",
         "limite quand x tend vers 0 de sinus x sur x"},
        {"f(x)", "f of x", "f de x"},
        {"\\vec v", "vector v", "vecteur v"},
        {"\\overline{AB}", "A B bar", "A B barre"},
        {"a\\equiv b\\pmod n", "a is congruent to b modulo n", "a congru à b modulo n"},
        {"\\binom nk", "n choose k", "k parmi n"},
        {"A + a", "capital A plus a", "A majuscule plus a"},
        {"3{,}5", "3 point 5", "3 virgule 5"},
        {"f''", "f double prime", "f seconde"},
        {"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
         "the 2 by 2 matrix; row 1: a, b; row 2: c, d",
         "matrice 2 sur 2 ; ligne 1 : a, b ; ligne 2 : c, d"},
        {"\\begin{cases} x & x \\ge 0 \\\\ -x \\end{cases}",
         "2 cases: x, x is greater than or equal to 0; minus x",
         "2 cas : x, x supérieur ou égal à 0 ; moins x"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.source);
        CHECK(say(one.source, "en") == one.english);
        CHECK(say(one.source, "fr-FR") == one.french);
    }
}

TEST_CASE("the words of every language have the same places, each once") {
    namespace speech = triptych::doc::speech;
    const speech::Vocabulary english("en");
    const auto places = [](std::string_view pattern) {
        std::string found;
        for (std::size_t i = 0; i + 2 < pattern.size(); ++i)
            if (pattern[i] == '{' && pattern[i + 2] == '}') found += pattern[i + 1];
        std::sort(found.begin(), found.end());
        return found;
    };
    std::size_t spoken_languages = 0;
    for (const std::string_view tag : triptych::languages_with_words()) {
        const speech::Vocabulary words(tag);
        if (words.tag() == tag) ++spoken_languages;
        for (std::size_t i = 0; i < static_cast<std::size_t>(speech::FormulaWord::count_); ++i) {
            const auto word = static_cast<speech::FormulaWord>(i);
            CAPTURE(tag);
            CAPTURE(words[word]);
            CHECK(places(words[word]) == places(english[word]));
        }
    }
    CHECK(spoken_languages == 35);
}

TEST_CASE("what is said in English in a book of another language says so") {
    const auto parsed = tex::parse("x^2", tex::Place::in_line);
    REQUIRE(parsed.formula.has_value());
    for (const char* language : {"mt", "ga", "th", "frr", "sw-KE"}) {
        CAPTURE(language);
        CHECK_FALSE(triptych::doc::can_speak_formulas(language));
        const auto speech = spoken(*parsed.formula, "x^2", language);
        CHECK(speech.words == "x squared");
        CHECK(speech.language == "en");
    }
    for (const char* language : {"en-GB", "fr", "de-AT", "zh-TW", "pt-BR", "ja"}) {
        CAPTURE(language);
        CHECK(triptych::doc::can_speak_formulas(language));
        CHECK(spoken(*parsed.formula, "x^2", language).language.empty());
    }
    CHECK(say("x^2", "zh-TW") == "x的平方");
}

TEST_CASE("what can't be spoken is its source") {
    CHECK(spoken({}, "", "fr").words == " ");
    std::string endless = "x";
    for (int i = 0; i < 1000; ++i) endless += " + x";
    CHECK(say(endless, "en") == endless);
    std::string tower;
    for (int i = 0; i < 45; ++i) tower += "x^{";
    tower += std::string(45, '}');
    CHECK_FALSE(say(tower, "en").empty());
}
