#include "booklet/press.hpp"

#include "booklet/bleed.hpp"
#include "booklet/sheet.hpp"

namespace triptych::booklet {

namespace {

void put_on_larger_paper(pages::Page& page) {
    const Length around = usual_bleed + usual_slug;
    const Rect trimmed{{around, around}, page.size};
    put_on_paper(page.items, page.size, {usual_bleed, usual_bleed, usual_bleed, usual_bleed},
                 trimmed.at);
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
