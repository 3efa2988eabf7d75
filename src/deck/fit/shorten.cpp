#include "deck/fit/shorten.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "deck/content.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_points = 3;  // that stay of a list, if that is enough
/// That stay of a table: of two things that are compared none may go, while rows may.
constexpr std::size_t compared_columns = 3, least_columns = 2;

bool drop_last(doc::Block& block, std::size_t least);

bool drop_last(doc::Blocks& body, std::size_t least) {
    return std::any_of(body.rbegin(), body.rend(),
                       [&](doc::Block& block) { return drop_last(block, least); });
}

template <class Sequence>
bool drop_last_of(Sequence& sequence, std::size_t least) {
    if (sequence.size() < least) return false;
    sequence.pop_back();
    return true;
}

bool drop_line(doc::CodeBlock& code) {
    const std::size_t end = code.text.rfind('\n');
    if (end == std::string::npos) return false;
    code.text.resize(end);
    code.parts.erase(std::remove_if(code.parts.begin(), code.parts.end(),
                                    [&](const doc::CodeSpan& part) { return part.end > end; }),
                     code.parts.end());
    return true;
}

/// Null where nothing stands side by side.
doc::SideColumn* fullest_of(doc::Columns& columns) {
    const auto fullest =
        std::max_element(columns.columns.begin(), columns.columns.end(),
                         [](const doc::SideColumn& a, const doc::SideColumn& b) {
                             return doc::count_words(a.body) < doc::count_words(b.body);
                         });
    return fullest == columns.columns.end() ? nullptr : &*fullest;
}

bool drop_last(doc::Block& block, std::size_t least) {
    if (auto* list = std::get_if<doc::List>(&block.node)) return drop_last_of(list->items, least);
    if (auto* table = std::get_if<doc::Table>(&block.node)) return drop_last_of(table->rows, least);
    if (auto* columns = std::get_if<doc::Columns>(&block.node)) {
        doc::SideColumn* fullest = fullest_of(*columns);
        return fullest != nullptr && drop_last(fullest->body, least);
    }
    auto* code = std::get_if<doc::CodeBlock>(&block.node);
    return code != nullptr && drop_line(*code);
}

bool drop_table_column(Slide& slide, std::size_t least) {
    for (doc::Block& block : slide.body) {
        auto* table = std::get_if<doc::Table>(&block.node);
        if (table == nullptr || table->columns.size() <= least) continue;
        table->columns.pop_back();
        for (auto& column : table->columns) column.width = 0;
        for (auto* rows : {&table->head, &table->rows})
            for (doc::Row& row : *rows) row.cells.pop_back();
        slide.cuts.push_back({CutKind::columns, 1, {}});
        add_further(slide, MoreOf::columns, 1);
        return true;
    }
    return false;
}

/// The last line of the card that has most; a title stays of each.
bool drop_line_of_card(doc::Cards& cards) {
    const auto size = [](const doc::Card& card) {
        return std::pair(card.body.size(), doc::count_words(card.body));
    };
    const auto fullest =
        std::max_element(cards.cards.begin(), cards.cards.end(),
                         [&](const doc::Card& a, const doc::Card& b) { return size(a) < size(b); });
    return fullest != cards.cards.end() && !fullest->title.empty() &&
           drop_last_of(fullest->body, 1);
}

/// Something stays in each column and of each card.
bool drop_last_block(doc::Blocks& body) {
    if (body.size() == 1)
        if (auto* cards = std::get_if<doc::Cards>(&body.front().node))
            return drop_line_of_card(*cards);
    if (body.size() == 1)
        if (auto* columns = std::get_if<doc::Columns>(&body.front().node)) {
            doc::SideColumn* fullest = fullest_of(*columns);
            return fullest != nullptr && drop_last_block(fullest->body);
        }
    return drop_last_of(body, 2);
}

doc::Inlines::iterator line_break_in(doc::Inlines& words) {
    return std::find_if(words.begin(), words.end(), [](const doc::Inline& node) {
        return std::holds_alternative<doc::LineBreak>(node.node);
    });
}

/// The words of an item that has more than a title; else null.
doc::Inlines* words_behind_break(doc::ListItem& item) {
    auto* paragraph =
        item.body.empty() ? nullptr : std::get_if<doc::Paragraph>(&item.body.front().node);
    if (paragraph == nullptr || line_break_in(paragraph->body) == paragraph->body.end())
        return nullptr;
    return &paragraph->body;
}

/// Cards or columns, or counted points with what leads to them: "To close the gate:".
bool says_more_than_claim(const Slide& slide) {
    if (slide.body.size() == 1) return cards_of(slide) || !panels_of(slide).empty();
    return slide.body.size() == 2 && lead_in_of(slide) && are_counted(slide);
}

}  // namespace

bool drop_point(doc::Blocks& body) { return drop_last(body, least_points); }

std::size_t count_points(const doc::Blocks& body) {
    std::size_t points = 0;
    for (const doc::Block& block : body) {
        if (const auto* list = std::get_if<doc::List>(&block.node)) points += list->items.size();
        if (const auto* table = std::get_if<doc::Table>(&block.node)) points += table->rows.size();
        if (const auto* columns = std::get_if<doc::Columns>(&block.node))
            for (const doc::SideColumn& column : columns->columns)
                points += count_points(column.body);
        if (const auto* code = std::get_if<doc::CodeBlock>(&block.node))
            points +=
                static_cast<std::size_t>(std::count(code->text.begin(), code->text.end(), '\n'));
    }
    return points;
}

bool drop_step_text(Slide& slide) {
    if (slide.archetype != Archetype::process) return false;
    doc::Inlines* longest = nullptr;
    std::size_t most = 0;
    for (doc::Block& block : slide.body)
        if (auto* list = std::get_if<doc::List>(&block.node))
            for (doc::ListItem& item : list->items)
                if (doc::Inlines* words = words_behind_break(item); words != nullptr) {
                    const std::size_t count = doc::plain_text(*words).size();
                    if (count <= most) continue;
                    most = count;
                    longest = words;
                }
    if (longest == nullptr) return false;
    const auto behind = line_break_in(*longest);
    slide.cuts.push_back(
        {CutKind::tail, 1, doc::plain_text(doc::Inlines(behind + 1, longest->end()))});
    longest->erase(behind, longest->end());
    return true;
}

bool drop_claim(Slide& slide, std::vector<Cut>& cuts) {
    if (slide.claim.empty() || !says_more_than_claim(slide)) return false;
    for (const doc::Inlines& claim : slide.claim)
        for (auto* said : {&slide.cuts, &cuts})
            said->push_back({CutKind::claim, 1, doc::plain_text(claim)});
    slide.claim.clear();
    return true;
}

bool drop_part(Slide& slide) {
    if (drop_table_column(slide, compared_columns)) return true;
    if (drop_last(slide.body, 2) || drop_last_block(slide.body)) {
        ++slide.more;
        return true;
    }
    return drop_table_column(slide, least_columns);
}

}  // namespace triptych::deck
