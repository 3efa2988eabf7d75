#include "doc/high_pictures.hpp"

#include <optional>
#include <utility>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

using IsHigh = std::function<bool(MediaId)>;

bool is_blank_text(const Inline& node) {
    if (std::holds_alternative<LineBreak>(node.node)) return true;
    const auto* text = std::get_if<Text>(&node.node);
    return text != nullptr && text::trim(text->text).empty();
}

/// The picture that stands alone in `node`, in a link or not.
std::optional<Picture> picture_in(const Inline& node) {
    if (const auto* image = std::get_if<InlineImage>(&node.node))
        return Picture{image->media, image->alternative, image->decorative, 0, node.span};
    const auto* link = std::get_if<Link>(&node.node);
    if (link == nullptr || link->body.size() != 1) return std::nullopt;
    auto picture = picture_in(link->body.front());
    if (picture) picture->target = link->target;
    return picture;
}

/// Takes the picture off the end of `words`, with what only parts it from them.
std::optional<Picture> take_last(Inlines& words, const IsHigh& is_high) {
    std::size_t end = words.size();
    while (end > 0 && is_blank_text(words[end - 1])) --end;
    auto picture = end > 1 ? picture_in(words[end - 1]) : std::nullopt;
    if (!picture || !is_high(picture->media)) return std::nullopt;
    --end;
    while (end > 0 && is_blank_text(words[end - 1])) --end;
    if (end == 0) return std::nullopt;
    words.resize(end);
    return picture;
}

void lift_in_item(Blocks& body, const IsHigh& is_high) {
    for (std::size_t i = 0; i < body.size(); ++i) {
        auto* paragraph = std::get_if<Paragraph>(&body[i].node);
        auto picture = paragraph ? take_last(paragraph->body, is_high) : std::nullopt;
        if (!picture) continue;
        const Span span = picture->span;
        body.insert(body.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    {Figure{{*std::move(picture)}, {}}, span});
    }
}

void lift(Blocks& blocks, const IsHigh& is_high) {
    for (Block& block : blocks) {
        if (auto* list = std::get_if<List>(&block.node))
            for (ListItem& item : list->items) lift_in_item(item.body, is_high);
        for_each_child(
            block, [](Inlines&) {}, [&](Blocks& inner) { lift(inner, is_high); });
    }
}

}  // namespace

void lift_high_pictures(Book& book, const std::function<bool(MediaId)>& is_high) {
    for (Page& page : book.pages) {
        lift(page.body, is_high);
        for (Note& note : page.notes) lift(note.body, is_high);
    }
}

}  // namespace triptych::doc
