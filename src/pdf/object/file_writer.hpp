#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pdf/object/dictionary.hpp"

namespace triptych::pdf::object {

/// The data of a stream as it stands in the file, and the entries that say how to read it, `Length`
/// left out.
struct Stream {
    std::string data;
    Dictionary entries;
};

/// What a trailer leads to (ISO 32000-1 §7.5.5); of PDF 2.0, no information.
struct Roots {
    Ref catalog{}, information{};
};

/// One way to write the objects of a file. Every number that the store of the document has given
/// is added once, in any order; then the file is finished, once.
class FileWriter {
public:
    virtual ~FileWriter() = default;
    virtual void add(Ref ref, const Dictionary& dictionary) = 0;
    virtual void add(Ref ref, Stream stream) = 0;
    /// Nothing when the file would have more objects or bytes than the format can hold.
    virtual std::optional<std::string> finish(const Roots& roots) = 0;
};

/// The bytes of a number, the highest first.
std::string eight_bytes(std::uint64_t value);

/// `Root`, `Info` and `ID` of a file whose content has this hash (ISO 32000-1 §7.5.5, §14.4).
Dictionary trailer_entries(const Roots& roots, std::uint64_t hash);

}  // namespace triptych::pdf::object
