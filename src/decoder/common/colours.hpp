#pragma once

#include <string_view>

#include "decoder/common/pixels.hpp"
#include "image/decoder_protocol.hpp"

namespace triptych::decoder {

using image::protocol::Channels;

/// Turns colours that mean what `profile` (ICC.1) says into sRGB. False, and nothing is changed,
/// when the profile can't be used or is for other channels.
bool to_srgb(Pixels& pixels, std::string_view profile, Channels channels = Channels::rgba);
/// The same of colours with the primaries of Display P3 (SMPTE EG 432-1) and the curve of sRGB.
void display_p3_to_srgb(Pixels& pixels);

}  // namespace triptych::decoder
