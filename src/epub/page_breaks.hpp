#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "doc/model.hpp"
#include "epub/write.hpp"

namespace triptych::epub {

/// File, begin and end of a source.
using Place = std::tuple<FileId, std::uint32_t, std::uint32_t>;
/// Labels of the printed pages that begin at each place of one page of the source.
using PageStarts = std::map<Place, std::vector<std::string>>;

Place place_of(Span span);
/// The breaks by `PageId`. One in an included file belongs to the page of the break before it.
std::vector<PageStarts> page_starts(const doc::Book& book, const std::vector<PageBreak>& breaks);
/// Id of the mark where the printed page `label` begins; no element of a book has an underscore.
std::string page_break_id(const std::string& label);

}  // namespace triptych::epub
