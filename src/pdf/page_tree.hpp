#pragma once

#include <vector>

#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A balanced page tree (ISO 32000-1 §7.7.3): the parent of every page, and the root.
class PageTree {
public:
    PageTree(object::Document& document, std::vector<object::Ref> pages);
    const std::vector<object::Ref>& pages() const { return pages_; }
    object::Ref parent(std::size_t page) const;
    object::Ref root() const { return levels_.back().front(); }
    /// Writes the inner nodes.
    void write(object::Document& document) const;

private:
    std::vector<object::Ref> pages_;
    std::vector<std::vector<object::Ref>> levels_;  ///< inner nodes, from the leaves up
};

}  // namespace triptych::pdf
