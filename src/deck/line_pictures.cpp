#include "deck/line_pictures.hpp"

#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

using Visit = std::function<void(const doc::InlineImage&)>;

void visit_blocks(const doc::Blocks& blocks, const Visit& each) {
    for (const doc::Block& block : blocks)
        doc::for_each_child(
            block, [&](const doc::Inlines& text) { for_each_line_picture(text, each); },
            [&](const doc::Blocks& inner) { visit_blocks(inner, each); });
}

}  // namespace

void for_each_line_picture(const doc::Inlines& text, const Visit& each) {
    for (const doc::Inline& node : text) {
        if (const auto* picture = doc::facts_of(node).picture) each(*picture);
        doc::for_each_child(node,
                            [&](const doc::Inlines& inner) { for_each_line_picture(inner, each); });
    }
}

void for_each_line_picture(const Slide& slide, const Visit& each) {
    for_each_line_picture(slide.title, each);
    for (const auto& paragraph : slide.claim) for_each_line_picture(paragraph, each);
    visit_blocks(slide.body, each);
    for (const auto& line : slide.links) for_each_line_picture(line, each);
}

}  // namespace triptych::deck
