#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "base/parallel.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A picture in the file. Pictures of the same content share one.
struct PlacedImage {
    MediaId media{};  ///< the first of those with this content
    object::Ref ref{};
    std::uint8_t orientation = 1;  ///< EXIF turn that drawing has to make
    bool transparent = false;
};

/// The pictures of a document by the id they are drawn with.
class Images {
public:
    void add(MediaId media, const PlacedImage& image) { images_.emplace(media, image); }
    /// Nothing for a picture that could not be read.
    const PlacedImage* find(MediaId media) const;

private:
    std::map<MediaId, PlacedImage> images_;
};

/// How pictures are brought in.
struct ImageOptions {
    double ppi = 300;  ///< pictures with more pixels than that where they are drawn are scaled down
    Threads& threads = calling_thread();
    /// The profile that RGB colours of pictures in vectors are in, if that must be said.
    std::optional<object::Ref> rgb{};
};

/// What has to be made of the pictures that `pages` draw before they can be written: nothing for
/// files that go in as they are.
std::vector<image::Wish> find_wishes(const pages::Pages& pages, const image::Store& store,
                                     const ImageOptions& options);

/// Writes every picture that `pages` draw, once. Pictures that can't be read are reported.
Images write_images(object::Document& document, const pages::Pages& pages,
                    const image::Store& store, const ImageOptions& options,
                    Diagnostics& diagnostics);

/// Name of a picture in the resources of pages, for example `I3`.
std::string image_name(MediaId media);

/// Operands of `cm`, all in hundredths.
using Matrix = std::array<std::int64_t, 6>;
/// Maps the unit square of a picture to `box` (ISO 32000-1 §8.9.5.1), turned as EXIF says.
Matrix image_matrix(const Box& box, std::uint8_t orientation);
/// The box of the whole picture when `box` shows what the crop leaves of it.
Box uncropped(const Box& box, const pages::Picture::Crop& crop);

}  // namespace triptych::pdf
