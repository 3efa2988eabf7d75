#pragma once

#include <optional>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// Where the places of a document are.
struct Places {
    const pages::Pages& pages;
    const std::vector<object::Ref>& page_refs;
    /// The elements shown at `Pages::destinations`, to which they lead by PDF/UA-2 (ISO 14289-2
    /// §8.8); else none.
    const std::vector<object::Ref>& elements;
};

/// The outline (ISO 32000-1 §12.3.3); nothing without bookmarks.
std::optional<object::Ref> write_outline(object::Document& document, const Places& places);

/// The name tree of destinations (§12.3.2.3); nothing without destinations. Of equal names the
/// first counts.
std::optional<object::Ref> write_destinations(object::Document& document, const Places& places);

/// The number tree of page labels (§12.4.2).
object::Ref write_page_labels(object::Document& document, const pages::Pages& pages);

}  // namespace triptych::pdf
