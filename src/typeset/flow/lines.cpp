#include "typeset/flow/lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/flow/flow.hpp"

namespace triptych::typeset {
namespace {

/// Cost of a page break inside a paragraph; between blocks it is free.
constexpr std::int32_t inside_paragraph = 20;
/// Cost of a page turn behind a hyphen: more than that of any hole.
constexpr std::int32_t behind_hyphen = 30'000;

const font::Metrics& metrics_of(const style::TextStyle& style, const Context& context) {
    const auto& family = context.resources.sheet.fonts.families[index(style.family)];
    const font::Library& fonts = context.resources.fonts;
    return fonts.metrics(fonts.find(family.name, style.weight, style.italic));
}

Length scaled(int font_units, const style::TextStyle& style, const font::Metrics& metrics) {
    return style.size.scaled(font_units, std::max(1, metrics.units_per_em));
}

Snap snap_of(const style::TextStyle& style, const Column& column, const Flow& flow) {
    const bool on_grid =
        column.frame < 0 && flow.grid().units > 0 && style.leading.units % flow.grid().units == 0;
    return on_grid ? Snap::grid : Snap::anywhere;
}

void add_lines(std::vector<Line> lines, const style::TextStyle& style, const Column& column,
               Flow& flow) {
    bool behind_hyphenated = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool hyphenated = lines[i].hyphenated;
        Row row = row_of(std::move(lines[i]), style, column.left, flow.context());
        row.snap = snap_of(style, column, flow);
        if (i > 0) row.break_penalty = behind_hyphenated ? behind_hyphen : inside_paragraph;
        flow.add(std::move(row), column);
        behind_hyphenated = hyphenated;
    }
}

/// The spaces of callouts and quotes are those around the box; inside, paragraphs are as far apart
/// as elsewhere.
const style::BlockStyle& spacing_of(style::Role role, const Flow& flow) {
    const bool boxed = role == style::Role::callout || role == style::Role::quote;
    return flow.style(boxed ? style::Role::body : role);
}

}  // namespace

Length baseline_in_row(const style::TextStyle& style, const Context& context) {
    const font::Metrics& metrics = metrics_of(style, context);
    const Length ascent = scaled(metrics.ascender, style, metrics);
    const Length descent = scaled(-metrics.descender, style, metrics);
    return (style.leading - ascent - descent) / 2 + ascent;
}

Length cap_height(const style::TextStyle& style, const Context& context) {
    const font::Metrics& metrics = metrics_of(style, context);
    return scaled(metrics.cap_height, style, metrics);
}

Row row_of(Line line, const style::TextStyle& style, Length left, const Context& context) {
    Row row;
    row.baseline = baseline_in_row(style, context);
    row.height = style.leading;
    // Only what is much higher than the letters (a picture, a formula) pushes the lines apart.
    const Length tolerance = style.leading / 5;
    if (line.ascent > row.baseline + tolerance) {
        row.height += line.ascent - row.baseline;
        row.baseline = line.ascent;
    }
    const Length below = row.height - row.baseline;
    if (line.descent > below + tolerance) row.height += line.descent - below;
    shift(line.items, {left, row.baseline});
    row.items = std::move(line.items);
    row.anchors = std::move(line.anchors);
    row.notes = std::move(line.notes);
    return row;
}

void put_first(Line line, Length left, Row& row) {
    shift(line.items, {left, row.baseline});
    row.items.insert(row.items.begin(), std::make_move_iterator(line.items.begin()),
                     std::make_move_iterator(line.items.end()));
}

Length balanced_measure(const doc::Inlines& body, const style::TextStyle& style, Length measure,
                        Context& context) {
    const InlineWidths widths = measure_inlines(body, style, context, Unbroken::phrases);
    if (widths.most <= measure || measure.units <= 0) return measure;
    const std::int64_t lines = (widths.most.units + measure.units - 1) / measure.units;
    // Two lines always fit: among breaks no further apart than the longest word, one lies in the
    // stretch of that length around the middle.
    return std::min(measure, widths.most / lines + widths.least / 2);
}

pages::ElementId add_text(const doc::Inlines& body, style::Role role, pages::Tag tag,
                          const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(role);
    const pages::ElementId element = flow.add_element(column.parent, tag);
    const Column inner = column.inset(style.indent_left, style.indent_right);
    flow.space(spacing_of(role, flow).space_before);
    const std::size_t first = flow.size();
    add_lines(
        set_paragraph({body, style.text, inner.measure, style.first_line, element}, flow.context()),
        style.text, inner, flow);
    guard_lines(first, flow);
    flow.space(spacing_of(role, flow).space_after);
    return element;
}

doc::Inlines in_text(const doc::MathBlock& math, Span span) {
    doc::Inlines inlines(1);
    inlines.front().node = doc::Math{math.tex};
    inlines.front().span = span;
    return inlines;
}

doc::Inlines words(std::string text) {
    doc::Inlines inlines(1);
    inlines.front().node = doc::Text{std::move(text)};
    return inlines;
}

pages::ElementId add_words(std::string text, style::Role role, pages::Tag tag, const Column& column,
                           Flow& flow) {
    return add_text(words(std::move(text)), role, tag, column, flow);
}

}  // namespace triptych::typeset
