#include "deck/gist/titled.hpp"

#include <algorithm>

#include "deck/flat/title.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_claim = 4;  // words

/// Whether there is something to be told in words.
bool holds_text(std::span<const doc::Block> blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const doc::Block& block) {
        return std::holds_alternative<doc::Paragraph>(block.node) ||
               std::holds_alternative<doc::List>(block.node);
    });
}

/// "Close the gate.": too few words for a claim, but all that is there.
const doc::Inlines* short_text(std::span<const doc::Block> body, const Lexicon* lexicon) {
    const auto* words = body.size() == 1 ? words_of_paragraph(body.front()) : nullptr;
    const bool said = words && !is_blank(*words) && count_words(*words) < least_claim &&
                      has_stop(*words) && !points_elsewhere(*words);
    if (!said || !lexicon) return said ? words : nullptr;
    const FlatText flat = flatten(*words);
    return stands_alone(flat, {0, flat.text.size()}, *lexicon) ? words : nullptr;
}

doc::Inlines said_of(const Titled& source, const Lexicon* lexicon) {
    doc::Inlines claim = claim_of(source.body, lexicon, &source.title);
    const auto* whole = claim.empty() ? short_text(source.body, lexicon) : nullptr;
    return whole ? *whole : claim;
}

}  // namespace

std::vector<Point> titled_points(const std::vector<Titled>& sources, const Lexicon* lexicon) {
    std::vector<Point> points;
    std::vector<doc::Inlines> claims;
    for (const Titled& source : sources) {
        claims.push_back(said_of(source, lexicon));
        Point point;
        point.id = source.id;
        point.span = source.span;
        if (count_words(claims.back()) <= usual_tail) point.tail = claims.back();
        point.untold = point.tail.empty() && holds_text(source.body);
        point.head = bare_title(source.title);
        if (is_blank(point.head)) point.head.clear();
        points.push_back(std::move(point));
    }
    fill_untold(points, [&](std::size_t i) {
        Point more;
        if (count_words(claims[i]) <= longest_tail(points.size())) more.tail = claims[i];
        return more;
    });
    return points;
}

}  // namespace triptych::deck
