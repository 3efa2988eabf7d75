#pragma once

#include "pdf/object/document.hpp"
#include "pdf/text/glyph_codes.hpp"

namespace triptych::pdf {

/// Name of a face in the resources of pages, for example `F3`.
std::string font_name(FaceId face);

/// Writes all fonts of `codes` as Type 0 fonts with embedded programs (ISO 32000-1 §9.7), and gives
/// the dictionary for the `Font` entry of the pages' resources.
object::Ref write_fonts(object::Document& document, const GlyphCodes& codes,
                        const font::Library& fonts);

}  // namespace triptych::pdf
