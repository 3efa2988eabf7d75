#include <algorithm>
#include <iterator>
#include <utility>

#include "base/words.hpp"
#include "doc/own_words.hpp"
#include "typeset/flow/flow.hpp"
#include "typeset/flow/further.hpp"
#include "typeset/shapes.hpp"

/// Blocks with a ground or a rule: callouts, quotes, folded text, pictures that are not there.
namespace triptych::typeset {
namespace {

/// A box of up to this many rows stays whole.
constexpr std::size_t whole_box = 8;
/// Rows at the ends of a larger box that are not parted from it.
constexpr std::size_t box_edge = 3;

void guard_box(std::size_t first, Flow& flow) {
    const std::size_t end = flow.size();
    if (end - first <= whole_box) {
        keep_together(first + 1, end, flow);
        return;
    }
    keep_together(first + 1, first + box_edge, flow);
    keep_together(end - (box_edge - 1), end, flow);
}

Word label_of(doc::CalloutKind kind) {
    switch (kind) {
        case doc::CalloutKind::info:
            return Word::callout_info;
        case doc::CalloutKind::success:
            return Word::callout_success;
        case doc::CalloutKind::warning:
            return Word::callout_warning;
        case doc::CalloutKind::danger:
            break;
    }
    return Word::callout_danger;
}

/// The label: a word and a sign for the kind, never a colour alone.
void add_callout_label(doc::CalloutKind kind, const Column& column, Flow& flow) {
    const Context& context = flow.context();
    const Colour colour = context.medium.callouts[static_cast<std::size_t>(kind)].label;
    style::TextStyle style = flow.style(style::Role::callout_label).text;
    style.colour = colour;
    const Length sign = cap_height(style, context).scaled(125, 100);
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::paragraph);
    tell_words(element, flow.context());
    Line line = set_line(word_in(context.language, label_of(kind)), style, element, flow.context());
    Row row = row_of(std::move(line), style, column.left + sign.scaled(150, 100), context);
    const Length drop = sign.scaled(10, 100);
    for (pages::Item& item : callout_sign(kind, {column.left, row.baseline + drop}, sign, colour)) {
        row.items.push_back(std::move(item));
    }
    flow.add(std::move(row), column);
    flow.keep(1);
}

style::BoxStyle callout_box(doc::CalloutKind kind, Flow& flow) {
    const auto& colours = flow.context().medium.callouts[static_cast<std::size_t>(kind)];
    style::BoxStyle box = flow.style(style::Role::callout).box;
    box.ground = colours.ground;
    box.rule = colours.rule;
    return box;
}

/// Opens the box of `style`, lets `fill` set what is inside, and closes it on the grid.
template <typename Fill>
void add_box(const style::BlockStyle& style, const style::BoxStyle& box, const Column& column,
             Flow& flow, const Fill& fill) {
    flow.space(style.space_before);
    // Each frame narrows the text and adds space above and below: without an end, a line takes
    // pages.
    if (flow.is_deeply_framed(column)) {
        fill(column);
        return flow.space(style.space_after);
    }
    const std::size_t first = flow.size();
    fill(flow.open_frame(column.inset(style.indent_left, style.indent_right), box));
    flow.end_inside();
    if (flow.size() == first) return;
    guard_box(first, flow);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace

void add(const doc::Callout& callout, const Column& column, Flow& flow) {
    if (const auto further = doc::further_line(callout); further && flow.grid().units > 0)
        return add_further(*further, column, flow);
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::aside);
    add_box(flow.style(style::Role::callout), callout_box(callout.kind, flow),
            column.under(element), flow, [&](Column inner) {
                inner.text = style::Role::callout;
                add_callout_label(callout.kind, inner, flow);
                flow.begin_inside();
                add_blocks(callout.body, inner, flow);
            });
}

void add(const doc::Quote& quote, const Column& column, Flow& flow) {
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::block_quote);
    const style::BlockStyle& style = flow.style(style::Role::quote);
    add_box(style, style.box, column.under(element), flow, [&](const Column& inner) {
        add_blocks(quote.body, inner.with_text(style::Role::quote), flow);
    });
}

void add(const doc::Details& details, const Column& column, Flow& flow) {
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::division);
    const style::BlockStyle& style = flow.style(style::Role::details_summary);
    flow.anchor(details.id);
    add_box(style, style.box, column.under(element), flow, [&](const Column& inner) {
        add_text(details.summary, style::Role::details_summary, pages::Tag::paragraph, inner, flow);
        flow.keep(2);
        flow.begin_inside();
        add_blocks(details.body, inner, flow);
    });
}

void add(const doc::MissingPicture& missing, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::missing_picture);
    const doc::Inlines text = doc::words_for(missing, flow.context().language);
    add_box(style, style.box, column, flow, [&](const Column& inner) {
        add_text(text, style::Role::missing_picture, pages::Tag::paragraph, inner, flow);
    });
    if (missing.caption.empty()) return;
    flow.keep(2);
    add_text(missing.caption, style::Role::caption, pages::Tag::caption, column, flow);
}

}  // namespace triptych::typeset
