#pragma once

#include <cstdint>
#include <optional>

#include <triptych/pdf_standard.hpp>

#include "pages/pages.hpp"
#include "pdf/press.hpp"

namespace triptych::pdf {

/// The standard that a file claims to conform to. Nothing is claimed that does not hold.
enum class Conformance : std::uint8_t {
    none,
    accessible,         ///< PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
    modern,             ///< PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4), Well-Tagged PDF 1.0
    modern_with_files,  ///< the same, with PDF/A-4f
    archive,            ///< PDF/A-2b: sheets for paper have no tags
    print,              ///< PDF/X-4 (ISO 15930-7): its inks need an output intent of their own
};

constexpr bool is_modern(Conformance conformance) {
    return conformance == Conformance::modern || conformance == Conformance::modern_with_files;
}

/// What a file is made for.
struct Aims {
    PdfStandard standard{};
    const std::optional<Press>& press;
    bool has_files = false;  ///< embedded
};
/// PDF/X asks for a date and for the profile of a printing condition.
Conformance conformance_of(const pages::Pages& pages, const Aims& aims);

}  // namespace triptych::pdf
