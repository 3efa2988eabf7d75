#include "gitbook/convert/html_cards.hpp"

#include "base/text.hpp"
#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/convert/inline_fixups.hpp"

namespace triptych::gitbook {
namespace {

/// The first `<a href>` or `<img src>` below `node`, or null.
const GumboNode* first_reference(const GumboNode& node) {
    if (!is_element(node)) return nullptr;
    const GumboTag tag = node.v.element.tag;
    if ((tag == GUMBO_TAG_A && gumbo_get_attribute(&node.v.element.attributes, "href")) ||
        tag == GUMBO_TAG_IMG)
        return &node;
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i)
        if (const GumboNode* found = first_reference(child_at(children, i))) return found;
    return nullptr;
}

std::string address_of(const GumboNode& reference) {
    const Element element = element_of(reference);
    return std::string(text::trim(element.get(element.name == "img" ? "src" : "href")));
}

void set_cover(HtmlReader& html, const GumboNode& cell, doc::Card& card) {
    const GumboNode* reference = first_reference(cell);
    if (reference == nullptr || address_of(*reference).empty()) return;
    const Element element = element_of(*reference);
    const Span span = html.span_of(*reference);
    doc::Picture cover;
    cover.media = add_media(html.reader(), address_of(*reference), span);
    cover.alternative = element.get("alt");
    // A card's cover adorns it; the card's words say what it is about.
    cover.decorative = cover.alternative.empty();
    cover.span = span;
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

/// A card that is only a link to a page leads there.
void lead_by_title(doc::Card& card) {
    if (card.target || card.title.size() != 1) return;
    if (const auto* link = std::get_if<doc::Link>(&card.title.front().node))
        card.target = link->target;
}

doc::Card read_card(HtmlReader& html, const HtmlTable& table, const HtmlRow& row) {
    doc::Card card;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column] == nullptr) continue;
        const GumboNode& cell = *row[column];
        const Span span = html.span_of(cell);
        card.span =
            card.span.file == FileId::none ? span : Span{span.file, card.span.begin, span.end};
        switch (table.uses[column]) {
            case ColumnUse::card_target:
                if (const GumboNode* link = first_reference(cell))
                    card.target = doc::DeadLink{address_of(*link)};
                break;
            case ColumnUse::card_cover:
                set_cover(html, cell, card);
                break;
            case ColumnUse::hidden:
                break;
            case ColumnUse::shown:
            case ColumnUse::checkbox:
                for (doc::Block& block : html.blocks_in(cell))
                    card.body.push_back(std::move(block));
                break;
        }
    }
    take_title(card);
    lead_by_title(card);
    return card;
}

}  // namespace

void append_cards(HtmlReader& html, const GumboNode& node, const HtmlTable& table,
                  doc::Blocks& out) {
    doc::Cards cards;
    for (const HtmlRow& row : table.rows) {
        doc::Card card = read_card(html, table, row);
        if (!card.title.empty() || !card.body.empty() || card.cover || card.target)
            cards.cards.push_back(std::move(card));
    }
    if (!cards.cards.empty()) out.push_back({std::move(cards), html.span_of(node)});
}

}  // namespace triptych::gitbook
