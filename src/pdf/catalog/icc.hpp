#pragma once

#include <string>
#include <string_view>

namespace triptych::pdf {

/// An ICC profile of sRGB (ISO 15076-1, version 4.2; display, RGB to XYZ): the primaries and the
/// curve of IEC 61966-2-1, adapted to D50.
std::string srgb_profile();

/// Whether a profile is whole and of a kind that ISO 19005-2 §6.2.4.2 allows, for colours such as
/// `RGB `.
bool is_usable_profile(std::string_view profile, std::string_view colours);
/// Whether a profile is that of a printer with four inks.
bool is_printer_profile(std::string_view profile);

}  // namespace triptych::pdf
