#include <algorithm>

#include "base/is_one_of.hpp"
#include "pdf/structure/repair.hpp"
#include "pdf/structure/tag_rules.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

bool contains(const std::vector<Tag>& tags, Tag tag) { return is_one_of(tag, tags); }

/// Whether all kept children have one of `tags`.
bool holds_only(const Repaired& tree, std::uint32_t element, const std::vector<Tag>& tags) {
    bool out = true;
    for_each_kept_child(
        tree, element, [&](std::uint32_t child) { out = out && contains(tags, tree.tags[child]); });
    return out;
}

/// At most one caption, and that where it may stand.
bool caption_fits(const Repaired& tree, std::uint32_t element, CaptionPlace place) {
    std::size_t count = 0, captions = 0, at = 0;
    for_each_kept_child(tree, element, [&](std::uint32_t child) {
        if (tree.tags[child] == Tag::caption) {
            ++captions;
            at = count;
        }
        ++count;
    });
    if (captions == 0) return true;
    const bool last = place == CaptionPlace::first_or_last && at + 1 == count;
    return captions == 1 && (at == 0 || last);
}

bool children_fit(const Repaired& tree, std::uint32_t element) {
    const TagRule& rule = rule_of(tree.tags[element]);
    if (rule.children.empty()) return true;
    return holds_only(tree, element, rule.children) && caption_fits(tree, element, rule.caption);
}

bool parent_fits(Tag tag, Tag parent) {
    const auto required = rule_of(tag).parent;
    return !required || *required == parent;
}

}  // namespace

void repair_containers(const std::vector<Element>& elements, Repaired& tree) {
    for (std::size_t i = elements.size(); i-- > 0;)
        if (!children_fit(tree, static_cast<std::uint32_t>(i))) tree.tags[i] = Tag::division;
    for (std::size_t i = 1; i < elements.size(); ++i)
        if (!parent_fits(tree.tags[i], tree.tags[index(elements[i].parent)]))
            tree.tags[i] = Tag::division;
}

void repair_headings(Repaired& tree) {
    constexpr auto first = static_cast<int>(Tag::heading1), last = static_cast<int>(Tag::heading6);
    int level = first - 1;
    std::vector<std::uint32_t> open = {0};
    while (!open.empty()) {
        const std::uint32_t element = open.back();
        open.pop_back();
        if (element == no_element) continue;
        open.push_back(tree.next_sibling[element]);
        open.push_back(tree.kept[element] != 0 ? tree.first_child[element] : no_element);
        const auto tag = static_cast<int>(tree.tags[element]);
        if (tree.kept[element] == 0 || tag < first || tag > last) continue;
        level = std::min(tag, level + 1);
        tree.tags[element] = static_cast<Tag>(level);
    }
}

}  // namespace triptych::pdf
