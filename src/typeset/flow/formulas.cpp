#include <string>
#include <utility>

#include "typeset/flow/flow.hpp"
#include "typeset/math/formula.hpp"

/// Formulas on lines of their own.
namespace triptych::typeset {
namespace {

/// In a paragraph like those around it: in cells, which align their text, and where it stays as its
/// source.
void add_in_text(const doc::MathBlock& math, const Column& column, Flow& flow) {
    add_text(in_text(math, flow.block()), column.text, pages::Tag::paragraph, column, flow);
}

bool is_cell(const Column& column) {
    return column.text == style::Role::table_cell || column.text == style::Role::table_head;
}

/// As high as its ink, but no line is lower than one of text; never higher than the page.
Row row_of_formula(math::DisplayLine line, pages::ElementId element, const Column& column,
                   Flow& flow) {
    const style::TextStyle& style = flow.style(column.text).text;
    const Length highest = flow.context().page_height;
    if (highest > Length{} && line.box.total() > highest) {
        const Length width = line.box.width;
        line.box = math::scaled(std::move(line.box), highest.units, line.box.total().units);
        line.left += (width - line.box.width) / 2;
    }
    Line set;
    set.ascent = line.box.height;
    set.descent = line.box.depth;
    math::draw(std::move(line.box), {line.left, {}}, style.colour, element, set.items);
    return row_of(std::move(set), style, column.left, flow.context());
}

}  // namespace

void add(const doc::MathBlock& math, const Column& column, Flow& flow) {
    if (is_cell(column)) return add_in_text(math, column, flow);
    const style::BlockStyle& style = flow.style(column.text);
    const Column inner = column.inset(style.indent_left, style.indent_right);
    auto formula =
        math::set_displayed({math.tex, style.text, flow.block()}, inner.measure, flow.context());
    if (!formula) return add_in_text(math, column, flow);
    const pages::ElementId paragraph = flow.add_element(column.parent, pages::Tag::paragraph);
    const pages::ElementId element = flow.add_element(paragraph, pages::Tag::formula);
    Context& context = flow.context();
    context.structure[element].alternative = formula->speech.words;
    context.structure[element].language = formula->speech.language;
    if (const auto& mathml = context.resources.tagging.mathml)
        context.structure[element].source = mathml(math.tex, true, context.language);
    const Length apart = style.text.leading / 2;
    flow.space(apart);
    const std::size_t first = flow.size();
    for (math::DisplayLine& line : formula->lines)
        flow.add(row_of_formula(std::move(line), element, inner, flow), inner);
    keep_together(first + 1, flow.size(), flow);
    if (column.frame < 0) settle(first, apart, Slack::shared, flow);
    flow.space(apart);
}

}  // namespace triptych::typeset
