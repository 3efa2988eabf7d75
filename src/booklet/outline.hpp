#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doc/model.hpp"
#include "doc/names.hpp"

namespace triptych::booklet {

enum class EntryKind : std::uint8_t { part, page, heading };

/// One place that contents and bookmarks lead to.
struct Entry {
    EntryKind kind{};
    std::uint8_t level = 1;  ///< depth in the outline, from 1; at most one more than before
    std::uint8_t depth = 0;  ///< below its part: 0 is a chapter
    std::string number;      ///< the author's of a heading, ours of a part or chapter, or empty
    std::string title;
    std::string destination;
};

/// Parts, pages and headings that are printed, in reading order.
std::vector<Entry> outline(const doc::Book& book, const doc::Names& names);

/// The name under which a part can be linked to.
std::string part_destination(const doc::Book& book, std::size_t part);

/// Pages of the source that are printed on from one another: a chapter and what is under it.
struct ChapterPages {
    std::size_t part = 0;
    std::vector<PageId> pages;  ///< never empty
    /// Ids of pages that are not printed; what leads there leads to this chapter.
    std::vector<std::string> stands_for{};
};

/// By page, whether it is printed: pages without text are not, unless pages with text are under
/// them. Where no page has text, all are.
std::vector<bool> printed_pages(const doc::Book& book);

/// Whether a chapter begins a page of its own or runs on from the one before in its part.
enum class ChapterFlow : std::uint8_t { apart, run_on };
/// All chapters that are printed, in reading order.
std::vector<ChapterPages> chapters_of(const doc::Book& book, ChapterFlow flow = ChapterFlow::apart);

}  // namespace triptych::booklet
