#include "gitbook/book/lost_blocks.hpp"

#include <utility>

namespace triptych::gitbook {

bool is_lost_card(const doc::Block& block) {
    const auto* card = std::get_if<doc::LinkCard>(&block.node);
    return card != nullptr && card->kind == doc::LinkCardKind::page && card->title.empty() &&
           card->caption.empty() && std::holds_alternative<doc::DeadLink>(card->target);
}

doc::Block linked_name(std::string name, const doc::Picture& picture) {
    doc::Link link{*picture.target, {{doc::Text{std::move(name)}, picture.span}}};
    return {doc::Paragraph{{{std::move(link), picture.span}}, {}}, picture.span};
}

void add_caption(doc::Blocks& lost, doc::Inlines caption, Span span) {
    if (caption.empty()) return;
    auto* missing = lost.empty() ? nullptr : std::get_if<doc::MissingPicture>(&lost.back().node);
    auto* card = lost.empty() ? nullptr : std::get_if<doc::LinkCard>(&lost.back().node);
    if (missing != nullptr)
        missing->caption = std::move(caption);
    else if (card != nullptr)
        card->caption.push_back({doc::Paragraph{std::move(caption)}, lost.back().span});
    else
        lost.push_back({doc::Paragraph{std::move(caption)}, span});
}

}  // namespace triptych::gitbook
