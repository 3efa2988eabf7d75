#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/catalog/links.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

/// What elements have to do with each other beside who holds whom (ISO 32000-2 §14.7.2, `Ref`), and
/// with the places that links lead to.
struct Relations {
    /// Elements that an element refers to: notes and what cites them, both ways; entries of
    /// contents and what they list.
    std::map<std::uint32_t, std::vector<std::uint32_t>> refs;
    /// The element that is shown at each of `Pages::destinations`.
    std::vector<std::uint32_t> places;
};

/// `pages` has its items; `elements` are its elements or what stands for none.
Relations find_relations(const pages::Pages& pages, const std::vector<pages::Element>& elements,
                         const Repaired& tree, const std::vector<Link>& links);

}  // namespace triptych::pdf
