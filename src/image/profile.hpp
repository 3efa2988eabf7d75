#pragma once

#include <string>
#include <string_view>

namespace triptych::image {

/// The colour profile (ICC.1) that a PNG or JPEG file brings along, put together and unpacked;
/// empty when there is none, when it is damaged, or larger than any that is used.
std::string profile_of_png(std::string_view file);
std::string profile_of_jpeg(std::string_view file);

/// Whether a profile means other colours by the same numbers than sRGB (IEC 61966-2-1) does, so
/// that it shows.
bool differs_from_srgb(std::string_view profile);

}  // namespace triptych::image
