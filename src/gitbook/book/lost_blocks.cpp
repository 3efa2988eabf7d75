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

void give_caption(doc::Block& block, doc::Inlines caption) {
    if (auto* missing = std::get_if<doc::MissingPicture>(&block.node))
        missing->caption = std::move(caption);
    auto* card = std::get_if<doc::LinkCard>(&block.node);
    if (card != nullptr && !caption.empty())
        card->caption.push_back({doc::Paragraph{std::move(caption)}, block.span});
}

}  // namespace triptych::gitbook
