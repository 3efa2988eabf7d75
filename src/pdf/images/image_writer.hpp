#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "pdf/images/encode.hpp"
#include "pdf/images/images.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// Writes pictures into the file, each profile once.
class ImageWriter {
public:
    /// `rgb`: the profile that RGB colours of pictures in vectors are in, if that must be said.
    ImageWriter(object::Document& document, std::optional<object::Ref> rgb)
        : document_(document), rgb_(rgb) {}

    PlacedImage write(MediaId media, EncodedImage image);

private:
    object::Ref profile(std::string bytes, std::uint8_t components);

    object::Document& document_;
    std::optional<object::Ref> rgb_;
    std::map<std::uint64_t, object::Ref> profiles_;
};

}  // namespace triptych::pdf
