#include "gitbook/convert/cards.hpp"

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// The first `<a href>` or `<img src>` below `node`, or null.
const Node* first_reference(const Node& node) {
    if ((node.is("a") && node.has("href")) || node.is("img")) return &node;
    for (const Node& child : node.children)
        if (const Node* found = first_reference(child)) return found;
    return nullptr;
}

std::string reference_address(const Node& reference) {
    return std::string(text::trim(reference.get(reference.is("img") ? "src" : "href")));
}

void set_cover(Converter& converter, const Node& cell, doc::Card& card) {
    const Node* reference = first_reference(cell);
    if (reference == nullptr || reference_address(*reference).empty()) return;
    doc::Picture cover;
    cover.media = converter.add_media(reference_address(*reference), reference->span);
    cover.alternative = reference->get("alt");
    // A card's cover adorns it; the card's words say what it is about.
    cover.decorative = cover.alternative.empty();
    cover.span = reference->span;
    card.cover = cover;
}

doc::Strong* bold_line(doc::Block& block) {
    auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
    if (paragraph == nullptr || paragraph->body.size() != 1) return nullptr;
    return std::get_if<doc::Strong>(&paragraph->body.front().node);
}

/// The title is the first bold line, without the boldness that the card gives it anyway; else the
/// first paragraph.
void take_title(doc::Card& card) {
    for (auto block = card.body.begin(); block != card.body.end(); ++block)
        if (doc::Strong* strong = bold_line(*block)) {
            doc::Inlines title = std::move(strong->body);
            card.title = std::move(title);
            card.body.erase(block);
            return;
        }
    if (card.body.empty()) return;
    if (auto* paragraph = std::get_if<doc::Paragraph>(&card.body.front().node)) {
        card.title = std::move(paragraph->body);
        card.body.erase(card.body.begin());
    }
}

bool holds_link(const doc::Inlines& body) {
    for (const doc::Inline& node : body)
        if (std::holds_alternative<doc::Link>(node.node)) return true;
    return false;
}

/// A card that is only a link to a page leads there. One whose title leads elsewhere keeps that
/// link, and its own stands in a line below: no output has links within links.
void settle_target(doc::Card& card) {
    const auto* link =
        card.title.size() == 1 ? std::get_if<doc::Link>(&card.title.front().node) : nullptr;
    if (!card.target) {
        if (link != nullptr) card.target = link->target;
        return;
    }
    const std::string& own = std::get<doc::DeadLink>(*card.target).written;
    if (link != nullptr && std::get<doc::DeadLink>(link->target).written == own) return;
    if (!holds_link(card.title)) return;
    card.body.push_back(paragraph(
        {{doc::Link{*card.target, {text_inline(own, card.span)}}, card.span}}, card.span));
    card.target.reset();
}

doc::Card read_card(Converter& converter, const CardTable& table, const GridRow& row) {
    doc::Card card;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column].node == nullptr) continue;
        const Node& cell = *row[column].node;
        card.span = card.span.file == FileId::none
                        ? cell.span
                        : Span{cell.span.file, card.span.begin, cell.span.end};
        switch (table.uses[column]) {
            case ColumnUse::card_target:
                if (const Node* link = first_reference(cell))
                    card.target = doc::DeadLink{reference_address(*link)};
                break;
            case ColumnUse::card_cover:
                set_cover(converter, cell, card);
                break;
            case ColumnUse::hidden:
                break;
            case ColumnUse::shown:
            case ColumnUse::checkbox:
                for (doc::Block& block : blocks_of(converter, cell.children))
                    card.body.push_back(std::move(block));
                break;
        }
    }
    take_title(card);
    settle_target(card);
    return card;
}

}  // namespace

void add_cards(Converter& converter, const Node& node, const CardTable& table, Flow& out) {
    doc::Cards cards;
    for (const GridRow& row : table.grid.rows) {
        doc::Card card = read_card(converter, table, row);
        if (!card.title.empty() || !card.body.empty() || card.cover || card.target)
            cards.cards.push_back(std::move(card));
    }
    if (!cards.cards.empty()) out.add(std::move(cards), node.span);
}

}  // namespace triptych::gitbook
