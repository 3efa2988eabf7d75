#pragma once

#include <cstdint>
#include <optional>

#include "pages/pages.hpp"
#include "pdf/press.hpp"

namespace triptych::pdf {

/// The standard that a file claims to conform to. Nothing is claimed that does not hold.
enum class Conformance : std::uint8_t {
    none,
    accessible,  ///< PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
    archive,     ///< PDF/A-2b: sheets for paper have no tags
    print,       ///< PDF/X-4 (ISO 15930-7): its inks need an output intent of their own
};

/// PDF/X asks for a date and for the profile of a printing condition.
Conformance conformance_of(const pages::Pages& pages, const std::optional<Press>& press);

}  // namespace triptych::pdf
