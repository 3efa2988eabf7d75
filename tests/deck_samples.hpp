#pragma once

#include <string>
#include <utility>
#include <vector>

#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "typesetting_fixture.hpp"

/// Small books for the tests of slides.
namespace triptych::test {

inline doc::Block numbered_heading(std::string number, std::string words, std::string id,
                                   std::uint8_t look = 3) {
    return {doc::Heading{2, look, std::move(id), std::move(number), text(std::move(words))}, {}};
}

inline doc::Block link_callout(std::string before, std::string label) {
    doc::Inlines body = text(std::move(before));
    body.push_back(
        {doc::Link{doc::Url{"https://example.org/a b#c#d"}, text(std::move(label))}, {}});
    return {doc::Callout{doc::CalloutKind::info, {{doc::Paragraph{std::move(body), {}}, {}}}}, {}};
}

inline doc::Page page(std::string id, std::string title, doc::Blocks body) {
    doc::Page page;
    page.id = id;
    page.path = id + ".md";
    page.title = text(title);
    page.short_title = std::move(title);
    page.body = std::move(body);
    return page;
}

inline doc::Book book_of(std::vector<doc::Page> pages) {
    doc::Book book;
    book.metadata.title = "Le jardin";
    book.metadata.publisher = "Éditions du Potager";
    book.pages = std::move(pages);
    book.parts.emplace_back();
    for (std::size_t i = 0; i < book.pages.size(); ++i)
        book.parts.back().pages.push_back(PageId{static_cast<std::uint32_t>(i)});
    return book;
}

/// The condensed deck of a book whose second page holds `body`.
inline deck::Deck digest(doc::Blocks body) {
    return deck::split(
        book_of({page("a", "Accueil", {paragraph("Un mot.")}), page("p", "Page", std::move(body))}),
        {});
}

/// Two numbered sections: claim, pointer, lead-in and list.
inline doc::Page pillars() {
    return page("jardin", "Le jardin en deux règles",
                {paragraph("Deux règles simples pour un jardin qui tient toute l’année."),
                 numbered_heading("1.", "Arroser le soir", "jardin--soir"),
                 paragraph("L’eau du soir reste dans la terre."),
                 link_callout("Pour aller plus loin : ", "le cycle de l’eau"),
                 paragraph("Ce que cela implique :", doc::ParagraphRole::lead_in),
                 {list({"Un arrosoir près de la porte", "Une citerne", "Du paillage"}), {}},
                 numbered_heading("2.", "Semer en ligne", "jardin--ligne"),
                 paragraph("Les lignes se désherbent vite."),
                 {list({"Un cordeau", "Deux piquets"}), {}}});
}

}  // namespace triptych::test
