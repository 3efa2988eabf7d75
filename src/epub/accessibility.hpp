#pragma once

#include "doc/model.hpp"

namespace triptych::epub {

/// What can be said of a book's accessibility (EPUB Accessibility 1.1 §2.2), counted, not claimed.
struct Accessibility {
    bool has_pictures = false;
    bool all_pictures_described = true;  ///< each has an alternative or is declared decorative
    bool all_tables_headed = true;       ///< each has a header row or headers of its rows
    bool all_formulas_parsed = true;     ///< nothing of them stays as source
    bool all_pages_titled = true;
    bool headings_without_jumps = true;
    bool has_language = false;

    /// Whether all of it holds that we can check ourselves.
    bool holds() const {
        return all_pictures_described && all_tables_headed && all_formulas_parsed &&
               all_pages_titled && headings_without_jumps && has_language;
    }
};

Accessibility assess(const doc::Book& book);

}  // namespace triptych::epub
