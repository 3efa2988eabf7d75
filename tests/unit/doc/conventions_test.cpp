#include "doc/typography/conventions.hpp"

#include <doctest/doctest.h>

using triptych::doc::typography::quoted_title;

TEST_CASE("titles have the quotation marks of their language and region") {
    CHECK(quoted_title("A", "fr-CH") == "«\u00A0A\u00A0»");
    CHECK(quoted_title("A", "de") == "„A“");
    CHECK(quoted_title("A", "de-CH") == "«A»");
    CHECK(quoted_title("A", "pt") == "«A»");
    CHECK(quoted_title("A", "pt-BR") == "“A”");
    CHECK(quoted_title("A", "fi") == "”A”");
    CHECK(quoted_title("A", "ar") == "«A»");
    CHECK(quoted_title("A", "ja") == "「A」");
    CHECK(quoted_title("A", "zh-CN") == "《A》");
    CHECK(quoted_title("A", "zh-TW") == "「A」");
    CHECK(quoted_title("A", "en") == "“A”");
    CHECK(quoted_title("A", "sw") == "“A”");
}
