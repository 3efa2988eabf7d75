#include "typeset/galley.hpp"

#include <algorithm>
#include <map>

#include "typeset/shapes.hpp"

namespace triptych::typeset {
namespace {

bool lies_in(const Galley& galley, std::int32_t frame, std::int32_t around) {
    for (; frame >= 0; frame = galley.frames[index(frame)].outer) {
        if (frame == around) return true;
    }
    return false;
}

/// Padding of all frames around a row of `frame` that are not around a row of `other`.
Length padding_beside(const Galley& galley, std::int32_t frame, std::int32_t other) {
    Length sum;
    for (; frame >= 0 && !lies_in(galley, other, frame);
         frame = galley.frames[index(frame)].outer) {
        sum += galley.frames[index(frame)].style.padding;
    }
    return sum;
}

Length up_to_grid(Length y, Length grid) {
    return grid.units <= 0 ? y : Length{(y.units + grid.units - 1) / grid.units * grid.units};
}

Length height_of(const std::vector<Row>& rows) {
    Length sum;
    for (const Row& row : rows) sum += row.height;
    return sum;
}

struct Extent {
    Length top, bottom;
};
/// Extents by frame; outer frames come before the inner ones.
using Extents = std::map<std::int32_t, Extent>;

void widen(const Galley& galley, std::int32_t frame, Extent extent, Extents& extents) {
    for (; frame >= 0; frame = galley.frames[index(frame)].outer) {
        const Length padding = galley.frames[index(frame)].style.padding;
        extent.top -= padding;
        extent.bottom += padding;
        const auto [known, is_new] = extents.try_emplace(frame, extent);
        if (is_new) continue;
        known->second.top = std::min(known->second.top, extent.top);
        known->second.bottom = std::max(known->second.bottom, extent.bottom);
    }
}

void append_moved(const std::vector<pages::Item>& from, Point by, std::vector<pages::Item>& items) {
    for (const pages::Item& item : from) {
        items.push_back(item);
        items.back().at = item.at + by;
    }
}

void place_repeated(const Row& first, Point at, std::vector<pages::Item>& items) {
    for (const Row& row : *first.repeated) {
        append_moved(row.items, at, items);
        at.y += row.height;
    }
}

}  // namespace

Length Stack::gap() const {
    const Row& row = galley_.rows[next_];
    if (next_ == begin_) {
        const Length heads = row.repeated ? height_of(*row.repeated) : Length{};
        return padding_beside(galley_, row.frame, -1) + heads;
    }
    const Row& previous = galley_.rows[next_ - 1];
    return padding_beside(galley_, previous.frame, row.frame) + row.space_before +
           padding_beside(galley_, row.frame, previous.frame);
}

Length Stack::push() {
    const Row& row = galley_.rows[next_];
    const Length free = y_ + gap();
    const Length top = row.snap == Snap::grid ? up_to_grid(free, galley_.grid) : free;
    snapped_ = top - free;
    y_ = top + row.height;
    ++next_;
    return top;
}

Length Stack::bottom() const {
    if (next_ == begin_) return y_;
    return y_ + padding_beside(galley_, galley_.rows[next_ - 1].frame, -1);
}

Length Galley::height(std::size_t begin, std::size_t end) const {
    Stack stack(*this, begin);
    for (std::size_t i = begin; i < end; ++i) stack.push();
    return stack.bottom();
}

void place(const Galley& galley, std::size_t begin, std::size_t end, Point at,
           std::vector<pages::Item>& items, Outward outward) {
    Stack stack(galley, begin);
    std::vector<pages::Item> placed;
    Extents extents;
    for (std::size_t i = begin; i < end; ++i) {
        const Row& row = galley.rows[i];
        const Length top = stack.push();
        Extent extent{top, top + row.height};
        const Length left = at.x - (outward == Outward::left ? row.outward : Length{});
        if (i == begin && row.repeated) {
            extent.top -= height_of(*row.repeated);
            place_repeated(row, {left, at.y + extent.top}, placed);
        }
        widen(galley, row.frame, extent, extents);
        if (i == begin && row.at_page_top)
            append_moved(*row.at_page_top, {left, at.y + top}, placed);
        append_moved(row.items, {left, at.y + top}, placed);
    }
    for (const auto& [frame, extent] : extents) {
        draw_frame(galley.frames[index(frame)], extent.top + at.y, extent.bottom + at.y, at.x,
                   items);
    }
    std::move(placed.begin(), placed.end(), std::back_inserter(items));
}

void shift(std::vector<pages::Item>& items, Point by) {
    for (pages::Item& item : items) item.at = item.at + by;
}

}  // namespace triptych::typeset
