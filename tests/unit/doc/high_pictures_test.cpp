#include "doc/high_pictures.hpp"

#include <doctest/doctest.h>

#include "doc/walk.hpp"

using namespace triptych;

namespace {

doc::Inline picture(std::uint32_t media) { return {doc::InlineImage{MediaId{media}, "Plan"}, {}}; }

/// A book with one list of one item of these words.
doc::Book book_of(doc::Inlines words) {
    doc::List list;
    list.items.push_back({{{doc::Paragraph{std::move(words)}, {}}}, {}, {}});
    doc::Book book;
    book.pages.emplace_back().body.push_back({std::move(list), {}});
    return book;
}

/// Its item, where pictures with odd numbers are high.
std::string lifted(doc::Inlines words) {
    doc::Book book = book_of(std::move(words));
    doc::lift_high_pictures(book, [](MediaId media) { return index(media) % 2 == 1; });
    const auto& list = std::get<doc::List>(book.pages[0].body[0].node);
    return doc::dump(list.items[0].body);
}

doc::Inlines words(const char* text, std::uint32_t media) {
    return {{doc::Text{text}, {}}, picture(media)};
}

}  // namespace

TEST_CASE("a high picture that ends an item is a figure behind its words") {
    const std::string item = lifted(words("Ouvrir le plan ", 1));
    CHECK(item.find("figure") != std::string::npos);
    CHECK(item.find("inline") == std::string::npos);
    CHECK(item.find("Ouvrir le plan") < item.find("figure"));
}

TEST_CASE("a link around the picture leads there still") {
    doc::Inlines body = {{doc::Text{"Voir "}, {}}};
    body.push_back({doc::Link{{doc::Url{"https://plan.exemple"}}, {picture(1)}}, {}});
    CHECK(lifted(body).find("https://plan.exemple") != std::string::npos);
    CHECK(lifted(body).find("figure") != std::string::npos);
}

TEST_CASE("low pictures, those before words, and those alone stay as they are") {
    CHECK(lifted(words("Cliquer sur ", 2)).find("figure") == std::string::npos);
    CHECK(lifted({picture(1), {doc::Text{" à droite"}, {}}}).find("figure") == std::string::npos);
    CHECK(lifted({picture(1)}).find("figure") == std::string::npos);
}
