#include "doc/walk.hpp"
#include "gitbook/book/resolve.hpp"

namespace triptych::gitbook {
namespace {

/// Gives the media of a page their numbers in the book.
class Renumberer {
public:
    explicit Renumberer(const std::vector<MediaId>& ids) : ids_(ids) {}

    void number(MediaId& media) const { media = ids_[index(media)]; }

    void blocks(doc::Blocks& list) const {
        for (doc::Block& block : list) {
            own_media(block);
            doc::for_each_child(
                block, [this](doc::Inlines& children) { inlines(children); },
                [this](doc::Blocks& children) { blocks(children); });
        }
    }

    void inlines(doc::Inlines& list) const {
        for (doc::Inline& node : list) {
            if (auto* image = std::get_if<doc::InlineImage>(&node.node)) number(image->media);
            if (auto* link = std::get_if<doc::Link>(&node.node)) target(link->target);
            doc::for_each_child(node, [this](doc::Inlines& children) { inlines(children); });
        }
    }

private:
    void target(doc::Target& target) const {
        if (auto* file = std::get_if<doc::FileRef>(&target)) number(file->media);
    }

    void own_media(doc::Block& block) const {
        if (auto* figure = std::get_if<doc::Figure>(&block.node))
            for (doc::Picture& picture : figure->pictures) {
                number(picture.media);
                if (picture.target) target(*picture.target);
            }
        if (auto* card = std::get_if<doc::LinkCard>(&block.node)) target(card->target);
        auto* cards = std::get_if<doc::Cards>(&block.node);
        if (cards == nullptr) return;
        for (doc::Card& card : cards->cards) {
            if (card.cover) number(card.cover->media);
            if (card.target) target(*card.target);
        }
    }

    const std::vector<MediaId>& ids_;
};

}  // namespace

void renumber_media(doc::Page& page, const std::vector<MediaId>& ids) {
    if (ids.empty()) return;
    const Renumberer renumberer(ids);
    if (page.cover) renumberer.number(*page.cover);
    renumberer.inlines(page.title);
    renumberer.blocks(page.body);
    for (doc::Note& note : page.notes) renumberer.blocks(note.body);
}

}  // namespace triptych::gitbook
