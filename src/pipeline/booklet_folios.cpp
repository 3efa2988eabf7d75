#include "pipeline/booklet_folios.hpp"

namespace triptych::pipeline {
namespace {

std::string folio_of(const deck::Slide& slide, const doc::Book& book, const Folios& folios) {
    for (const std::string* id : {&slide.section, &slide.id})
        if (const auto found = folios.find(*id); found != folios.end()) return found->second;
    for (const auto& anchor : slide.anchors)
        if (const auto found = folios.find(anchor); found != folios.end()) return found->second;
    if (index(slide.page) >= book.pages.size()) return {};
    const auto found = folios.find(book.pages[index(slide.page)].id);
    return found == folios.end() ? std::string() : found->second;
}

}  // namespace

Folios folios_of(const pages::Pages& booklet) {
    Folios folios;
    for (const auto& destination : booklet.destinations)
        if (destination.page < booklet.pages.size())
            folios.emplace(destination.name, booklet.pages[destination.page].label());
    return folios;
}

void tell_booklet_pages(deck::Deck& deck, const doc::Book& book, const pages::Pages& booklet) {
    const Folios folios = folios_of(booklet);
    for (auto& slide : deck.slides)
        if (slide.kind != deck::SlideKind::title && slide.kind != deck::SlideKind::closing)
            slide.booklet_page = folio_of(slide, book, folios);
}

}  // namespace triptych::pipeline
