#include "doc/further.hpp"

#include <doctest/doctest.h>

#include <string>

#include "doc/walk.hpp"

using namespace triptych;

namespace {

doc::Inlines text(std::string words) { return {{doc::Text{std::move(words)}, {}}}; }
doc::Block paragraph(std::string words) { return {doc::Paragraph{text(std::move(words)), {}}, {}}; }

doc::Callout callout(doc::Blocks body) { return {doc::CalloutKind::info, std::move(body)}; }

doc::Callout leading_to(std::string words) {
    doc::Inlines body = text(std::move(words));
    body.push_back({doc::Link{doc::Url{"https://exemple.fr"}, text("le guide")}, {}});
    return callout({{doc::Paragraph{body, {}}, {}}});
}

}  // namespace

TEST_CASE("a callout that says where to go further is a line") {
    const auto line = doc::further_line(leading_to("Pour aller plus loin\u00A0: voir "));
    REQUIRE(line);
    CHECK(line->lead == "Pour aller plus loin");
    CHECK(line->colon == "\u00A0: ");
    CHECK(line->rest.size() == 2);
    CHECK(doc::further_line(leading_to("Going further: "))->rest.size() == 1);
}

TEST_CASE("the words are those of any language") {
    CHECK(doc::further_line(leading_to("さらに詳しく："))->colon == "：");
    CHECK(doc::further_line(leading_to("للمزيد: "))->lead == "للمزيد");
    CHECK(doc::further_line(leading_to("ПОДРОБНЕЕ: "))->lead == "ПОДРОБНЕЕ");
    CHECK_FALSE(doc::further_line(leading_to("次に：")));
}

TEST_CASE("the words may stand in bold, with their colon or without") {
    for (const char* bold : {"Pour aller plus loin", "Pour aller plus loin\u00A0:"}) {
        doc::Strong strong{text(bold)};
        doc::Inlines body{{std::move(strong), {}}};
        body.push_back({doc::Text{bold[20] == 0 ? "\u00A0: voir ici" : " voir ici"}, {}});
        const auto line = doc::further_line(callout({{doc::Paragraph{body, {}}, {}}}));
        REQUIRE(line);
        CHECK(line->lead == "Pour aller plus loin");
        CHECK(line->colon == "\u00A0: ");
        CHECK(doc::plain_text(line->rest).ends_with("voir ici"));
    }
}

TEST_CASE("a short list behind the words becomes a line") {
    const auto with_items = [](std::size_t count) {
        doc::List list;
        for (std::size_t i = 0; i < count; ++i)
            list.items.push_back({{paragraph("page " + std::to_string(i))}, {}, {}});
        return callout({paragraph("Pour aller plus loin\u00A0:"), {list, {}}});
    };
    const auto line = doc::further_line(with_items(2));
    REQUIRE(line);
    CHECK(line->colon == "\u00A0: ");
    CHECK(doc::plain_text(line->rest) == "page 0\u202F; page 1");
    CHECK_FALSE(doc::further_line(with_items(9)));
    CHECK_FALSE(doc::further_line(with_items(0)));
}

TEST_CASE("other callouts are boxes") {
    CHECK_FALSE(doc::further_line(leading_to("Pour aller plus loin, voir ")));
    CHECK_FALSE(doc::further_line(callout({paragraph("Pour aller plus loin :")})));
    CHECK_FALSE(
        doc::further_line(callout({paragraph("Pour aller plus loin : ici"), paragraph("Et là.")})));
    CHECK_FALSE(doc::further_line(callout({})));
}
