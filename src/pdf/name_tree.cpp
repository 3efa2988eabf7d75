#include "pdf/name_tree.hpp"

#include <algorithm>
#include <utility>

namespace triptych::pdf {

namespace {

constexpr std::size_t entries_in_leaf = 256, kids_in_node = 64;

void write_key(object::Array& out, std::string_view key) { out.bytes(key); }
void write_key(object::Array& out, std::uint64_t key) {
    out.integer(static_cast<std::int64_t>(key));
}

constexpr const char* entries_key(std::string_view) { return "Names"; }
constexpr const char* entries_key(std::uint64_t) { return "Nums"; }

template <typename Key>
void write_limits(object::Array&& out, const Key& first, const Key& last) {
    write_key(out, first);
    write_key(out, last);
}

}  // namespace

template <typename Key>
object::Array& SortedTree<Key>::entry(Key key) {
    if (count_ == entries_in_leaf) close_leaf();
    if (count_++ == 0) leaf_.first = OwnKey(key);
    leaf_.last = OwnKey(key);
    write_key(entries_, key);
    return entries_;
}

template <typename Key>
void SortedTree<Key>::close_leaf() {
    object::Dictionary leaf;
    write_limits(leaf.array("Limits"), leaf_.first, leaf_.last);
    leaf.array(entries_key(Key{})).append(std::exchange(entries_, {}));
    leaf_.ref = document_.add(leaf);
    nodes_.push_back(std::exchange(leaf_, {}));
    count_ = 0;
}

/// Puts nodes above the ones there are.
template <typename Key>
void SortedTree<Key>::add_level() {
    std::vector<Node> above;
    for (std::size_t from = 0; from < nodes_.size(); from += kids_in_node) {
        const std::size_t to = std::min(nodes_.size(), from + kids_in_node);
        Node node{object::Ref::none, nodes_[from].first, nodes_[to - 1].last};
        object::Dictionary out;
        write_limits(out.array("Limits"), node.first, node.last);
        {
            object::Array kids = out.array("Kids");
            for (std::size_t i = from; i < to; ++i) kids.ref(nodes_[i].ref);
        }
        node.ref = document_.add(out);
        above.push_back(std::move(node));
    }
    nodes_ = std::move(above);
}

template <typename Key>
object::Ref SortedTree<Key>::finish() {
    object::Dictionary root;
    if (nodes_.empty()) {
        root.array(entries_key(Key{})).append(entries_);
        return document_.add(root);
    }
    if (count_ != 0) close_leaf();
    while (nodes_.size() > kids_in_node) add_level();
    std::vector<object::Ref> kids;
    for (const Node& node : nodes_) kids.push_back(node.ref);
    return document_.add(root.refs("Kids", kids));
}

template class SortedTree<std::string_view>;
template class SortedTree<std::uint64_t>;

}  // namespace triptych::pdf
