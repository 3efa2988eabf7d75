#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/kind_words.hpp"
#include "typeset/flow/beside.hpp"
#include "typeset/flow/cards.hpp"
#include "typeset/flow/link_code.hpp"
#include "typeset/flow/pictures.hpp"
#include "typeset/shapes.hpp"

/// Cards, link cards and columns: boxes that stand side by side where there is room.
namespace triptych::typeset {
namespace {

constexpr Length narrowest_card = Length::points(110), narrowest_of_three = Length::points(200);
/// Cards of up to this many rows stay on one page if that costs little.
constexpr std::size_t few_card_rows = 3;
/// Cost of a page break in front of a last card that has none beside it.
constexpr std::int32_t lone_card = 1500;
constexpr Length narrowest_column = Length::points(130);

/// What a link says when its author gave no words.
std::string name_of(const doc::Target& target, const Context& context) {
    return std::visit(
        Match{[&](const doc::PageRef& ref) {
                  return context.book.pages[index(ref.page)].short_title;
              },
              [](const doc::Url& url) { return url.address; },
              [&](const doc::FileRef& file) {
                  return std::string(text::file_name(context.book.media[index(file.media)].path));
              },
              [](const doc::TranslationRef& ref) { return ref.title; },
              [](const doc::DeadLink& link) { return link.written; }},
        target);
}

doc::Inlines linked(const doc::Inlines& title, const std::optional<doc::Target>& target,
                    const Context& context) {
    if (!target) return title;
    doc::Inlines inlines(1);
    inlines.front().node =
        doc::Link{*target, title.empty() ? words(name_of(*target, context)) : title};
    return inlines;
}

/// The cover cut to 16:9 over the whole width of the card.
pages::Item cover_item(const doc::Picture& cover, Length width, const Column& column,
                       Context& context) {
    const Size box{width, width.scaled(9, 16)};
    return cropped_item(cover, {column.left, {}}, box, column.parent, context);
}

bool has_cover(const doc::Card& card, const Context& context) {
    return card.cover && context.resources.images.info(card.cover->media);
}

void add_cover(const doc::Card& card, const Column& column, Flow& flow) {
    Row row;
    row.items = {cover_item(*card.cover, column.measure, column, flow.context())};
    row.height = column.measure.scaled(9, 16) + flow.style(style::Role::card_title).box.padding;
    flow.add(std::move(row), column);
}

/// The text of a card without a cover begins at its top, beside others that have one too.
void fill_card(const doc::Card& card, const Column& column, Flow& flow) {
    if (has_cover(card, flow.context())) add_cover(card, column, flow);
    const doc::Inlines title = linked(card.title, card.target, flow.context());
    if (!title.empty()) {
        flow.begin_inside();
        add_text(title, style::Role::card_title, pages::Tag::paragraph, column, flow);
    }
    add_blocks(card.body, column.with_text(style::Role::table_cell), flow);
}

Galley set_card(const doc::Card& card, const Column& column, Context& context) {
    Flow flow(context, Length{});
    fill_card(card, column, flow);
    return flow.take();
}

struct CardRow {
    Length width, gutter, padding;
};

using CardSpan = std::span<const doc::Card>;

Column card_column(const Column& column, Flow& flow) {
    const pages::ElementId item = flow.add_element(column.parent, pages::Tag::list_item);
    Column inner = column.under(flow.add_element(item, pages::Tag::list_body));
    inner.list_depth = 1;
    return inner;
}

std::vector<Galley> set_cards(CardSpan cards, const CardRow& setting, const Column& column,
                              Flow& flow) {
    std::vector<Galley> galleys;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        Column inner = card_column(column, flow);
        inner.left += (setting.width + setting.gutter) * static_cast<std::int64_t>(i);
        inner.measure = setting.width;
        inner = inner.inset(setting.padding, setting.padding);
        inner.frame = -1;
        galleys.push_back(set_card(cards[i], inner, flow.context()));
    }
    return galleys;
}

void draw_frames(std::size_t count, const CardRow& setting, const Column& column, Row& row,
                 const Flow& flow) {
    std::vector<pages::Item> frames;
    for (std::size_t i = 0; i < count; ++i) {
        const Length left = (setting.width + setting.gutter) * static_cast<std::int64_t>(i);
        const Frame frame{flow.style(style::Role::card_title).box, left, left + setting.width};
        draw_frame(frame, {}, row.height, column.left, frames);
    }
    row.items.insert(row.items.begin(), std::make_move_iterator(frames.begin()),
                     std::make_move_iterator(frames.end()));
}

/// One below the other, over the whole measure; a page may end in each.
void add_stacked(CardSpan cards, const CardRow& setting, const Column& column, Flow& flow) {
    for (const doc::Card& card : cards) {
        flow.space(setting.gutter);
        const Column inner =
            flow.open_frame(card_column(column, flow), flow.style(style::Role::card_title).box);
        const std::size_t first = flow.size();
        fill_card(card, inner, flow);
        if (flow.size() == first) flow.add(Row{}, inner);  // it says nothing
        flow.end_inside();
    }
}

/// Cards that are higher than most of a page leave the row.
void add_card_row(CardSpan cards, const CardRow& setting, const Column& column, Flow& flow) {
    const std::size_t elements = flow.context().structure.size();
    std::vector<Galley> galleys = set_cards(cards, setting, column, flow);
    Row row = join(galleys, 0, most_rows(galleys), setting.padding);
    const Length page = flow.context().page_height;
    if (page.units > 0 && row.height > page * 3 / 4) {
        flow.context().structure.cut(elements);
        return add_stacked(cards, setting, column, flow);
    }
    draw_frames(galleys.size(), setting, column, row, flow);
    flow.add(std::move(row), column);
}

bool fit_beside(const doc::Columns& columns, Length measure) {
    const auto count = static_cast<std::int64_t>(columns.columns.size());
    if (count < 2 || measure / count < narrowest_column) return false;
    return std::all_of(columns.columns.begin(), columns.columns.end(), [&](const auto& side) {
        return side.width <= 0 || Share::fraction(side.width).of(measure) * 2 >= narrowest_column;
    });
}

std::vector<Galley> set_columns(const doc::Columns& columns, Length gutter, const Column& column,
                                Flow& flow) {
    const auto count = static_cast<std::int64_t>(columns.columns.size());
    const Length room = column.measure - gutter * (count - 1);
    std::int64_t parts = 0;
    for (const doc::SideColumn& side : columns.columns) parts += Share::fraction(side.width).parts;
    std::vector<Galley> galleys;
    Length left = column.left;
    for (const doc::SideColumn& side : columns.columns) {
        const std::int64_t own = Share::fraction(side.width).parts;
        Column inner = column.under(flow.add_element(column.parent, pages::Tag::division));
        inner.left = left;
        inner.measure = own > 0 ? room.scaled(own, std::max(own, parts)) : room / count;
        inner.frame = -1;
        galleys.push_back(set_beside(side.body, inner, flow.context()));
        left += inner.measure + gutter;
    }
    return galleys;
}

void add_stacked(const doc::Columns& columns, const Column& column, Flow& flow) {
    for (const doc::SideColumn& side : columns.columns) add_blocks(side.body, column, flow);
}

/// Kind, provider and address in one line: what paper can tell about a link.
doc::Inlines detail_line(const doc::LinkCard& card, const Context& context) {
    doc::Inlines line = words(doc::detail_words(card, context.language));
    if (const doc::Url* url = doc::unsaid_address(card)) {
        line.push_back({doc::Text{" · "}, {}});
        line.push_back({doc::Link{*url, words(text::short_address(url->address))}, {}});
    }
    return line;
}

std::optional<LinkCode> code_of(const doc::LinkCard& card, Flow& flow) {
    const auto* url = std::get_if<doc::Url>(&card.target);
    if (url == nullptr || !flow.context().link_codes) return std::nullopt;
    return link_code(url->address, flow.style(style::Role::link_card).text.colour);
}

/// The code stands at the right of the rows from `first` on, which get its height.
void put_code(LinkCode code, std::size_t first, const Column& column, Flow& flow) {
    const Length missing = code.size - flow.height_from(first);
    if (missing.units > 0) flow.rows().back().height += missing;
    const Point at{column.left + column.measure - code.size, {}};
    flow.rows()[first].items.push_back(
        {at, pages::ElementId::layout_artifact, std::move(code.drawing)});
}

}  // namespace

std::size_t cards_beside(std::size_t count, Length measure, Length gutter) {
    if (count % 3 == 0 && (measure - gutter * 2) / 3 >= narrowest_of_three) return 3;
    return count > 1 && (measure - gutter) / 2 >= narrowest_card ? 2 : 1;
}

void add(const doc::Cards& cards, const Column& column, Flow& flow) {
    if (cards.cards.empty()) return;
    const style::BlockStyle& style = flow.style(style::Role::card_title);
    const Length gutter = flow.style(style::Role::body).text.size;
    const std::size_t beside = cards_beside(cards.cards.size(), column.measure, gutter);
    const auto across = static_cast<std::int64_t>(beside);
    const CardRow setting{(column.measure - gutter * (across - 1)) / across, gutter,
                          style.box.padding};
    const Column inner = column.under(flow.add_element(column.parent, pages::Tag::list));
    const std::size_t first = flow.size();
    for (std::size_t i = 0; i < cards.cards.size(); i += beside) {
        flow.space(gutter);
        const std::size_t count = std::min(beside, cards.cards.size() - i);
        const std::size_t row = flow.size();
        add_card_row(CardSpan(cards.cards).subspan(i, count), setting, inner, flow);
        // The gaps of a grid are alike both ways.
        if (row > first && row < flow.size()) flow.rows()[row].attached = true;
    }
    hold_together(first, few_card_rows, flow);
    if (flow.size() - first > 1 && cards.cards.size() % beside == 1)
        flow.raise_penalty(flow.size() - 1, lone_card);
    if (column.frame < 0) settle(first, gutter, Slack::shared, flow);
    flow.space(gutter);
}

void add(const doc::Columns& columns, const Column& column, Flow& flow) {
    const Length highest = flow.context().page_height / 2;
    if (!fit_beside(columns, column.measure)) return add_stacked(columns, column, flow);
    const Length gutter = flow.style(style::Role::body).text.size * 3 / 2;
    std::vector<Galley> galleys = set_columns(columns, gutter, column, flow);
    const std::size_t count = most_rows(galleys);
    if (count == 0) return;
    flow.space(flow.style(style::Role::body).space_before);
    const std::size_t first = flow.size();
    Length height;
    for (const Galley& galley : galleys) height = std::max(height, galley.height());
    const std::size_t step = highest.units > 0 && height > highest ? 1 : count;
    for (std::size_t i = 0; i < count; i += step) flow.add(join(galleys, i, i + step, {}), column);
    if (column.frame < 0) settle(first, {}, Slack::shared, flow);
    flow.space(flow.style(style::Role::body).space_after);
}

void add(const doc::LinkCard& card, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::link_card);
    const Column outer = column.under(flow.add_element(column.parent, pages::Tag::division));
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    const Column whole = flow.open_frame(outer, style.box);
    std::optional<LinkCode> code = code_of(card, flow);
    const Column inner = code ? whole.inset({}, code->size + style.text.size) : whole;
    add_text(linked(card.title, card.target, flow.context()), style::Role::link_card,
             pages::Tag::paragraph, inner, flow);
    flow.end_inside();
    if (card.kind != doc::LinkCardKind::page) {
        flow.begin_inside();
        add_text(detail_line(card, flow.context()), style::Role::caption, pages::Tag::paragraph,
                 inner, flow);
        flow.end_inside();
        flow.space(flow.style(style::Role::caption).space_before);
    }
    add_blocks(card.caption, inner.with_text(style::Role::table_cell), flow);
    flow.end_inside();
    if (code) put_code(std::move(*code), first, whole, flow);
    keep_together(first + 1, flow.size(), flow);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace triptych::typeset
