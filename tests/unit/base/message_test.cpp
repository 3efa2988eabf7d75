#include <triptych/message.hpp>

#include <doctest/doctest.h>

#include "base/catalogue.hpp"

namespace triptych {
namespace {

constexpr auto french = MessageLanguage::french;

std::string in_french(std::string_view language, std::string_view all, std::string_view messages,
                      std::string_view lang) {
    return message_language(language, all, messages, lang) == french ? "fr" : "en";
}

}  // namespace

TEST_CASE("gaps of a message are filled in order or by number") {
    CHECK(say("{} of {}", 2, "x").english() == "2 of x");
    CHECK(say("{1} before {0}", "a", "b").english() == "b before a");
    CHECK(say("{:.1f} to 1", 4.46).english() == "4.5 to 1");
    CHECK(say("U+{:04X}", std::uint32_t{0xE9}).english() == "U+00E9");
    CHECK(say("{{% hint %}} of {}", "x").english() == "{% hint %} of x");
}

TEST_CASE("a message that nobody has translated is said in English") {
    CHECK(say("a sentence that stands in no catalogue: {}", 1.5).in(french) ==
          "a sentence that stands in no catalogue: 1.5");
    CHECK(Message::verbatim("error").in(french) == "error");
}

TEST_CASE("messages in gaps are translated, too") {
    const Message message =
        say("{}, {}, {}", say_count(1, "{} error", "{} errors", 1),
            say_count(0, "{} warning", "{} warnings", 0), say_count(2, "{} note", "{} notes", 2));
    CHECK(message.english() == "1 error, 0 warnings, 2 notes");
    CHECK(message.in(french) == "1 erreur, 0 avertissement, 2 notes");
}

TEST_CASE("numbers have the comma of the language") {
    CHECK(say("text in {} on {} has a contrast of {:.1f} to 1", "#777", "#FFF", 4.46)
              .in(french)
              .find("4,5") != std::string::npos);
}

TEST_CASE("messages are told apart by their English") {
    CHECK(say("error") == Message::verbatim("error"));
    CHECK(say("error") < say("note"));
}

TEST_CASE("a long message is clipped in every language") {
    Message message = say("no picture '{}' in the book", std::string(9'000, 'x'));
    message.clip(600);
    CHECK(message.english().size() < 610);
    CHECK(message.in(french).size() < 610);
}

TEST_CASE("the language is chosen as gettext chooses it") {
    CHECK(in_french("", "", "", "fr_FR.UTF-8") == "fr");
    CHECK(in_french("", "", "", "fr") == "fr");
    CHECK(in_french("", "", "fr_CA.UTF-8", "en_US.UTF-8") == "fr");
    CHECK(in_french("", "C", "fr_FR.UTF-8", "fr_FR.UTF-8") == "en");
    CHECK(in_french("fr:en", "", "", "en_US.UTF-8") == "fr");
    CHECK(in_french("en:fr", "", "", "fr_FR.UTF-8") == "en");
    CHECK(in_french("de:fr", "", "", "de_DE.UTF-8") == "fr");
    CHECK(in_french("fr", "", "", "C.UTF-8") == "en");
    CHECK(in_french("fr", "", "", "") == "en");
    CHECK(in_french("", "", "", "frp_FR.UTF-8") == "en");
    CHECK(in_french("", "", "", "") == "en");
}

TEST_CASE("a catalogue is read with its plurals and escapes, without what is fuzzy or empty") {
    const Catalogue entries = read_catalogue(
        "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n"
        "#: a.cpp:1\nmsgid \"a \\\"b\\\"\\n\"\n\"c\"\nmsgstr \"d\"\n\"e\"\n\n"
        "msgid \"{} page\"\nmsgid_plural \"{} pages\"\nmsgstr[0] \"0\"\nmsgstr[1] \"1\"\n\n"
        "#, fuzzy\nmsgid \"guess\"\nmsgstr \"supposition\"\n\n"
        "msgid \"empty\"\nmsgstr \"\"\n\n"
        "#~ msgid \"old\"\n#~ msgstr \"vieux\"\n\nmsgid \"last\"\nmsgstr \"dernier\"\n");
    CHECK(entries.size() == 3);
    REQUIRE(entries.contains("a \"b\"\nc"));
    CHECK(entries.at("a \"b\"\nc").forms == std::vector<std::string>{"de"});
    CHECK(entries.at("{} page").forms == std::vector<std::string>{"0", "1"});
    CHECK(entries.at("last").forms.front() == "dernier");
}

TEST_CASE("zero and one are singular in French") {
    CHECK(plural_form(0, french) == 0);
    CHECK(plural_form(1, french) == 0);
    CHECK(plural_form(2, french) == 1);
    CHECK(plural_form(0, MessageLanguage::english) == 1);
    CHECK(plural_form(1, MessageLanguage::english) == 0);
}

}  // namespace triptych
