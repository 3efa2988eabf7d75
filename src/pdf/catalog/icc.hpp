#pragma once

#include <string>

namespace triptych::pdf {

/// An ICC profile of sRGB (ISO 15076-1, version 4.2; display, RGB to XYZ): the primaries and the
/// curve of IEC 61966-2-1, adapted to D50.
std::string srgb_profile();

}  // namespace triptych::pdf
