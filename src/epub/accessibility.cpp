#include "epub/accessibility.hpp"

#include <variant>

#include "doc/walk.hpp"

namespace triptych::epub {
namespace {

void look_at(const doc::Picture& picture, Accessibility& found) {
    found.has_pictures = true;
    if (picture.alternative.empty() && !picture.decorative) found.all_pictures_described = false;
}

void look_at(const doc::Inlines& inlines, Accessibility& found) {
    for (const auto& node : inlines) {
        if (const auto* image = std::get_if<doc::InlineImage>(&node.node))
            look_at(doc::Picture{image->media, image->alternative, image->decorative, 0, {}},
                    found);
        if (std::holds_alternative<doc::Math>(node.node)) found.has_formulas = true;
        doc::for_each_child(node, [&](const doc::Inlines& body) { look_at(body, found); });
    }
}

void look_at(const doc::Blocks& blocks, Accessibility& found) {
    for (const auto& block : blocks) {
        if (const auto* figure = std::get_if<doc::Figure>(&block.node))
            for (const auto& picture : figure->pictures) look_at(picture, found);
        if (const auto* cards = std::get_if<doc::Cards>(&block.node))
            for (const auto& card : cards->cards)
                if (card.cover) look_at(*card.cover, found);
        if (std::holds_alternative<doc::Table>(block.node)) found.has_tables = true;
        if (std::holds_alternative<doc::MathBlock>(block.node)) found.has_formulas = true;
        doc::for_each_child(
            block, [&](const doc::Inlines& body) { look_at(body, found); },
            [&](const doc::Blocks& body) { look_at(body, found); });
    }
}

}  // namespace

Accessibility assess(const doc::Book& book) {
    Accessibility found;
    for (const auto& page : book.pages) {
        look_at(page.title, found);
        look_at(page.body, found);
        for (const auto& note : page.notes) look_at(note.body, found);
    }
    return found;
}

}  // namespace triptych::epub
