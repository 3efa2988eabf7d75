#include "gitbook/book/language.hpp"

#include <doctest/doctest.h>

using namespace triptych::gitbook;

namespace {

std::string language_of(std::string_view text) {
    LanguageGuess guess;
    guess.add(text);
    return guess.language();
}

}  // namespace

TEST_CASE("languages in Latin letters are told apart by their words") {
    const std::pair<const char*, const char*> samples[] = {
        {"fr", "La page est pour les équipes, et le guide est dans la rubrique du menu."},
        {"en", "The page is for you and your team, with the steps that are in this guide."},
        {"de", "Die Seite ist für das Team, und der Text wird nicht von einer Maschine auf sie."},
        {"es", "El equipo y los usuarios, con una guía para la que se usa más de una vez."},
        {"it", "Il gruppo della pagina non è per gli utenti, ma con una guida che è nel menu."},
        {"pt", "As equipas não são uma parte do guia, mas os textos para que elas em um menu."},
        {"nl", "De pagina is voor het team, en een gids met de stappen die je niet van ons."},
        {"pl", "Nie jest to strona dla zespołu, oraz przez ten tekst się może być na tym."},
        {"sv", "Det är en sida för att och som inte på den av till ett team om du kan."},
        {"da", "Det er en side som ikke er til et hold, og den kan af dig på en dag med."},
        {"fi", "Sivu on tiimille, ja se ei ole vain, mutta myös kun he ovat tai voi olla."},
        {"et", "Leht on meeskonnale, ja see ei ole või mis ning kui selle oma seda."},
        {"cs", "Stránka je pro tým, ale nebo jako se může být, že jsem pokud při ve lze."},
        {"sk", "Stránka je pre tím, ale alebo ako sa môže byť, že som pri vo nie sú."},
        {"sl", "Stran je za ekipo, ki se ne da, ali pa tudi kot pri če lahko so ter."},
        {"hr", "Stranica je za tim, koji se ne da, ili kao što su nije iz te ako biti od."},
        {"hu", "Az oldal nem csak egy csapat, és ha van, hogy meg kell, vagy ez is lehet."},
        {"ro", "Pagina este pentru echipă, și nu sunt din cu un sau care în mai de pe că."},
        {"lv", "Lapa ir komandai, un kas ka nav par arī no vai ar lai uz bet tas kā."},
        {"lt", "Puslapis yra komandai, ir kad bet kaip iš apie tai nuo per arba gali būti."},
        {"mt", "Il-paġna hija għal dawn li għandu biex ma jew minn din kif fil dan ta."},
        {"ga", "Tá an leathanach ar na foirne agus is é sin atá le bhfuil nó ag sé do go."},
    };
    for (const auto& [language, text] : samples) CHECK(language_of(text) == language);
}

TEST_CASE("other languages are known by their letters") {
    CHECK(language_of("この本は入門書です。") == "ja");
    CHECK(language_of("这是一本书，介绍编程语言。") == "zh");
    CHECK(language_of("이 책은 입문서입니다.") == "ko");
    CHECK(language_of(
              "این کتاب برای یادگیری است و چگونه می‌گوید.") ==
          "fa");
    CHECK(language_of("هذا الكتاب للمبتدئين في البرمجة.") == "ar");
    CHECK(language_of("הספר הזה הוא למתחילים.") == "he");
    CHECK(language_of("यह पुस्तक शुरुआती लोगों के लिए है।") == "hi");
    CHECK(language_of("หนังสือเล่มนี้สำหรับผู้เริ่มต้น") == "th");
    CHECK(language_of("Το βιβλίο είναι για αρχάριους.") == "el");
    CHECK(language_of("Эта книга — для тех, кто начинает; мы пишем её вместе.") == "ru");
    CHECK(language_of("Ця книга — для тих, хто починає; її пишуть.") == "uk");
    CHECK(language_of("Тази книга е за начинаещи и за всички останали.") == "bg");
}

TEST_CASE("code, tags and addresses say nothing of the language") {
    CHECK(language_of("この本です。`the and of is for you this with that`") == "ja");
    CHECK(language_of("La page.\n\n```js\nthe and of is for you this with that are\n```\n") ==
          "fr");
    CHECK(language_of("Le [guide](https://the.and/of/the/and/is/for/you.html) est là.") == "fr");
    CHECK(language_of("{% hint style=\"the and of for\" %} La page {% endhint %}") == "fr");
}

TEST_CASE("capitals hide no word, and a few words of English tell it") {
    CHECK(language_of("How they work.") == "en");
    CHECK(language_of("There Should Have Been") == "en");
}

TEST_CASE("a few words do not make a language") {
    CHECK(language_of("Un, deux.") == "fr");
    CHECK(language_of("") == "fr");
    LanguageGuess nothing;
    nothing.add("# Call\n\n**bold**");
    CHECK_FALSE(nothing.is_told());
    nothing.add("Un mot.");
    CHECK(nothing.is_told());
}
