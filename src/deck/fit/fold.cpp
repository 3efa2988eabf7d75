#include "deck/fit/fold.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include "doc/traits.hpp"

#include "deck/setting/setting.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

doc::Blocks paragraphs(std::vector<doc::Inlines> lines, Span span) {
    doc::Blocks blocks;
    for (auto& line : lines) blocks.push_back(paragraph_of(std::move(line), span));
    return blocks;
}

void append(doc::Blocks& blocks, doc::Blocks more) {
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
}

}  // namespace

void fold(Slide& slide) {
    slide.numeral.clear();
    if (const auto number = std::exchange(slide.number, {}); !number.empty())
        slide.title.insert(slide.title.begin(), {doc::Text{number + " "}, slide.span});
    if (is_cover(slide)) {
        auto links = std::exchange(slide.links, {});
        std::move(links.begin(), links.end(), std::back_inserter(slide.claim));
        return;
    }
    auto body = paragraphs(std::exchange(slide.claim, {}), slide.span);
    append(body, std::exchange(slide.body, {}));
    append(body, paragraphs(std::exchange(slide.links, {}), slide.span));
    // Beside a picture all text is one.
    if (slide.kind == SlideKind::picture)
        std::stable_partition(body.begin(), body.end(), [](const doc::Block& block) {
            return !doc::traits_of(block).is_figure;
        });
    slide.body = std::move(body);
}

void fold_imprint(Deck& deck) {
    if (deck.slides.empty()) return;
    std::string line = deck.publisher;
    const std::string meta = cover_meta(deck);
    if (!line.empty() && !meta.empty()) line += " · ";
    line += meta;
    Slide& title = deck.slides.front();
    if (!line.empty()) title.claim.push_back(inlines_of(line, title.span));
}

}  // namespace triptych::deck
