#include "pdf/structure/repair.hpp"

#include "base/check.hpp"
#include "base/is_one_of.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

bool is_cell(Tag tag) { return tag == Tag::table_header || tag == Tag::table_data; }

void link_children(const std::vector<Element>& elements, Repaired& tree) {
    tree.first_child.assign(elements.size(), no_element);
    tree.next_sibling.assign(elements.size(), no_element);
    for (std::size_t i = elements.size(); i-- > 1;) {
        const auto parent = index(elements[i].parent);
        TRIPTYCH_CHECK(parent < i, "elements are stored parent first");
        tree.next_sibling[i] = tree.first_child[parent];
        tree.first_child[parent] = static_cast<std::uint32_t>(i);
    }
}

/// Empty cells stay, since a table must be regular; so do rows of them in a table that shows
/// something.
void choose_kept(const std::vector<Element>& elements, const Presence& presence, Repaired& tree) {
    tree.kept.assign(elements.size(), 0);
    for (std::size_t i = elements.size(); i-- > 0;) {
        if (presence.drawn[i] != 0 || presence.linked[i] != 0) tree.kept[i] = 1;
        if (tree.kept[i] != 0 && i != 0) tree.kept[index(elements[i].parent)] = 1;
    }
    tree.kept[0] = 1;
    for (std::size_t i = 1; i < elements.size(); ++i) {
        const auto parent = index(elements[i].parent);
        const bool row = elements[i].tag == Tag::table_row && tree.first_child[i] != no_element &&
                         elements[parent].tag == Tag::table;
        const bool cell = is_cell(elements[i].tag) && elements[parent].tag == Tag::table_row;
        const bool math = elements[i].tag == Tag::math;  // which counts its children
        if ((row || cell || math) && tree.kept[parent] != 0) tree.kept[i] = 1;
    }
}

/// In PDF 2.0, what groups others holds no content of its own (ISO/TS 32005): where it does, it is
/// a paragraph.
void repair_filled_groups(const Presence& presence, Repaired& tree) {
    for (std::size_t i = 1; i < tree.tags.size(); ++i)
        if (presence.drawn[i] != 0 &&
            is_one_of(tree.tags[i],
                      {Tag::document, Tag::part, Tag::section, Tag::division, Tag::list,
                       Tag::list_item, Tag::table, Tag::table_row, Tag::toc, Tag::toc_item}))
            tree.tags[i] = Tag::paragraph;
}

}  // namespace

Repaired repair(const std::vector<Element>& elements, const Presence& presence,
                PdfStandard standard) {
    Repaired tree;
    link_children(elements, tree);
    choose_kept(elements, presence, tree);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const bool bare_link = elements[i].tag == Tag::link && presence.linked[i] == 0;
        tree.tags.push_back(bare_link ? Tag::span : elements[i].tag);
        tree.column_spans.push_back(elements[i].column_span);
        tree.row_spans.push_back(elements[i].row_span);
    }
    tree.missing_cells.assign(elements.size(), 0);
    if (standard == PdfStandard::ua2) repair_filled_groups(presence, tree);
    repair_containers(elements, tree);
    repair_headings(tree);
    repair_tables(elements, tree);
    return tree;
}

}  // namespace triptych::pdf
