#include "verify/font_program.hpp"

#include <utility>

#include FT_ADVANCES_H

#include "verify/rules.hpp"

namespace triptych::verify {

FontProgram::FontProgram(QPDFObjectHandle cid_font) {
    QPDFObjectHandle descriptor = cid_font.getKey("/FontDescriptor");
    bytes_ = stream_text(descriptor.getKey("/FontFile2"));
    if (bytes_.empty()) bytes_ = stream_text(descriptor.getKey("/FontFile3"));
    glyphs_ = stream_text(cid_font.getKey("/CIDToGIDMap"));
    FT_Library library = nullptr;
    if (bytes_.empty() || FT_Init_FreeType(&library) != 0) return;
    library_.reset(library);
    FT_Face face = nullptr;
    const auto* data = reinterpret_cast<const FT_Byte*>(bytes_.data());
    if (FT_New_Memory_Face(library, data, static_cast<FT_Long>(bytes_.size()), 0, &face) == 0)
        face_.reset(face);
}

std::optional<double> FontProgram::width(unsigned code) const {
    unsigned glyph = code;
    if (!glyphs_.empty()) {
        const std::size_t at = std::size_t{code} * 2;
        if (at + 1 >= glyphs_.size()) return std::nullopt;
        glyph = static_cast<unsigned>(static_cast<unsigned char>(glyphs_[at])) << 8 |
                static_cast<unsigned char>(glyphs_[at + 1]);
    }
    // Of a bare CFF font keyed by CID, FreeType takes CIDs for glyph numbers.
    if (glyph == 0 || FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE) != 0) return std::nullopt;
    FT_Fixed advance = face_->glyph->metrics.horiAdvance;
    // A composite glyph may be loaded with the width of a part of it; `hmtx` has its own.
    if (FT_IS_SFNT(face_.get())) FT_Get_Advance(face_.get(), glyph, FT_LOAD_NO_SCALE, &advance);
    const double units = face_->units_per_EM == 0 ? 1000.0 : face_->units_per_EM;
    return static_cast<double>(advance) * 1000.0 / units;
}

}  // namespace triptych::verify
