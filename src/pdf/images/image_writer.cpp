#include "pdf/images/image_writer.hpp"

#include <utility>

#include "base/text.hpp"

namespace triptych::pdf {

using object::Ref;

PlacedImage ImageWriter::write(MediaId media, EncodedImage image) {
    PlacedImage out{media, Ref::none, image.orientation,
                    image.mask.has_value() || image.vectors.has_value()};
    if (image.vectors) {
        out.ref = write_form(document_, std::move(*image.vectors), rgb_);
        return out;
    }
    object::Dictionary& entries = image.colours.entries;
    if (image.mask) entries.ref("SMask", document_.add(std::move(*image.mask)));
    if (!image.profile.empty()) {
        const Ref ref = profile(std::move(image.profile), image.components);
        entries.array("ColorSpace").name("ICCBased").ref(ref);
    }
    out.ref = document_.add(std::move(image.colours));
    return out;
}

Ref ImageWriter::profile(std::string bytes, std::uint8_t components) {
    const auto [found, fresh] = profiles_.try_emplace(text::stable_hash(bytes), Ref::none);
    if (fresh) {
        object::Stream stream = object::make_stream(document_.packing(), std::move(bytes));
        stream.entries.integer("N", components);
        found->second = document_.add(std::move(stream));
    }
    return found->second;
}

}  // namespace triptych::pdf
