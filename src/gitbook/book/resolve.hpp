#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"
#include "gitbook/book/links.hpp"
#include "gitbook/book/metadata.hpp"
#include "gitbook/convert/body.hpp"

namespace triptych::gitbook {

/// What the pages of one book share while they are resolved; constant.
struct ResolveContext {
    const LinkResolver& links;
    const std::map<std::string, Alternative>& alternatives;
    const Files& files;
    const Sources& sources;
    std::string language;
    /// As `Options::picture_found`.
    const std::function<void(const std::string&, std::string)>& picture_found;
};

/// Types every target of `page`, which is `origin.page`, finds its pictures, replaces file names by
/// page titles, and reports what leads nowhere and which pictures have no alternative text. Returns
/// the files the page uses; every `MediaId` in it is an index into them.
std::vector<doc::Media> resolve_page(doc::Page& page, const std::vector<MediaReference>& media,
                                     const Origin& origin, const ResolveContext& context,
                                     Diagnostics& diagnostics);

/// Replaces every `MediaId` in `page` by `ids[it]`.
void renumber_media(doc::Page& page, const std::vector<MediaId>& ids);

}  // namespace triptych::gitbook
