#include "pdf/object/file_writer.hpp"

#include "base/text.hpp"

namespace triptych::pdf::object {

std::string eight_bytes(std::uint64_t value) {
    std::string out;
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

Dictionary trailer_entries(const Roots& roots, std::uint64_t hash) {
    const std::string id = eight_bytes(hash) + eight_bytes(text::stable_hash(eight_bytes(hash)));
    Dictionary out;
    out.ref("Root", roots.catalog);
    if (roots.information != Ref::none) out.ref("Info", roots.information);
    out.array("ID").hex(id).hex(id);
    return out;
}

}  // namespace triptych::pdf::object
