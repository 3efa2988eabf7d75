#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "doc/numbers.hpp"
#include "doc/traits.hpp"
#include "typeset/flow/flow.hpp"
#include "typeset/shapes.hpp"

/// Lists: bullets, numbers and task boxes hang in the indent.
namespace triptych::typeset {
namespace {

/// An item of up to this many rows is not split.
constexpr std::size_t short_item = 3;

/// Cost of a page break that leaves the first item of a list alone, where its lead-in keeps it
/// company, or the last one, where its lines do.
constexpr std::int32_t lone_item = 60;
/// Cost of a page break that leaves a last item of one line alone on top of the next page.
constexpr std::int32_t lone_last_line = 400;

/// What all items of a list share.
struct ListSetting {
    const doc::List& list;
    std::vector<std::string> numbers;  ///< as they are set; none of a list of bullets
    pages::ElementId element;
    Length indent;
};

Line text_marker(const std::string& text, pages::ElementId label, Flow& flow) {
    return set_line(text, flow.style(style::Role::list_marker).text, label, flow.context());
}

std::string bullet(std::uint8_t depth) { return depth % 2 == 0 ? "• " : "– "; }

/// The box is drawn; a replacement text says what it means.
Line task_marker(doc::TaskState state, pages::ElementId label, Flow& flow) {
    const style::TextStyle& text = flow.style(style::Role::list_marker).text;
    const Length size = cap_height(text, flow.context()).scaled(115, 100);
    const Word word = state == doc::TaskState::done ? Word::task_done : Word::task_open;
    flow.context().structure[label].actual_text = word_in(flow.context().language, word);
    tell_words(label, flow.context());
    Line marker;
    marker.items = task_box(state, {}, size, text.colour);
    marker.width = size;
    for (pages::Item& item : marker.items) item.element = label;
    return marker;
}

std::vector<std::string> written_numbers(const doc::List& list, std::string_view language) {
    std::vector<std::string> numbers;
    if (!list.ordered) return numbers;
    for (const std::int32_t number : doc::numbers_of(list))
        numbers.push_back(doc::written_number(number, list.numbering, language) + ". ");
    return numbers;
}

Line marker_of(const ListSetting& setting, std::size_t item, const Column& column,
               pages::ElementId label, Flow& flow) {
    const doc::TaskState task = setting.list.items[item].task;
    if (task != doc::TaskState::none) return task_marker(task, label, flow);
    if (setting.list.ordered) return text_marker(setting.numbers[item], label, flow);
    return text_marker(bullet(column.lists), label, flow);
}

/// Wide enough for the last number and the longest ones.
Length indent_of(const std::vector<std::string>& numbers, Flow& flow) {
    Length indent = flow.context().medium.list_indent;
    std::size_t longest = 0;
    for (const std::string& number : numbers) {
        if (number.size() <= longest && &number != &numbers.back()) continue;
        longest = std::max(longest, number.size());
        const Line marker = text_marker(number, pages::ElementId::layout_artifact, flow);
        indent = std::max(indent, marker.width);
    }
    return indent;
}

/// Numbers end where the text starts, bullets stand half-way into the indent, boxes at its edge.
Length marker_left(const doc::List& list, std::size_t item, const Line& marker, Length indent) {
    if (list.items[item].task != doc::TaskState::none) return {};
    if (list.ordered) return std::max(Length{}, indent - marker.width);
    return std::max(Length{}, indent - marker.width).scaled(1, 2);
}

Row empty_row(style::Role role, Flow& flow) {
    return row_of({}, flow.style(role).text, {}, flow.context());
}

/// What the items' text stands in by: less than usual in a narrow column, nothing where not even
/// the marker leaves room.
Length fitting_indent(Length usual, Length marker, const Column& column, const Flow& flow) {
    const Length size = flow.style(column.text).text.size;
    if (column.measure - usual >= size * 5) return usual;
    return column.measure - marker >= size * 3 ? marker : Length{};
}

Column body_column(const Column& column, Length indent) {
    Column inner = column.inset(indent, {});
    if (column.text == style::Role::body) inner.text = style::Role::list;
    return inner;
}

/// A listing, a table, a picture: no line of text.
bool is_apart(const doc::Block& block) {
    const doc::Traits traits = doc::traits_of(block);
    return !traits.is_prose && !traits.is_heading && !traits.is_ornament;
}

/// The next item follows its neighbour directly; what is no text keeps the space it asks for, above
/// and below.
void begin_item(const doc::ListItem& item, std::size_t number, Flow& flow) {
    const bool keeps = !item.body.empty() && is_apart(item.body.front());
    if (number == 0 || !keeps) flow.begin_inside();
}

/// Whether an item ends in what is no text, or in a paragraph with space above it, which then has
/// space below it, too.
bool ends_apart(const doc::ListItem& item) {
    if (item.body.empty()) return false;
    const doc::Block& last = item.body.back();
    if (const auto* list = std::get_if<doc::List>(&last.node))
        return !list->items.empty() && ends_apart(list->items.back());
    return is_apart(last) ||
           (item.body.size() > 1 && std::holds_alternative<doc::Paragraph>(last.node));
}

void end_item(const Column& column, Flow& flow) {
    if (flow.size() == 0 || flow.rows().back().frame == column.frame) flow.end_inside();
}

void add_item(const ListSetting& setting, std::size_t number, const Column& column, Flow& flow) {
    const doc::List& list = setting.list;
    const pages::ElementId item = flow.add_element(setting.element, pages::Tag::list_item);
    const pages::ElementId label = flow.add_element(item, pages::Tag::label);
    Line marker = marker_of(setting, number, column, label, flow);
    const Length indent = fitting_indent(setting.indent, marker.width, column, flow);
    const Length left = column.left + marker_left(list, number, marker, indent);
    Column inner = body_column(column, indent);
    inner.parent = flow.add_element(item, pages::Tag::list_body);
    ++inner.list_depth;
    ++inner.lists;
    std::size_t first = flow.size();
    begin_item(list.items[number], number, flow);
    if (indent.units == 0 && marker.width.units > 0) {
        flow.add(empty_row(inner.text, flow), inner);
        put_first(std::move(marker), left, flow.rows()[first++]);
        marker = {};
    }
    add_blocks(list.items[number].body, inner, flow);
    if (flow.size() == first) flow.add(empty_row(inner.text, flow), inner);
    put_first(std::move(marker), left, flow.rows()[first]);
    if (!ends_apart(list.items[number])) end_item(column, flow);
    if (flow.size() - first <= short_item) keep_together(first + 1, flow.size(), flow);
}

pages::ListNumbering numbering_of(const doc::List& list) {
    if (!list.ordered) return pages::ListNumbering::disc;
    switch (list.numbering) {
        case doc::Numbering::decimal:
            return pages::ListNumbering::decimal;
        case doc::Numbering::lower_letters:
            return pages::ListNumbering::lower_letters;
        case doc::Numbering::upper_letters:
            return pages::ListNumbering::upper_letters;
        case doc::Numbering::lower_roman:
            return pages::ListNumbering::lower_roman;
        case doc::Numbering::upper_roman:
            return pages::ListNumbering::upper_roman;
    }
    return pages::ListNumbering::decimal;
}

}  // namespace

void add(const doc::List& list, const Column& column, Flow& flow) {
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::list);
    flow.context().structure[element].numbering = numbering_of(list);
    auto numbers = written_numbers(list, flow.context().language);
    const Length indent = indent_of(numbers, flow);
    const ListSetting setting{list, std::move(numbers), element, indent};
    const style::BlockStyle& style = flow.style(style::Role::list);
    if (column.list_depth == 0) {
        flow.space(style.space_before);
    } else {
        end_item(column, flow);  // a list in an item follows its line directly
    }
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i > 0 && !list.tight) flow.space(style.space_before);
        const std::size_t first = flow.size();
        add_item(setting, i, column, flow);
        // Items are as far apart on pages that end short as on others.
        const bool follows = i > 0 || column.list_depth > 0;
        if (follows && first < flow.size()) flow.rows()[first].attached = true;
        if (i == 0) continue;
        if (i + 1 == list.items.size()) {
            flow.raise_penalty(first, flow.size() - first > 1 ? lone_item : lone_last_line);
        } else if (i == 1) {
            flow.raise_penalty(first, lone_item);
        }
    }
    if (column.list_depth == 0) flow.space(style.space_after);
}

}  // namespace triptych::typeset
