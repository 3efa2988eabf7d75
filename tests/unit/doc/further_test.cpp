#include "doc/further.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("other callouts are boxes") {
    CHECK_FALSE(doc::further_line(leading_to("Pour aller plus loin, voir ")));
    CHECK_FALSE(doc::further_line(callout({paragraph("Pour aller plus loin :")})));
    CHECK_FALSE(
        doc::further_line(callout({paragraph("Pour aller plus loin : ici"), paragraph("Et là.")})));
    CHECK_FALSE(doc::further_line(callout({})));
}
