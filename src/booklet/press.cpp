#include "booklet/press.hpp"

#include "booklet/bleed.hpp"
#include "booklet/sheet.hpp"
#include "typeset/flow/galley.hpp"

namespace triptych::booklet {

namespace {

void put_on_larger_paper(pages::Page& page) {
    const Length around = usual_bleed + usual_slug;
    const Rect trimmed{{around, around}, page.size};
    drop_links(page.items);
    bleed_grounds(page.items, page.size, {usual_bleed, usual_bleed, usual_bleed, usual_bleed});
    typeset::shift(page.items, trimmed.at);
    for (pages::Item& item : page.items) item.element = pages::ElementId::layout_artifact;
    add_crop_marks(trimmed, page.items);
    page.size = {page.size.width + around * 2, page.size.height + around * 2};
    page.bleed = usual_bleed;
    page.slug = usual_slug;
}

}  // namespace

pages::Pages with_bleed(pages::Pages booklet) {
    booklet.for_paper = true;
    booklet.elements.clear();
    booklet.bookmarks.clear();
    booklet.destinations.clear();
    for (pages::Page& page : booklet.pages) put_on_larger_paper(page);
    return booklet;
}

}  // namespace triptych::booklet
