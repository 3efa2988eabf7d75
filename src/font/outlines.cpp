#include "font/outlines.hpp"

namespace triptych::font {

Outlines::Outlines(std::string_view program, unsigned index) {
    FT_Library library = nullptr;
    if (program.empty() || FT_Init_FreeType(&library) != 0) return;
    library_.reset(library);
    FT_Face face = nullptr;
    const auto* data = reinterpret_cast<const FT_Byte*>(program.data());
    if (FT_New_Memory_Face(library, data, static_cast<FT_Long>(program.size()),
                           static_cast<FT_Long>(index), &face) == 0)
        face_.reset(face);
}

std::uint32_t Outlines::count() const {
    return face_ ? static_cast<std::uint32_t>(face_->num_glyphs) : 0;
}

bool Outlines::loads(std::uint32_t glyph) const {
    return face_ && FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE) == 0;
}

}  // namespace triptych::font
