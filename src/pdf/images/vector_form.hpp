#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/images/cairo_file.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A picture in vectors on the way into a file: a form (ISO 32000-1 §8.10) that fills the unit
/// square as an image does, and the objects it needs.
struct VectorForm {
    struct Part {
        std::uint32_t number = 0;  ///< what the other parts call it; the form itself is part 0
        std::vector<CairoFile::Entry> entries;
        std::optional<std::string> data;  ///< as it stands in the file
    };
    std::vector<Part> parts;  ///< the form first
};

/// The page of a PDF that cairo wrote. Nothing when it holds what PDF/A-2 does not allow or what
/// would have to be tagged: fonts, inks, filters other than Flate and DCT.
std::optional<VectorForm> vector_form(std::string_view pdf);

/// `rgb`: the profile that its RGB colours are in; nothing where the output intent says it.
object::Ref write_form(object::Document& document, VectorForm form, std::optional<object::Ref> rgb);

}  // namespace triptych::pdf
