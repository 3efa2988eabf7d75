#include "pdf/structure/modernise.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include "pdf/structure/continued_lists.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::ElementId;
using pages::Tag;

bool is_heading(Tag tag) { return tag >= Tag::heading1 && tag <= Tag::heading6; }

/// A division of one figure and its caption becomes that figure; a caption that belongs to none, or
/// to several, is a paragraph.
void move_captions(std::vector<Element>& elements) {
    constexpr std::uint32_t several = 0xFFFFFFFF;
    std::vector<std::uint32_t> only_child(elements.size(), 0);  // but for captions
    for (std::uint32_t i = 1; i < elements.size(); ++i) {
        if (elements[i].tag == Tag::caption) continue;
        std::uint32_t& child = only_child[index(elements[i].parent)];
        child = child == 0 ? i : several;
    }
    std::vector<bool> has_caption(elements.size(), false);
    for (std::uint32_t i = 1; i < elements.size(); ++i) {
        if (elements[i].tag != Tag::caption) continue;
        std::size_t holder = index(elements[i].parent);
        const std::uint32_t only = only_child[holder];
        if (elements[holder].tag == Tag::division && only != 0 && only != several && only < i &&
            elements[only].tag == Tag::figure) {
            elements[only].parent = elements[holder].parent;
            holder = only;
        }
        const bool fits = elements[holder].tag == Tag::figure || elements[holder].tag == Tag::table;
        if (fits && !has_caption[holder]) {
            elements[i].parent = static_cast<ElementId>(holder);
            has_caption[holder] = true;
        } else {
            elements[i].tag = Tag::paragraph;
        }
    }
}

/// There is one title. Where the one heading of the highest level is the first of all, as in
/// slides, it is that.
void find_title(std::vector<Element>& elements) {
    bool titled = false;
    for (Element& element : elements)
        if (element.tag == Tag::title && std::exchange(titled, true)) element.tag = Tag::paragraph;
    if (titled) return;
    std::size_t first = 0, highest = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (first == 0 && is_heading(elements[i].tag)) first = i;
        if (elements[i].tag == Tag::heading1) ++highest;
    }
    if (highest != 1 || elements[first].tag != Tag::heading1) return;
    elements[first].tag = Tag::title;
    for (Element& element : elements)
        if (is_heading(element.tag))
            element.tag = static_cast<Tag>(static_cast<int>(element.tag) - 1);
}

/// A list whose items have labels says of what kind they are.
void name_numberings(std::vector<Element>& elements) {
    for (const Element& element : elements) {
        if (element.tag != Tag::label) continue;
        const Element& item = elements[index(element.parent)];
        Element& list = elements[index(item.parent)];
        if (item.tag == Tag::list_item && list.numbering == pages::ListNumbering::none)
            list.numbering = pages::ListNumbering::disc;
    }
}

/// A formula that could not be read is shown as it is written.
void show_unread_formulas_as_code(std::vector<Element>& elements, const Formulas& formulas) {
    std::vector<bool> read(elements.size(), false);
    for (std::size_t i = formulas.first; i < elements.size(); ++i)
        read[index(elements[i].parent)] = true;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].tag != Tag::formula || read[i]) continue;
        elements[i].tag = Tag::code;
        elements[i].alternative = {};
        elements[i].source = {};
    }
}

}  // namespace

Modernised modernise(pages::Pages& pages) {
    move_captions(pages.elements);
    find_title(pages.elements);
    name_numberings(pages.elements);
    Modernised out{{}, find_continued_lists(pages), group_listings(pages)};
    out.formulas = expand_formulas(pages);
    show_unread_formulas_as_code(pages.elements, out.formulas);
    return out;
}

}  // namespace triptych::pdf
