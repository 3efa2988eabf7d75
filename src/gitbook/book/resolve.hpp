#pragma once

#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/book/page_files.hpp"

namespace triptych::gitbook {

/// Types every target of `page`, which is `origin.page`, finds its pictures, replaces file names by
/// page titles, and reports what leads nowhere and which pictures have no alternative text. Returns
/// the files the page uses; every `MediaId` in it is an index into them.
std::vector<doc::Media> resolve_page(doc::Page& page, const std::vector<MediaReference>& media,
                                     const Origin& origin, const ResolveContext& context,
                                     Diagnostics& diagnostics);

/// Replaces every `MediaId` in `page` by `ids[it]`.
void renumber_media(doc::Page& page, const std::vector<MediaId>& ids);

}  // namespace triptych::gitbook
