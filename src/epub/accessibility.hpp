#pragma once

#include "doc/model.hpp"

namespace triptych::epub {

/// What can be said of a book's accessibility (EPUB Accessibility 1.1 §2.2), counted, not claimed.
struct Accessibility {
    bool has_pictures = false;
    bool all_pictures_described = true;  ///< each has an alternative or is declared decorative
    bool has_tables = false, has_formulas = false;
};

Accessibility assess(const doc::Book& book);

}  // namespace triptych::epub
