#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "image/store.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A picture ready to be written: the stream of its image dictionary (ISO 32000-1 §8.9.5) but for
/// the entries that refer to the other two.
struct EncodedImage {
    object::Stream colours;
    std::optional<object::Stream> mask;  ///< soft mask (§11.6.5.3)
    std::string profile;                 ///< ICC profile of `colours`, or empty
    std::uint8_t components = 3;
    std::uint8_t orientation = 1;
};

/// Pixels that a picture needs where it is drawn largest, as shown.
struct Need {
    double width = 0, height = 0;
};

/// JPEG and plain PNG files go in as they are unless they have far more pixels than needed; others
/// are decoded, scaled down and packed again. Nothing when the bytes can't be read as a picture.
std::optional<EncodedImage> encode_image(const std::string& bytes, const image::Info& info,
                                         const Need& need);

}  // namespace triptych::pdf
