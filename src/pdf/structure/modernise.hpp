#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pages/pages.hpp"
#include "pdf/structure/formulas.hpp"
#include "pdf/structure/listings.hpp"

namespace triptych::pdf {

/// What is known of elements beside what `Pages` say.
struct Modernised {
    Formulas formulas;
    std::map<std::uint32_t, std::string> continued{};  ///< see `find_continued_lists`
    ListingLines lines{};
};

/// Brings elements into the shape of PDF 2.0: a figure holds its caption, one title stands
/// above all headings, and lists with labels say of what kind these are, listings hold their lines.
/// Formulas get the elements of their MathML.
Modernised modernise(pages::Pages& pages);

}  // namespace triptych::pdf
