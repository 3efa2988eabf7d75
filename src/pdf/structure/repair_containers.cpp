#include <initializer_list>

#include "base/is_one_of.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

/// True when all kept children have one of `tags`.
bool holds_only(const Repaired& tree, std::uint32_t element, std::initializer_list<Tag> tags) {
    bool out = true;
    for_each_kept_child(tree, element, [&](std::uint32_t child) {
        out = out && is_one_of(tree.tags[child], tags);
    });
    return out;
}

enum class CaptionPlace { first, first_or_last };

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
    switch (tree.tags[element]) {
        case Tag::list:
            return holds_only(tree, element, {Tag::list, Tag::list_item, Tag::caption}) &&
                   caption_fits(tree, element, CaptionPlace::first);
        case Tag::list_item:
            return holds_only(tree, element, {Tag::label, Tag::list_body});
        case Tag::table:
            return holds_only(tree, element, {Tag::table_row, Tag::caption}) &&
                   caption_fits(tree, element, CaptionPlace::first_or_last);
        case Tag::table_row:
            return holds_only(tree, element, {Tag::table_header, Tag::table_data});
        case Tag::toc:
            return holds_only(tree, element, {Tag::toc, Tag::toc_item, Tag::caption}) &&
                   caption_fits(tree, element, CaptionPlace::first);
        default:
            return true;
    }
}

bool parent_fits(Tag tag, Tag parent) {
    switch (tag) {
        case Tag::list_item:
            return parent == Tag::list;
        case Tag::list_body:
            return parent == Tag::list_item;
        case Tag::table_row:
            return parent == Tag::table;
        case Tag::table_header:
        case Tag::table_data:
            return parent == Tag::table_row;
        case Tag::toc_item:
            return parent == Tag::toc;
        default:
            return true;
    }
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
