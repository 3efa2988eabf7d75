#include "deck/digest/shown.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "deck/content.hpp"
#include "deck/digest/shorter.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/sides.hpp"
#include "deck/gist/stance.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

doc::Inlines in_bold(const doc::Inlines& head, Span span) {
    const bool bold = head.size() == 1 && std::holds_alternative<doc::Strong>(head.front().node);
    return bold ? head : doc::Inlines{{doc::Strong{head}, span}};
}

doc::Inlines words_of(const Point& point) {
    if (point.head.empty()) return point.tail;
    if (point.tail.empty()) return point.head;
    doc::Inlines words = in_bold(point.head, point.span);
    words.push_back({doc::LineBreak{}, point.span});
    words.insert(words.end(), point.tail.begin(), point.tail.end());
    return words;
}

doc::Block label_of(const doc::Inlines& words, Span span) {
    return {doc::Paragraph{words, doc::ParagraphRole::lead_in}, span};
}

/// Says how many points stand in the notes alone.
void add_more(doc::Blocks& body, std::size_t count, std::string_view language, Span span) {
    if (count == 0) return;
    const auto words =
        fmt::format("+ {} {} {}", own_digits(count, language),
                    word_in(language, count == 1 ? triptych::Word::point : triptych::Word::points),
                    word_in(language, triptych::Word::in_the_notes));
    body.push_back(paragraph_of(doc::own_words(words, language, span), span));
}

void add_cuts(Slide& slide, const PointColumn& column) {
    for (const Point& point : column.points)
        slide.cuts.insert(slide.cuts.end(), point.cuts.begin(), point.cuts.end());
    if (column.more > 0) slide.cuts.push_back({CutKind::points, column.more, {}});
    add_further(slide, MoreOf::explanations, count_untold(column.points));
}

}  // namespace

void add_further(Slide& slide, const MoreSpecials& more) {
    add_further(slide, MoreOf::tables, more.tables);
    add_further(slide, MoreOf::pictures, more.pictures);
    add_further(slide, MoreOf::listings, more.listings);
    add_further(slide, MoreOf::warnings, more.warnings);
}

namespace {

/// A sentence or a title that no other stands beside needs no bullet.
bool stands_by_itself(const PointColumn& column) {
    if (column.points.size() != 1 || column.counted) return false;
    const Point& point = column.points.front();
    return point.head.empty() != point.tail.empty() && point.task == doc::TaskState::none;
}

void add_column(doc::Blocks& body, const PointColumn& column, GistKind kind, Span span) {
    if (!column.label.empty()) body.push_back(label_of(column.label, span));
    if (stands_by_itself(column))
        body.push_back(paragraph_of(words_of(column.points.front()), span));
    else if (!column.points.empty())
        body.push_back(list_of(column, kind, span));
}

/// Where both sides leave points out, that is said once, below them.
std::size_t left_out_by_both(const PointColumn& left, const PointColumn& right) {
    return left.more > 0 && right.more > 0 ? left.more + right.more : 0;
}

/// Without saying how many points its column leaves out.
doc::SideColumn side_of(const PointColumn& column, Stance stance, std::string_view language,
                        Span span) {
    doc::SideColumn side;
    doc::Inlines words = column.label.empty() ? words_for(stance, language, span) : column.label;
    doc::Inlines label = {{doc::Strong{std::move(words)}, span}};
    if (!is_blank(label)) side.body.push_back(label_of(label, span));
    if (!column.shown.empty())
        side.body.insert(side.body.end(), column.shown.begin(), column.shown.end());
    else if (column.points.size() == 1 && column.points.front().head.empty())
        side.body.push_back(paragraph_of(column.points.front().tail, span));
    else if (!column.points.empty())
        side.body.push_back(list_of(column, GistKind::points, span));
    return side;
}

/// What a section says, as one column.
PointColumn column_of(const CardSource& source) {
    PointColumn column = source.gist.main;
    column.label = bare_title(source.section.title);
    if (!source.section.number.empty())
        column.label.insert(column.label.begin(),
                            {doc::Text{source.section.number + " "}, source.section.span});
    if (!source.gist.claim.empty()) {
        Point claim;
        claim.tail = source.gist.claim;
        claim.span = source.section.span;
        claim.cuts = source.gist.cuts;
        column.points.insert(column.points.begin(), std::move(claim));
    }
    return column;
}

/// The claim, first of the list's items, as a paragraph above the others; so is a single other.
void state_claim(doc::SideColumn& side) {
    const auto block = std::find_if(side.body.begin(), side.body.end(), [](const doc::Block& each) {
        return std::holds_alternative<doc::List>(each.node);
    });
    if (block == side.body.end()) return;
    auto& items = std::get<doc::List>(block->node).items;
    doc::Blocks above = {items.front().body.front()};
    items.erase(items.begin());
    const bool lone = items.size() == 1 && items.front().body.size() == 1 &&
                      !std::get<doc::List>(block->node).ordered;
    if (lone) above.push_back(items.front().body.front());
    const auto behind = lone ? side.body.erase(block) : block;
    side.body.insert(behind, above.begin(), above.end());
}

/// A claim and one sentence more need no bullet.
bool is_second_claim(const Gist& gist) {
    const auto& points = gist.main.points;
    return gist.kind == GistKind::points && points.size() == 1 && points.front().head.empty() &&
           gist.main.label.empty() && gist.main.more == 0 && !is_blank(gist.claim) &&
           ends_sentence(points.front().tail);
}

}  // namespace

doc::Block list_of(const PointColumn& column, GistKind kind, Span span) {
    doc::List list;
    list.ordered = column.counted;
    list.numbering = column.numbering;
    list.tight = kind == GistKind::tasks;
    const bool numbered = column.counted && !column.points.empty();
    if (numbered) list.start = column.points.front().number.value_or(1);
    std::int32_t next = list.start;
    // A head without its text looks like those that have theirs.
    const bool mixed = count_untold(column.points) > 0;
    for (const Point& point : column.points) {
        const bool alone = mixed && point.untold && point.tail.empty();
        list.items.push_back(
            {{paragraph_of(alone ? in_bold(point.head, point.span) : words_of(point), point.span)},
             point.task,
             point.span});
        // Where an item is missing no other gets its number.
        const std::int32_t number = point.number.value_or(next);
        if (numbered && number != next) list.items.back().number = number;
        next = number < std::numeric_limits<std::int32_t>::max() ? number + 1 : number;
    }
    return {std::move(list), span};
}

namespace {

void show_beside(Slide& slide, const PointColumn& left, const PointColumn& right,
                 const Stances& stances, std::string_view language) {
    doc::Columns columns;
    const std::size_t both = left_out_by_both(left, right);
    for (const PointColumn* column : {&left, &right}) {
        const Stance stance = column == &left ? stances.left : stances.right;
        auto side = side_of(*column, stance, language, slide.span);
        if (both == 0) add_more(side.body, column->more, language, slide.span);
        columns.columns.push_back(std::move(side));
        add_cuts(slide, *column);
    }
    slide.more += both;
    slide.body.push_back({std::move(columns), slide.span});
}

}  // namespace

void show_points(Slide& slide, const Gist& gist, std::string_view language) {
    if (!is_blank(gist.claim)) slide.claim.push_back(gist.claim);
    slide.cuts.insert(slide.cuts.end(), gist.cuts.begin(), gist.cuts.end());
    if (gist.kind == GistKind::columns) {
        slide.compared = gist.compared;
        show_beside(slide, gist.columns[0], gist.columns[1], gist.compared.value_or(Stances{}),
                    language);
    } else if (is_second_claim(gist)) {
        slide.claim.push_back(gist.main.points.front().tail);
        add_cuts(slide, gist.main);
    } else {
        add_column(slide.body, gist.main, gist.kind, slide.span);
        add_cuts(slide, gist.main);
        slide.more = gist.main.more;
    }
    if (gist.alert) slide.body.push_back({*gist.alert, slide.span});
}

void show_special(Slide& slide, const Gist& gist, const Lexicon* lexicon,
                  std::string_view language) {
    const bool shows_picture =
        gist.special && std::holds_alternative<doc::Figure>(gist.special->node);
    MoreSpecials further = gist.further;
    if (shows_picture) further.pictures = 0;
    add_further(slide, further);
    if (!gist.special) return;
    if (const auto halves = halves_of(*gist.special)) {
        slide.compared = halves->compared;
        return show_beside(slide, halves->left, halves->right, *halves->compared, language);
    }
    doc::Block block = *gist.special;
    const auto leave_out = [&](CutKind kind, MoreOf unit, std::size_t count) {
        if (count == 0) return;
        slide.cuts.push_back({kind, count, {}});
        slide.more = count;
        slide.more_of = unit;
    };
    if (auto* table = std::get_if<doc::Table>(&block.node)) {
        shorten_cells(*table, lexicon, slide.cuts);
        if (const std::size_t columns = drop_columns(*table)) {
            slide.cuts.push_back({CutKind::columns, columns, {}});
            add_further(slide, MoreOf::columns, columns);
        }
        slide.more_of = MoreOf::rows;
        leave_out(CutKind::rows, MoreOf::rows, drop_rows(*table));
    } else if (auto* code = std::get_if<doc::CodeBlock>(&block.node)) {
        slide.more_of = MoreOf::lines;
        leave_out(CutKind::lines, MoreOf::lines, drop_lines(*code));
    } else if (std::holds_alternative<doc::Figure>(block.node)) {
        slide.kind = SlideKind::picture;
        leave_out(CutKind::pictures, MoreOf::pictures, gist.further.pictures);
    }
    if (!gist.special_tab.empty()) slide.body.push_back(label_of(gist.special_tab, slide.span));
    slide.body.push_back(std::move(block));
}

void show_cards(Slide& slide, const std::vector<CardSource>& sources, std::string_view language) {
    doc::Cards cards;
    for (const CardSource& source : sources) {
        PointColumn column = column_of(source);
        doc::Card card;
        card.title = std::move(column.label);
        card.span = source.section.span;
        for (const Point& point : column.points) {
            doc::Inlines words = words_of(point);
            if (column.counted && point.number)
                words.insert(words.begin(),
                             number_sign(*point.number, column.numbering, language, point.span));
            card.body.push_back(paragraph_of(std::move(words), point.span));
        }
        cards.cards.push_back(std::move(card));
        add_cuts(slide, column);
        slide.more += column.more;
        add_further(slide, source.gist.further);
    }
    slide.body.push_back({std::move(cards), slide.span});
}

void show_pair(Slide& slide, const CardSource& left, const CardSource& right,
               const Lexicon* lexicon, std::string_view language) {
    slide.compared = stances_of(left.section.title, right.section.title, lexicon);
    const auto stances = slide.compared.value_or(Stances{});
    doc::Columns columns;
    const std::size_t left_out = left_out_by_both(left.gist.main, right.gist.main);
    for (const CardSource* source : {&left, &right}) {
        const Stance stance = columns.columns.empty() ? stances.left : stances.right;
        const PointColumn column = column_of(*source);
        auto side = side_of(column, stance, language, slide.span);
        if (left_out == 0) add_more(side.body, column.more, language, slide.span);
        const bool both = !is_blank(source->gist.claim) && !source->gist.main.points.empty();
        if (both) state_claim(side);
        columns.columns.push_back(std::move(side));
        add_cuts(slide, column);
        add_further(slide, source->gist.further);
    }
    slide.more += left_out;
    slide.body.push_back({std::move(columns), slide.span});
}

}  // namespace triptych::deck
