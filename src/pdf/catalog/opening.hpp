#pragma once

#include "pages/pages.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// What decides how a document is shown at first.
struct Opening {
    const pages::Pages& pages;
    object::Ref first_page{};
    object::Ref document{};  ///< its element, by PDF/UA-2; else none
    bool has_outline = false;
};

/// The entries of the catalogue that say how the document is shown (ISO 32000-1 §7.7.2, §12.2).
void write_opening(object::Dictionary& catalog, const Opening& opening);

}  // namespace triptych::pdf
