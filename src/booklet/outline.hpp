#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doc/model.hpp"

namespace triptych::booklet {

enum class EntryKind : std::uint8_t { part, page, heading };

/// One place that contents and bookmarks lead to.
struct Entry {
    EntryKind kind{};
    std::uint8_t level = 1;  ///< depth in the outline, from 1; at most one more than before
    std::uint8_t depth = 0;  ///< below its part: 0 is a chapter
    std::string number;      ///< the author's number of a heading, or empty
    std::string title;
    std::string destination;
};

/// Parts, pages and headings in reading order.
std::vector<Entry> outline(const doc::Book& book);

/// The name under which a part can be linked to.
std::string part_destination(const doc::Book& book, std::size_t part);

/// Pages of the source that are printed on from one another: a chapter and what is under it.
struct ChapterPages {
    std::size_t part = 0;
    std::vector<PageId> pages;  ///< never empty
};
/// All chapters in reading order.
std::vector<ChapterPages> chapters_of(const doc::Book& book);

}  // namespace triptych::booklet
