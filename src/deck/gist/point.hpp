#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "deck/deck.hpp"
#include "doc/model.hpp"

/// What a slide lists.
namespace triptych::deck {

struct Point {
    doc::Inlines head;  ///< the term or title in front; may be empty
    doc::Inlines tail;  ///< what is said of it; may be empty where there is a head
    doc::TaskState task{};
    std::string id;                        ///< of the heading it stands for; or empty
    std::optional<std::int32_t> number{};  ///< of an ordered list's item
    Span span;
    std::vector<Cut> cuts{};  ///< what of it is in the notes alone
    bool untold = false;      ///< its head stands alone, though something is said of it
    bool filled = false;      ///< more is said than usual, so that it does not
};

/// Points under one label, beside others.
struct PointColumn {
    doc::Inlines label;
    std::string id;
    std::vector<Point> points;
    std::size_t more = 0;        ///< points that are in the notes alone
    bool counted = false;        ///< the author's own numbers stand before them
    doc::Numbering numbering{};  ///< how those are written
    doc::Blocks shown{};         ///< a listing, table or picture in place of points
};

}  // namespace triptych::deck
