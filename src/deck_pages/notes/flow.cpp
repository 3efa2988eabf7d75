#include "deck_pages/notes/flow.hpp"

#include <utility>

namespace triptych::deck_pages {
namespace {

doc::Blocks with_headings_at(std::uint8_t level, doc::Blocks notes) {
    for (auto& block : notes)
        if (auto* heading = std::get_if<doc::Heading>(&block.node)) heading->level = level;
    return notes;
}

/// Hangs a tree, its root first, under the first of `elements`; returns what its ids grew by.
std::uint32_t append(std::vector<pages::Element> tree, std::vector<pages::Element>& elements) {
    const auto moved = static_cast<std::uint32_t>(elements.size());
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const auto parent = static_cast<std::uint32_t>(tree[i].parent) + moved;
        tree[i].parent = i == 0 ? pages::ElementId{0} : pages::ElementId{parent};
        elements.push_back(std::move(tree[i]));
    }
    return moved;
}

}  // namespace

NotesFlow::NotesFlow(const deck::Slide& source, const NotesLook& look, const deck::Setting& setting,
                     DrawnSlide& slide) {
    typeset::Structure tree(pages::Tag::division);
    auto context = setting.context(look.medium, tree, slide.findings);
    galley_ = typeset::set_blocks(with_headings_at(look.heading_level, source.notes), look.measure,
                                  tree.root(), context);
    if (!galley_.rows.empty()) moved_ = append(tree.take(), slide.elements);
}

void NotesFlow::place_in(const Rect& box, std::vector<pages::Item>& items) {
    const std::size_t end = end_in(box.size.height), first = items.size();
    typeset::place(galley_, next_, end, box.at, items);
    for (std::size_t i = first; i < items.size(); ++i)
        if (!pages::is_artifact(items[i].element))
            items[i].element =
                pages::ElementId{static_cast<std::uint32_t>(items[i].element) + moved_};
    next_ = end;
}

/// Behind the rows that fit, where a break is allowed if there is such a place.
std::size_t NotesFlow::end_in(Length room) const {
    const auto& rows = galley_.rows;
    typeset::Stack stack(galley_, next_);
    std::size_t end = next_;
    while (end < rows.size()) {
        stack.push();
        if (end > next_ && stack.bottom() > room) break;
        ++end;
    }
    std::size_t last = end;
    while (last < rows.size() && last > next_ + 1 &&
           rows[last].break_penalty >= typeset::Row::never)
        --last;
    return last > next_ + 1 ? last : end;
}

}  // namespace triptych::deck_pages
