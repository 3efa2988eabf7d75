#include "base/uuid.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "base/text.hpp"

namespace triptych {

std::string uuid_of(std::string_view name) {
    const std::uint64_t high = text::stable_hash(name);
    const std::uint64_t low = text::stable_hash(std::string(name) + "\n");
    return fmt::format("urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32,
                       high >> 16 & 0xFFFF, high & 0xFFF, (low >> 48 & 0x3FFF) | 0x8000,
                       low & 0xFFFFFFFFFFFF);
}

}  // namespace triptych
