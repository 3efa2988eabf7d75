#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "deck_html/write.hpp"
#include "image/web_picture.hpp"
#include "typeset/context.hpp"

namespace triptych::deck_html {

/// The pictures of a deck, each once: inside the document, or as files beside it.
class Pictures {
public:
    /// Encodes what the slides show; what can't be decoded is reported.
    Pictures(const deck::Deck& deck, std::optional<MediaId> logo,
             const typeset::Resources& resources, Place place, Diagnostics& diagnostics);

    /// Adds the element that shows the picture; a null node when it can't be shown.
    pugi::xml_node append(pugi::xml_node parent, MediaId media, std::string_view alternative) const;
    /// Pictures that are shown more than once, to be placed anywhere in the document.
    std::string definitions() const;
    /// Those that stand beside the document, by name.
    std::vector<File> take_files() && { return std::move(files_); }

private:
    struct Kept {
        std::size_t uses = 0;
        std::uint32_t width = 0, height = 0;  ///< pixels as shown
        /// `data:` (RFC 2397), or the name of a file; empty when it can't be shown.
        std::string address;
        std::string still;  ///< likewise: the first frame of an animation; empty when nothing moves
        bool framed = false;  ///< a hairline stands around it
    };
    const Kept* find(MediaId media) const;
    /// Whether the browser chooses among files for it.
    bool has_choice(MediaId media) const;
    /// The address of the picture, which goes into it or into `file`.
    std::string placed(image::WebPicture picture, const std::string& name, File& file) const;

    const image::Store& images_;
    std::map<MediaId, Kept> kept_;
    Place place_;
    std::vector<File> files_;
};

}  // namespace triptych::deck_html
