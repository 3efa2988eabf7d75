#include "deck/gist/columns.hpp"

#include <span>
#include <utility>

#include "deck/gist/claims.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "deck/gist/heads.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/titled.hpp"
#include "deck/sentence/sentences.hpp"
#include "doc/traits.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_term = 32;

template <typename Block>
const Block* first_of(const FlatBlocks& blocks) {
    for (const auto* block : blocks)
        if (const auto* found = std::get_if<Block>(&block->node)) return found;
    return nullptr;
}

}  // namespace

bool holds_details(const FlatBlocks& blocks) { return first_of<doc::Details>(blocks) != nullptr; }

PointColumn points_of_headings(const std::vector<const Passage*>& children,
                               const FlatBlocks& blocks, const Lexicon* lexicon) {
    PointColumn column;
    std::vector<Titled> titled;
    for (const Passage* child : children)
        titled.push_back({child->title, child->own, child->id, child->span});
    for (const auto* block : blocks)
        if (const auto* details = std::get_if<doc::Details>(&block->node))
            titled.push_back(
                {details->summary, std::span(details->body), details->id, block->span});
    column.points = titled_points(titled, lexicon);
    return column;
}

PointColumn tabs_in(const FlatBlocks& blocks, const Lexicon* lexicon) {
    PointColumn column;
    const auto* tabs = first_of<doc::Tabs>(blocks);
    if (!tabs) return column;
    std::vector<Titled> titled;
    for (const auto& tab : tabs->tabs)
        titled.push_back({tab.title, std::span(tab.body), tab.id, tab.span});
    column.points = titled_points(titled, lexicon);
    return column;
}

PointColumn cards_in(const FlatBlocks& blocks, const Lexicon* lexicon) {
    PointColumn column;
    const auto* cards = first_of<doc::Cards>(blocks);
    if (!cards) return column;
    const std::string no_id;
    std::vector<Titled> titled;
    for (const auto& card : cards->cards)
        titled.push_back({card.title, std::span(card.body), no_id, card.span});
    for (Point& point : titled_points(titled, lexicon)) {
        if (point.head.empty()) std::swap(point.head, point.tail);
        if (!point.head.empty()) column.points.push_back(std::move(point));
    }
    return column;
}

std::vector<std::size_t> terms_in(const FlatBlocks& blocks) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* words = words_of_paragraph(*blocks[i]);
        if (words && opens_with_term(*words)) found.push_back(i);
    }
    if (found.size() < 2) found.clear();
    return found;
}

PointColumn points_of_terms(const FlatBlocks& blocks, const std::vector<std::size_t>& terms,
                            const Lexicon* lexicon) {
    PointColumn column;
    for (const std::size_t at : terms) {
        auto point = point_of({{*blocks[at]}, {}, blocks[at]->span}, {longest_term}, lexicon);
        if (point)
            column.points.push_back(*std::move(point));
        else
            ++column.more;
    }
    even_out(column.points, lexicon);
    return column;
}

PointColumn first_sentences(const FlatBlocks& blocks, std::optional<std::size_t> claimed,
                            const Lexicon* lexicon) {
    PointColumn column;
    for (std::size_t i = claimed ? *claimed + 1 : 0; i < blocks.size(); ++i) {
        const bool lone = !claimed && column.points.empty();
        if (lone && is_special(*blocks[i]) && !doc::traits_of(*blocks[i]).is_figure) break;
        const auto* words = words_of_paragraph(*blocks[i]);
        if (!words || is_caption(blocks, i)) continue;
        if (lexicon && i > 0 && is_bare_line(*words)) continue;
        auto found = point_in(*words, lexicon);
        if (!found) continue;
        Point point;
        point.tail = std::move(found->words);
        point.cuts = std::move(found->cuts);
        point.span = blocks[i]->span;
        column.points.push_back(std::move(point));
    }
    return column;
}

}  // namespace triptych::deck
