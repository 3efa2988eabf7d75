#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "font/library.hpp"
#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/images/images.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// The emoji of a document that are drawn as pictures, each in the place of its glyphs.
class EmojiPictures {
public:
    bool empty() const { return by_text_.empty(); }
    /// Where an emoji is drawn.
    struct Drawn {
        MediaId media{};
        Box box;
    };
    /// The picture of `text` where the pen is at `x`, `y` (hundredths) and moves by `advance`;
    /// nothing for what is drawn as glyphs.
    std::optional<Drawn> find(std::string_view text, std::int64_t x, std::int64_t y,
                              std::int64_t advance) const;

private:
    friend EmojiPictures write_emoji(object::Document&, const pages::Pages&, const font::Library&,
                                     std::size_t, Images&);
    struct Known {
        MediaId media{};
        int advance = 1, left = 0, top = 0, width = 0, height = 0;
    };
    std::map<std::string, Known, std::less<>> by_text_;
};

/// Writes the picture of every emoji that `pages` show, once; they are added to `images` with ids
/// from `first_media` on.
EmojiPictures write_emoji(object::Document& document, const pages::Pages& pages,
                          const font::Library& fonts, std::size_t first_media, Images& images);

}  // namespace triptych::pdf
