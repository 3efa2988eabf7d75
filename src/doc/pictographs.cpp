#include "doc/pictographs.hpp"

#include <string>
#include <utility>

#include "base/title_text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// `begins`: nothing of the line stands in front, so that it starts without a space.
void drop_from_texts(Inlines& body, bool& begins) {
    for (Inline& node : body) {
        if (auto* text = std::get_if<Text>(&node.node)) {
            // Behind a letter nothing is kept for want of anything else.
            std::string kept = text::without_pictographs("x" + text->text).substr(1);
            if (begins && kept != text->text) kept.erase(0, kept.find_first_not_of(' '));
            text->text = std::move(kept);
            begins = begins && text->text.empty();
        }
        for_each_child(node, [&](Inlines& inner) { drop_from_texts(inner, begins); });
    }
}

}  // namespace

void drop_pictographs(Inlines& body) {
    const std::string words = plain_text(body);
    if (text::leading_pictographs(words) == words.size()) return;
    bool begins = true;
    drop_from_texts(body, begins);
}

void drop_pictographs(Blocks& blocks) {
    for (Block& block : blocks)
        for_each_child(
            block, [](Inlines& body) { drop_pictographs(body); },
            [](Blocks& inner) { drop_pictographs(inner); });
}

void drop_pictographs(Page& page) {
    drop_pictographs(page.title);
    drop_pictographs(page.body);
    for (Note& note : page.notes) drop_pictographs(note.body);
}

}  // namespace triptych::doc
