#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/printed_date.hpp"
#include "typeset/flow/flow.hpp"
#include "typeset/shapes.hpp"

/// Groups of titled blocks below each other: tabs, steps, updates.
namespace triptych::typeset {
namespace {

/// A hairline over the next row, half a line apart from it.
void add_rule(const Column& column, Flow& flow, style::Role role) {
    flow.space(flow.style(role).space_before);
    flow.begin_title();
    Row row;
    row.height = flow.style(style::Role::body).text.leading / 2;
    row.baseline = row.height;
    row.items = {filled_box({column.left, {}}, {column.measure, Length::points(0.5)},
                            flow.context().medium.rule)};
    flow.add(std::move(row), column);
    flow.begin_inside();
    flow.keep(2);
}

void add_tab(const doc::Tab& tab, const Column& column, Flow& flow) {
    flow.anchor(tab.id);
    if (!tab.title.empty()) {
        add_rule(column, flow, style::Role::tab_title);
        add_text(tab.title, style::Role::tab_title, pages::Tag::paragraph, column, flow);
        flow.keep(2);
    }
    add_blocks(tab.body, column, flow);
}

/// The numeral stands in the indent, on the base line of the row where the step starts.
void hang_number(std::size_t number, std::size_t row, pages::ElementId element,
                 const Column& column, Flow& flow) {
    Line line = set_line(fmt::format("{} ", number), flow.style(style::Role::step_number).text,
                         element, flow.context());
    Row& first = flow.rows()[row];
    const Length above =
        cap_height(flow.style(style::Role::step_number).text, flow.context()) - first.baseline;
    if (above.units > 0 && column.frame < 0) {
        shift(first.items, {{}, above});
        first.baseline += above;
        first.height += above;
    }
    put_first(std::move(line), column.left, first);
}

void add_step(const doc::Step& step, std::size_t number, const Column& column, Flow& flow) {
    const pages::ElementId item = flow.add_element(column.parent, pages::Tag::list_item);
    const pages::ElementId label = flow.add_element(item, pages::Tag::label);
    const Length indent = flow.style(style::Role::step_number).text.size.scaled(130, 100);
    Column inner = column.inset(indent, {}).under(flow.add_element(item, pages::Tag::list_body));
    const std::size_t first = flow.size();
    flow.anchor(step.id);
    flow.begin_title();
    if (!step.title.empty()) {
        add_text(step.title, style::Role::step_title, pages::Tag::paragraph, inner, flow);
        hang_number(number, first, label, column, flow);
        flow.keep(2);
    }
    add_blocks(step.body, inner, flow);
    if (!step.title.empty()) return;
    if (flow.size() == first)
        flow.add(row_of({}, flow.style(column.text).text, {}, flow.context()), inner);
    hang_number(number, first, label, column, flow);
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

void add_update(const doc::Update& update, const Column& column, Flow& flow) {
    const Column inner = column.under(flow.add_element(column.parent, pages::Tag::division));
    flow.anchor(update.id);
    add_rule(inner, flow, style::Role::update_date);
    std::string head = printed_date(update.date, flow.context().language);
    if (!update.tags.empty()) head += (head.empty() ? "" : " · ") + joined(update.tags, ", ");
    if (!head.empty()) {
        add_words(head, style::Role::update_date, pages::Tag::paragraph, inner, flow);
        flow.keep(2);
    }
    add_blocks(update.body, inner, flow);
}

}  // namespace

void add(const doc::Tabs& tabs, const Column& column, Flow& flow) {
    for (const doc::Tab& tab : tabs.tabs) {
        const Column inner = column.under(flow.add_element(column.parent, pages::Tag::division));
        add_tab(tab, inner, flow);
    }
    flow.space(flow.style(style::Role::tab_title).space_before);
}

void add(const doc::Steps& steps, const Column& column, Flow& flow) {
    const pages::ElementId list = flow.add_element(column.parent, pages::Tag::list);
    flow.context().structure[list].numbering = pages::ListNumbering::decimal;
    for (std::size_t i = 0; i < steps.steps.size(); ++i) {
        flow.space(flow.style(style::Role::step_title).space_before);
        add_step(steps.steps[i], steps.start + i, column.under(list), flow);
    }
    flow.space(flow.style(style::Role::step_title).space_before);
}

void add(const doc::Updates& updates, const Column& column, Flow& flow) {
    for (const doc::Update& update : updates.updates) add_update(update, column, flow);
}

}  // namespace triptych::typeset
