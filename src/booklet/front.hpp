#pragma once

#include <optional>
#include <set>
#include <vector>

#include "base/ids.hpp"
#include "booklet/chapter.hpp"
#include "booklet/outline.hpp"
#include "booklet/side.hpp"

/// Pages in front of the body and behind it.
namespace triptych::booklet {

/// Pages without margins, folios or numbers yet, and their elements under `parent`.
using FrontPages = std::vector<std::vector<pages::Item>>;

/// The cover: title, subtitle, publisher, version and date on a ground of three panels, under the
/// book's picture if it has one. A long
/// title is set smaller; only one of a hundred words and more is cut.
std::vector<pages::Item> set_cover(const Setting& setting, typeset::Context& context);

/// The ground of both covers, folded in three: each panel a shade lighter than the one before.
void add_cover_ground(const style::Booklet& style, std::vector<pages::Item>& items);

/// The title alone, on a recto in front of everything else.
std::vector<pages::Item> set_half_title(const Setting& setting, typeset::Context& context);

/// What stands behind the cover or the half-title: who, when, which rights. Empty when there is
/// nothing to say.
std::vector<pages::Item> set_colophon(const Setting& setting, const std::set<FaceId>& faces,
                                      typeset::Context& context);

/// The back of the cover: the title, what the book is about, and where it is read online, as an
/// address and as a QR code.
std::vector<pages::Item> set_back_cover(const Setting& setting, typeset::Context& context);

struct ContentsRequest {
    const std::vector<Entry>& entries;
    const Labels& labels;        ///< empty while only the number of pages is asked for
    std::size_t before;          ///< pages in front of the contents
    std::optional<Side> next{};  ///< the side that what follows must stand on, if one
};
/// The contents with leaders and page numbers. As few pages as they can have without being dense,
/// a blank one behind them counted, in two columns where that saves some; how many does not depend
/// on the labels.
FrontPages set_contents(const Setting& setting, const ContentsRequest& request,
                        typeset::Context& context);

}  // namespace triptych::booklet
