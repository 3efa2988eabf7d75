#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace triptych {

/// What stands around the packed bytes: a zlib header and checksum (RFC 1950), as PDF and PNG take
/// them, or nothing, as ZIP does.
enum class Wrapper : std::uint8_t { zlib, none };

/// `bytes` packed by DEFLATE (RFC 1951). Each thread keeps one compressor.
std::string deflate(std::string_view bytes, Wrapper wrapper = Wrapper::zlib);

/// The checksum of PNG chunks and ZIP entries (ISO 3309), going on from `start`, that of the bytes
/// before.
std::uint32_t crc32(std::string_view bytes, std::uint32_t start = 0);

}  // namespace triptych
