#pragma once

#include <cstdint>
#include <vector>

#include "pages/neighbours.hpp"
#include "pages/pages.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A link area that becomes an annotation.
struct Link {
    std::uint32_t page = 0, item = 0;
    std::uint32_t element = 0;  ///< of tag `link`
    object::Ref ref{};
};

/// The link areas of all pages that lead somewhere and belong to a link of the structure, in order;
/// the others have no annotation (ISO 14289-1 §7.18.5 would forbid it).
std::vector<Link> collect_links(const pages::Pages& pages, const pages::Neighbours& neighbours,
                                object::Document& document);

/// Whether a place has a name that links can lead to: it must fit a string.
bool is_named(const pages::Destination& destination);

/// The annotation (ISO 32000-1 §12.5.6.5); `key` is its key in the parent tree.
object::Dictionary link_annotation(const pages::Pages& pages, const pages::Neighbours& neighbours,
                                   const Link& link, std::size_t key);

}  // namespace triptych::pdf
