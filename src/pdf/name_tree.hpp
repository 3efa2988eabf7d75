#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A name tree or number tree (ISO 32000-1 §7.9.6, §7.9.7), written leaf by leaf. Keys must be
/// added rising; a value is the text of an object.
template <typename Key>
class SortedTree {
public:
    explicit SortedTree(object::Document& document) : document_(document) {}
    void add(Key key, std::string_view value);
    /// The root. An empty tree has a root without entries.
    object::Ref finish();

private:
    struct Node {
        object::Ref ref{};
        std::string first, last;  ///< keys, as text of objects
    };
    void close_leaf();

    object::Document& document_;
    std::string entries_;
    std::size_t count_ = 0;
    Node open_;
    std::vector<Node> nodes_;
};

using NameTree = SortedTree<std::string_view>;
using NumberTree = SortedTree<std::uint64_t>;

extern template class SortedTree<std::string_view>;
extern template class SortedTree<std::uint64_t>;

}  // namespace triptych::pdf
