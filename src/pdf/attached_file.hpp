#pragma once

#include <string>
#include <string_view>

namespace triptych::pdf {

/// A file inside of a PDF (ISO 32000-2 §14.13).
struct AttachedFile {
    std::string name;                ///< a file name, or a path with `/`
    std::string_view media_type;     ///< for example `text/csv`
    std::string_view relationship;   ///< `Source`, `Data`, `Supplement`, `Alternative`
    std::string description, bytes;  ///< neither is empty
};

}  // namespace triptych::pdf
