#include "base/number_signs.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>

#include <unicode/uloc.h>
#include <unicode/ures.h>

#include "base/words.hpp"

using namespace triptych;

namespace {

using Bundle = std::unique_ptr<UResourceBundle, decltype(&ures_close)>;

/// The name of the digits of a locale as ICU has them: its own, else those of the locale above.
std::string digits_in_icu(std::string locale) {
    while (true) {
        UErrorCode status = U_ZERO_ERROR;
        const Bundle all(ures_openDirect(nullptr, locale.c_str(), &status), &ures_close);
        const Bundle elements(ures_getByKey(all.get(), "NumberElements", nullptr, &status),
                              &ures_close);
        std::int32_t size = 0;
        const UChar* name = ures_getStringByKey(elements.get(), "default", &size, &status);
        if (U_SUCCESS(status)) return {name, name + size};
        status = U_ZERO_ERROR;
        const UChar* parent = ures_getStringByKey(all.get(), "%%Parent", &size, &status);
        char above[ULOC_FULLNAME_CAPACITY] = {};
        const bool is_named = U_SUCCESS(status);
        status = U_ZERO_ERROR;
        if (!is_named) uloc_getParent(locale.c_str(), above, sizeof above, &status);
        locale = is_named ? std::string(parent, parent + size) : std::string(above);
        if (locale.empty()) locale = "root";
        if (locale == "root") return "latn";
    }
}

}  // namespace

TEST_CASE("numbers are written as in the language") {
    CHECK(grouped_number(7400, "fr") == "7\u202F400");
    CHECK(grouped_number(7400, "en") == "7,400");
    CHECK(grouped_number(7400, "de-AT") == "7.400");
    CHECK(grouped_number(1234567, "pl") == "1\u00A0234\u00A0567");
    CHECK(grouped_number(12, "fr") == "12");
    CHECK(decimal_sign("ja") == ".");
    CHECK(decimal_sign("ru") == ",");
}

TEST_CASE("sizes of files have the language's units and decimal sign") {
    CHECK(file_size(999, "fr") == "999\u00A0o");
    CHECK(file_size(2500, "fr") == "2,5\u00A0ko");
    CHECK(file_size(2500, "en") == "2.5\u00A0kB");
    CHECK(file_size(25'000, "de") == "25\u00A0kB");
    CHECK(file_size(12'500'000, "ru") == "12,5\u00A0МБ");
    CHECK(file_size(12'500'000, "fi") == "12,5\u00A0Mt");
}

TEST_CASE("lists are written as in the language") {
    const auto three = [](std::string_view language) { return listed({"A", "B", "C"}, language); };
    CHECK(three("fr") == "A, B et C");
    CHECK(three("de") == "A, B und C");
    CHECK(three("ja") == "A、B、C");
    CHECK(three("zh-TW") == "A、B和C");
    CHECK(three("ar") == "A، B وC");
    CHECK(three("he") == "A, B ו-C");
    CHECK(listed({"A"}, "fr") == "A");
    CHECK(listed({}, "fr").empty());
    CHECK(list_separator("zh") == "、");
    CHECK(list_separator("sv") == ", ");
}

TEST_CASE("every language has the digits that the Unicode CLDR gives it") {
    const std::map<std::string, std::string> twelve = {
        {"latn", "12"}, {"arab", "١٢"}, {"arabext", "۱۲"}, {"beng", "১২"}, {"deva", "१२"},
        {"mymr", "၁၂"}, {"tibt", "༡༢"}, {"olck", "᱑᱒"},    {"cakm", "𑄷𑄸"}, {"adlm", "𞥑𞥒"},
    };
    int others = 0;
    for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
        const std::string locale = uloc_getAvailable(i);
        char tag[ULOC_FULLNAME_CAPACITY];
        UErrorCode status = U_ZERO_ERROR;
        uloc_toLanguageTag(locale.c_str(), tag, sizeof tag, 0, &status);
        const std::string name = digits_in_icu(locale);
        CAPTURE(tag);
        CHECK(own_digits(12, tag) == twelve.at(name));
        if (name != "latn") ++others;
    }
    CHECK(others > 50);
}

TEST_CASE("a tag may ask for other digits than its language's") {
    CHECK(own_digits(2026, "ar-u-nu-latn") == "2026");
    CHECK(own_digits(2026, "hi-IN-u-nu-deva") == "२०२६");
    CHECK(own_digits(2026, "th-u-ca-buddhist-nu-thai") == "๒๐๒๖");
    CHECK(own_digits(2026, "fr-u-nu") == "2026");
    CHECK(own_digits("3.1 (2/4)", "fa") == "۳.۱ (۲/۴)");
    CHECK(digits_in_style_sheets("fa-AF") == "persian");
    CHECK(digits_in_style_sheets("ar-MA").empty());
}

TEST_CASE("figures, sizes and decimals have the digits of the language") {
    CHECK(grouped_number(7400, "fa") == "۷٬۴۰۰");
    CHECK(grouped_number(7400, "ar-TN") == "7,400");
    CHECK(file_size(2500, "ar") == "٢٫٥\u00A0kB");
    CHECK(page_words("fa", "12") == page_words("fa", "۱۲"));
    CHECK(page_words("bn", "12").ends_with("১২"));
}
