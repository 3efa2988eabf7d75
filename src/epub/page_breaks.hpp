#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "epub/write.hpp"

namespace triptych::epub {

/// File, begin and end of a source.
using Place = std::tuple<FileId, std::uint32_t, std::uint32_t>;
/// A printed page that begins inside a block, behind so many of its characters.
struct PageStart {
    std::string label;
    std::size_t offset = 0;
};
/// The printed pages that begin in each block of one page of the source, in order.
using PageStarts = std::map<Place, std::vector<PageStart>>;

Place place_of(Span span);
/// The breaks by `PageId`. One in an included file belongs to the page of the break before it.
std::vector<PageStarts> page_starts(const doc::Book& book, const std::vector<PageBreak>& breaks);
/// Adds a mark for each of `starts` to what was written behind `before`, a child of `parent` (its
/// whole content for a null one): in front of it, or in its text behind so many characters, at the
/// start of a word or line.
void append_marks(pugi::xml_node parent, pugi::xml_node before,
                  const std::vector<PageStart>& starts);
/// Labels of the marks in `node`, in document order.
std::vector<std::string> page_breaks_in(pugi::xml_node node);
/// Id of the mark where the printed page `label` begins; no element of a book has an underscore.
std::string page_break_id(const std::string& label);

}  // namespace triptych::epub
