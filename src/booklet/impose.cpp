#include "booklet/impose.hpp"
#include "base/language_tag.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "booklet/bleed.hpp"
#include "booklet/sheet.hpp"
#include "typeset/galley.hpp"

namespace triptych::booklet {
namespace {

enum class Half : std::uint8_t { left, right };

/// Where grounds of a page on one half may run to: never across the fold.
Reach reach_of(Half half, const Sheet& sheet) {
    return {half == Half::left ? sheet.reach.x : Length{},
            half == Half::right ? sheet.reach.x : Length{}, sheet.reach.y, sheet.reach.y};
}

/// Puts a page on one half of a sheet, `creep` nearer to the fold.
void put_half(pages::Page page, Half half, Length creep, const Sheet& sheet, pages::Page& side) {
    const Length x =
        half == Half::left ? sheet.spread.x + creep : sheet.spread.x + sheet.page.width - creep;
    put_on_paper(page.items, sheet.page, reach_of(half, sheet), {x, sheet.spread.y});
    std::move(page.items.begin(), page.items.end(), std::back_inserter(side.items));
}

pages::Page empty_side(const Sheet& sheet, std::size_t number, Duplex duplex) {
    pages::Page side;
    side.size = sheet.size;
    side.bleed = sheet.bleed;
    side.slug = sheet.slug;
    side.numbering = pages::Numbering::decimal;
    side.number = static_cast<std::uint32_t>(number + 1);
    const bool is_back = number % 2 == 1;
    if (is_back && duplex == Duplex::long_edge) side.turn = pages::Turn::half;
    return side;
}

/// Blank pages fill up the last sheet; a back cover stays on its outside.
void fill_up(const Imposition& imposition, std::vector<pages::Page>& pages) {
    if (imposition.binding == Binding::two_up) return;
    pages::Page blank;
    blank.size = pages.front().size;
    while (pages.size() % pages_a_sheet != 0) pages.insert(pages.end() - 1, blank);
}

}  // namespace

pages::Pages impose(pages::Pages booklet, const Imposition& imposition) {
    pages::Pages sheets;
    sheets.information = std::move(booklet.information);
    sheets.for_paper = true;
    if (booklet.pages.empty()) return sheets;
    if (booklet.has_back_cover) fill_up(imposition, booklet.pages);
    const Sheet sheet = sheet_for(booklet.pages.front().size, imposition.marks);
    const Length thickness = Length::millimetres(imposition.paper_thickness);
    const bool right_hand = is_right_to_left(sheets.information.language);
    for (const SheetSide& from : sheet_sides(booklet.pages.size(), imposition)) {
        const Half first = right_hand ? Half::right : Half::left;
        const Half second = right_hand ? Half::left : Half::right;
        pages::Page side = empty_side(sheet, sheets.pages.size(), imposition.duplex);
        const Length creep = thickness * static_cast<std::int64_t>(from.depth);
        if (from.left) put_half(std::move(booklet.pages[*from.left]), first, creep, sheet, side);
        if (from.right) put_half(std::move(booklet.pages[*from.right]), second, creep, sheet, side);
        if (imposition.marks) add_marks(sheet, side.items);
        sheets.pages.push_back(std::move(side));
    }
    return sheets;
}

}  // namespace triptych::booklet
