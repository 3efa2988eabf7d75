#pragma once

#include <string>
#include <string_view>

namespace triptych::verify {

/// The standards that a file's metadata say it conforms to.
struct Claims {
    std::string accessible;      ///< part of PDF/UA; empty: none
    std::string archive, level;  ///< part of PDF/A, and `A`, `B`, `U`, `F` ... or nothing
    std::string print;           ///< `PDF/X-4`, or nothing
    bool well_tagged = false,
         reusable = false;  ///< Well-Tagged PDF 1.0, for accessibility, for reuse

    bool none() const {
        return accessible.empty() && archive.empty() && print.empty() && !well_tagged;
    }
};

/// Reads them from an XMP packet, whatever else is wrong with it.
Claims claims_of(std::string_view packet);
/// `PDF/UA-2, PDF/A-4f, WTPDF 1.0`; `no standard` for none.
std::string words_of(const Claims& claims);

}  // namespace triptych::verify
