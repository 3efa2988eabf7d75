#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "font/face.hpp"

namespace triptych::font {

/// A font program as readers of PDF open it, with FreeType; inside the room only.
class Outlines {
public:
    /// `program` must outlive this.
    explicit Outlines(std::string_view program, unsigned index = 0);

    bool readable() const { return face_ != nullptr; }
    FT_Face face() const { return face_.get(); }
    std::uint32_t count() const;
    /// Whether a glyph's outline and advance can be read.
    bool loads(std::uint32_t glyph) const;

private:
    // The library before the face, which must go first.
    std::unique_ptr<FT_LibraryRec_, Destroyer<FT_Done_FreeType>> library_;
    std::unique_ptr<FT_FaceRec_, Destroyer<FT_Done_Face>> face_;
};

}  // namespace triptych::font
