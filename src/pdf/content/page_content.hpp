#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "pages/pages.hpp"
#include "pdf/content/content_stream.hpp"
#include "pdf/images/emoji.hpp"
#include "pdf/images/images.hpp"
#include "pdf/packing.hpp"
#include "pdf/structure/tree.hpp"
#include "pdf/text/glyph_codes.hpp"

namespace triptych::pdf {

/// What page contents are made with; read by several threads.
struct ContentSources {
    Packing packing{};
    Inks inks{};
    const GlyphCodes& codes;
    const Structure& structure;
    const Images& images;
    const EmojiPictures& emoji;
};

/// The content stream of a page and the pictures it needs in its resources.
struct PageContent {
    std::string operators;
    std::set<MediaId> pictures;
};

PageContent page_content(const pages::Page& page, std::size_t elements,
                         const ContentSources& sources);

}  // namespace triptych::pdf
