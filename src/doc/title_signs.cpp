#include "doc/title_signs.hpp"

#include <string>

#include "base/title_text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// Takes them from the text that comes first.
void drop_from_first_text(Inlines& body) {
    for (Inline& node : body) {
        if (std::holds_alternative<Anchor>(node.node)) continue;
        auto* text = std::get_if<Text>(&node.node);
        if (text == nullptr)
            return for_each_child(node, [](Inlines& inner) { drop_from_first_text(inner); });
        text->text.erase(0, text::leading_pictographs(text->text));
        if (!text->text.empty()) return;
    }
}

void drop_signs(Inlines& title) {
    const std::string words = plain_text(title);
    if (text::leading_pictographs(words) < words.size()) drop_from_first_text(title);
}

void drop_signs(Blocks& blocks) {
    for (Block& block : blocks) {
        if (auto* heading = std::get_if<Heading>(&block.node)) drop_signs(heading->body);
        for_each_child(
            block, [](Inlines&) {}, [](Blocks& inner) { drop_signs(inner); });
    }
}

}  // namespace

void drop_leading_signs(Page& page) {
    drop_signs(page.title);
    drop_signs(page.body);
}

}  // namespace triptych::doc
