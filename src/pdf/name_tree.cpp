#include "pdf/name_tree.hpp"

#include <algorithm>
#include <utility>

namespace triptych::pdf {

namespace {

constexpr std::size_t entries_in_leaf = 256, kids_in_node = 64;

std::string key_text(std::string_view key) {
    std::string out;
    object::append_literal(out, key);
    return out;
}

std::string key_text(std::uint64_t key) { return std::to_string(key); }

constexpr const char* entries_key(std::string_view) { return "Names"; }
constexpr const char* entries_key(std::uint64_t) { return "Nums"; }

}  // namespace

template <typename Key>
void SortedTree<Key>::add(Key key, std::string_view value) {
    const std::string text = key_text(key);
    if (count_ == 0)
        open_.first = text;
    else
        entries_ += ' ';
    open_.last = text;
    entries_ += text;
    if (value.front() != '[' && value.front() != '<') entries_ += ' ';
    entries_ += value;
    if (++count_ == entries_in_leaf) close_leaf();
}

template <typename Key>
void SortedTree<Key>::close_leaf() {
    object::Dictionary leaf;
    leaf.array("Limits", open_.first + " " + open_.last);
    leaf.array(entries_key(Key{}), std::exchange(entries_, {}));
    open_.ref = document_.add(leaf);
    nodes_.push_back(std::exchange(open_, {}));
    count_ = 0;
}

template <typename Key>
object::Ref SortedTree<Key>::finish() {
    if (nodes_.empty()) {
        object::Dictionary root;
        return document_.add(root.array(entries_key(Key{}), entries_));
    }
    if (count_ != 0) close_leaf();
    while (nodes_.size() > kids_in_node) {
        std::vector<Node> above;
        for (std::size_t from = 0; from < nodes_.size(); from += kids_in_node) {
            const std::size_t to = std::min(nodes_.size(), from + kids_in_node);
            std::vector<object::Ref> kids;
            for (std::size_t i = from; i < to; ++i) kids.push_back(nodes_[i].ref);
            object::Dictionary node;
            node.array("Limits", nodes_[from].first + " " + nodes_[to - 1].last);
            node.refs("Kids", kids);
            above.push_back({document_.add(node), nodes_[from].first, nodes_[to - 1].last});
        }
        nodes_ = std::move(above);
    }
    std::vector<object::Ref> kids;
    for (const Node& node : nodes_) kids.push_back(node.ref);
    object::Dictionary root;
    return document_.add(root.refs("Kids", kids));
}

template class SortedTree<std::string_view>;
template class SortedTree<std::uint64_t>;

}  // namespace triptych::pdf
