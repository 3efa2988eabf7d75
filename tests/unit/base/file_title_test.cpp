#include "base/file_title.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace triptych;

TEST_CASE("files are called by titles in any script") {
    CHECK(file_title("Les 5 piliers : où, quand ?") == "les-5-piliers-ou-quand");
    CHECK(file_title("日本語の案内") == "日本語の案内");
    CHECK(file_title("公共服务指南：第二版（2026）") == "公共服务指南-第二版-2026");
    CHECK(file_title("Руководство Ёлки") == "руководство-ёлки");
    CHECK(file_title("Οδηγός υπηρεσιών") == "οδηγός-υπηρεσιών");
    CHECK(file_title("서비스 안내") == "서비스-안내");
    CHECK(file_title("सेवा मार्गदर्शिका") == "सेवा-मार्गदर्शिका");
    CHECK(file_title("دليل الخدمات") == "دليل-الخدمات");
    CHECK(file_title("می‌شود") == "میشود");
    CHECK(file_title("Café 東京 / Été") == "cafe-東京-ete");
    CHECK(file_title("Hướng dẫn Đà Nẵng") == "huong-dan-da-nang");
    CHECK(file_title("../../日本") == "日本");
    CHECK(file_title("…") == "document");
    CHECK(file_title("") == "document");
}

TEST_CASE("names in other scripts are NFC, and cut between characters") {
    CHECK(file_title("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") == "한");
    std::string title, marks = "क";
    for (int i = 0; i < 100; ++i) title += "क्ष";
    for (int i = 0; i < 500; ++i) marks += "\u0301";
    CHECK(file_title(title).size() <= 180);
    CHECK(file_title(marks).size() <= 180);
    CHECK(text::count_visible(file_title(std::string(300, 'a') + "日")) <= 60);
}
