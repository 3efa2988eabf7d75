#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "image/store.hpp"
#include "pdf/images/vector_form.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A picture ready to be written: either a form in vectors, or the stream of its image dictionary
/// (ISO 32000-1 §8.9.5) but for the entries that refer to the other two.
struct EncodedImage {
    std::optional<VectorForm> vectors;
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

/// JPEG and plain PNG files go in as they are unless they have far more pixels than needed: whether
/// a file is worth to be read for that.
bool may_pass_through(const image::Info& info, const Need& need);
/// Whether such a file says that it can stand in a PDF as it is; its pixels are not looked at.
bool says_it_can_stand(const std::string& bytes, const image::Info& info);
/// Such a file; nothing when it can't stand in a PDF as it is.
std::optional<EncodedImage> passed_through(std::string bytes, const image::Info& info);
/// An SVG picture that cairo wrote as PDF (`image::vector_pdf`); nothing when it is not to be had.
std::optional<EncodedImage> in_vectors(const std::string& pdf);
/// How others are decoded, scaled down and packed again.
image::Fit fit_of(const image::Info& info, const Need& need);
/// Nothing when it is no picture.
std::optional<EncodedImage> from_rendition(image::Rendition rendition);

}  // namespace triptych::pdf
