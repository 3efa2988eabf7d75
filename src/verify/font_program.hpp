#pragma once

#include <memory>
#include <optional>
#include <string>

#include <ft2build.h>
#include FT_FREETYPE_H

#include <qpdf/QPDFObjectHandle.hh>

namespace triptych::verify {

/// The program of a CID font as FreeType reads it.
class FontProgram {
public:
    FontProgram() = default;
    /// `cid_font` is a CIDFontType0 or CIDFontType2 with a descriptor.
    explicit FontProgram(QPDFObjectHandle cid_font);

    bool is_readable() const { return face_ != nullptr; }
    /// Width of the glyph that a code leads to, in thousandths of the size; nothing when there is
    /// no such glyph, or it is `.notdef`.
    std::optional<double> width(unsigned code) const;

private:
    struct Close {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
        void operator()(FT_Face face) const { FT_Done_Face(face); }
    };

    std::string bytes_;
    std::string glyphs_;  ///< the CIDToGIDMap, or empty when codes are glyphs
    std::unique_ptr<FT_LibraryRec_, Close> library_;  // before `face_`, which must go first
    std::unique_ptr<FT_FaceRec_, Close> face_;
};

}  // namespace triptych::verify
