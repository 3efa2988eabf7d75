#include "font/math_connectors.hpp"

#include <cstddef>
#include <cstdint>

namespace triptych::font {
namespace {

/// Numbers of an OpenType table, which are big-endian; 0 beyond its end.
class TableBytes {
public:
    explicit TableBytes(std::string& bytes) : bytes_(bytes) {}

    std::size_t number(std::size_t at) const {
        if (at + 2 > bytes_.size()) return 0;
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes_[at])) << 8 |
               static_cast<unsigned char>(bytes_[at + 1]);
    }
    void set(std::size_t at, std::size_t value) {
        if (at + 2 > bytes_.size()) return;
        bytes_[at] = static_cast<char>(value >> 8 & 0xFF);
        bytes_[at + 1] = static_cast<char>(value & 0xFF);
    }

private:
    std::string& bytes_;
};

/// Sizes and places of OpenType 1.9, MATH.
constexpr std::size_t variants_offset = 8, counts = 6, constructions = 10, offset_size = 2,
                      assembly_parts = 6, part_size = 10, part_start = 2, part_end = 4;

void join_end(TableBytes& table, std::size_t assembly) {
    const std::size_t count = table.number(assembly + assembly_parts - 2);
    if (count < 2) return;
    const std::size_t last = assembly + assembly_parts + (count - 1) * part_size;
    const std::size_t behind = table.number(last + part_end);
    if (table.number(last + part_start) != 0 || behind == 0) return;
    table.set(last + part_start, behind);
    table.set(last + part_end, 0);
}

}  // namespace

std::string with_joined_ends(std::string table) {
    TableBytes bytes(table);
    const std::size_t variants = bytes.number(variants_offset);
    if (variants == 0) return table;
    const std::size_t vertical = bytes.number(variants + counts);
    const std::size_t horizontal = bytes.number(variants + counts + 2);
    const std::size_t first = variants + constructions + vertical * offset_size;
    for (std::size_t i = 0; i < horizontal; ++i) {
        const std::size_t offset = bytes.number(first + i * offset_size);
        const std::size_t assembly = offset == 0 ? 0 : bytes.number(variants + offset);
        if (assembly != 0) join_end(bytes, variants + offset + assembly);
    }
    return table;
}

}  // namespace triptych::font
