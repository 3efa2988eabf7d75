#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// A name tree or number tree (ISO 32000-1 §7.9.6, §7.9.7), written leaf by leaf.
template <typename Key>
class SortedTree {
public:
    explicit SortedTree(object::Document& document) : document_(document) {}
    /// Where the one value of `key` is to be written. Keys rise from call to call.
    object::Array& entry(Key key);
    /// The root. An empty tree has a root without entries.
    object::Ref finish();

private:
    using OwnKey = std::conditional_t<std::is_same_v<Key, std::string_view>, std::string, Key>;
    struct Node {
        object::Ref ref{};
        OwnKey first{}, last{};
    };
    void close_leaf();
    void add_level();

    object::Document& document_;
    object::Array entries_;  ///< of the leaf in the making
    std::size_t count_ = 0;
    Node leaf_;
    std::vector<Node> nodes_;
};

using NameTree = SortedTree<std::string_view>;
using NumberTree = SortedTree<std::uint64_t>;

extern template class SortedTree<std::string_view>;
extern template class SortedTree<std::uint64_t>;

}  // namespace triptych::pdf
