#include <algorithm>

#include "booklet/impose.hpp"

namespace triptych::booklet {
namespace {

std::optional<std::size_t> existing(std::size_t page, std::size_t pages) {
    return page < pages ? std::optional(page) : std::nullopt;
}

/// A gathering of `sheets` sheets that starts with page `first`, from the outermost sheet in.
void add_gathering(std::size_t first, std::size_t sheets, std::size_t pages,
                   std::vector<SheetSide>& sides) {
    const std::size_t last = first + sheets * pages_a_sheet - 1;
    for (std::size_t depth = 0; depth < sheets; ++depth) {
        const std::size_t low = first + depth * 2, high = last - depth * 2;
        sides.push_back({existing(high, pages), existing(low, pages), depth});
        sides.push_back({existing(low + 1, pages), existing(high - 1, pages), depth});
    }
}

void add_pairs(std::size_t pages, std::vector<SheetSide>& sides) {
    for (std::size_t page = 0; page < pages; page += 2) {
        sides.push_back({page, existing(page + 1, pages), 0});
    }
}

}  // namespace

std::vector<SheetSide> sheet_sides(std::size_t pages, const Imposition& imposition) {
    std::vector<SheetSide> sides;
    if (imposition.binding == Binding::two_up) {
        add_pairs(pages, sides);
        return sides;
    }
    const std::size_t sheets = (pages + pages_a_sheet - 1) / pages_a_sheet;
    const std::size_t most = imposition.binding == Binding::saddle
                                 ? std::max<std::size_t>(1, sheets)
                                 : std::max(1U, imposition.signature_sheets);
    const std::size_t gatherings = (sheets + most - 1) / most;
    std::size_t done = 0;
    for (std::size_t i = 0; i < gatherings; ++i) {
        const std::size_t left = gatherings - i;
        const std::size_t count = (sheets - done + left - 1) / left;
        add_gathering(done * pages_a_sheet, count, pages, sides);
        done += count;
    }
    return sides;
}

}  // namespace triptych::booklet
