#include <algorithm>
#include <array>
#include <utility>

#include "doc/lone_anchors.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/flow.hpp"
#include "typeset/flow/pictures.hpp"
#include "typeset/shapes.hpp"

/// Paragraphs, headings, ornaments, and what no rule knows.
namespace triptych::typeset {
namespace {

/// An ornament parts what is above it from what is below: on top of a page it parts nothing.
constexpr std::int32_t ornament_on_top = 5000;

/// Rows that stay with a heading or a lead-in: two lines, so that nothing hangs alone.
constexpr int rows_with_heading = 2;
/// The same with the title of a chapter, which is large and may stand low where chapters run on.
constexpr int rows_with_title = 4;

style::Role role_of(doc::ParagraphRole role, const Column& column) {
    switch (role) {
        case doc::ParagraphRole::lede:
            return style::Role::lede;
        case doc::ParagraphRole::bold_heading:
            return style::Role::bold_heading;
        case doc::ParagraphRole::body:
        case doc::ParagraphRole::lead_in:
            break;
    }
    return column.text;
}

style::Role role_of_level(std::uint8_t level) {
    static constexpr std::array roles = {style::Role::heading2, style::Role::heading3,
                                         style::Role::heading4, style::Role::heading5,
                                         style::Role::heading6};
    return roles[std::clamp<std::size_t>(level, 2, 6) - 2];
}

pages::Tag tag_of_level(std::uint8_t level) {
    static constexpr std::array tags = {pages::Tag::heading1, pages::Tag::heading2,
                                        pages::Tag::heading3, pages::Tag::heading4,
                                        pages::Tag::heading5, pages::Tag::heading6};
    return tags[std::clamp<std::size_t>(level, 1, 6) - 1];
}

/// Large numerals need no full stop.
std::string without_stop(std::string number) {
    if (number.ends_with('.')) number.pop_back();
    return number;
}

/// The author's number as a large numeral on the base line of the heading's first line; returns its
/// width with the space behind it.
Line set_numeral(const std::string& number, pages::ElementId element, Flow& flow) {
    // The space keeps number and title apart when the text is extracted.
    return set_line(without_stop(number) + " ", flow.style(style::Role::numeral).text, element,
                    flow.context());
}

void hang_numeral(Line numeral, Length left, Row& row, Flow& flow) {
    const Length above =
        cap_height(flow.style(style::Role::numeral).text, flow.context()) - row.baseline;
    if (above.units > 0) {
        shift(row.items, {{}, above});
        row.baseline += above;
        row.height += above;
    }
    put_first(std::move(numeral), left, row);
}

void add_heading_lines(const doc::Heading& heading, pages::ElementId element, const Column& column,
                       Flow& flow) {
    const style::BlockStyle& style = flow.style(role_of_level(heading.written_level));
    Line numeral;
    if (!heading.number.empty()) {
        numeral = set_numeral(heading.number, element, flow);
        numeral.width += style.text.size / 4;
    }
    const Column inner = column.inset(style.indent_left + numeral.width, style.indent_right);
    const Length measure =
        balanced_measure(heading.body, style.text, inner.measure, flow.context());
    std::vector<Line> lines = set_paragraph(
        {heading.body, style.text, measure, style.first_line, element}, flow.context());
    if (lines.empty()) lines.emplace_back();
    bool is_first = true;
    for (Line& line : lines) {
        Row row = row_of(std::move(line), style.text, inner.left, flow.context());
        if (is_first && !heading.number.empty()) {
            hang_numeral(std::move(numeral), column.left + style.indent_left, row, flow);
        }
        flow.add(std::move(row), column);
        is_first = false;
    }
}

/// The rule below the title of a chapter, half-way between it and the text.
void add_short_rule(const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::title);
    const style::BoxStyle& box = style.box;
    if (!box.rule || box.rule_width.units <= 0) return;
    flow.end_inside();
    Row row;
    row.height = flow.style(style::Role::body).text.leading;
    row.baseline = row.height;
    row.items = {filled_box({column.left, row.height / 2}, {style.text.size * 2, box.rule_width},
                            *box.rule)};
    flow.add(std::move(row), column);
    flow.space(style.space_after / 2);
}

/// The picture over the page and its title. Where the title is not shown the picture stands for it.
void add_title(const doc::Page& page, const PageOpening& opening, const Column& column,
               Flow& flow) {
    if (page.cover) {
        doc::Picture cover{*page.cover, {}, page.shows_title, 0, page.span};
        pages::ElementId parent = column.parent;
        if (!page.shows_title) {
            parent = flow.add_element(parent, pages::Tag::heading1);
            cover.alternative = doc::plain_text(page.title);
        }
        add_banner(cover, parent, column, flow);
    }
    if (!page.shows_title) return;
    const std::size_t first = flow.size();
    if (!opening.eyebrow.empty())
        add_words(opening.eyebrow, style::Role::eyebrow, pages::Tag::paragraph, column, flow);
    const style::TextStyle& style = flow.style(opening.title).text;
    const Length balanced = balanced_measure(page.title, style, column.measure, flow.context());
    add_text(page.title, opening.title, pages::Tag::heading1,
             column.inset({}, column.measure - balanced), flow);
    if (opening.title == style::Role::title) add_short_rule(column, flow);
    keep_together(first + 1, flow.size(), flow);
    flow.keep(opening.title == style::Role::title ? rows_with_title : rows_with_heading);
}

}  // namespace

void add(const doc::Paragraph& paragraph, const Column& column, Flow& flow) {
    if (is_lone_anchor(paragraph)) {
        for (const doc::Inline& node : paragraph.body)
            if (const auto* place = std::get_if<doc::Anchor>(&node.node)) flow.anchor(place->id);
        return;
    }
    if (paragraph.role == doc::ParagraphRole::bold_heading) flow.begin_title();
    add_text(paragraph.body, role_of(paragraph.role, column), pages::Tag::paragraph, column, flow);
    const bool leads = paragraph.role == doc::ParagraphRole::lead_in ||
                       paragraph.role == doc::ParagraphRole::bold_heading;
    if (leads) flow.keep(rows_with_heading);
}

void add(const doc::Heading& heading, const Column& column, Flow& flow) {
    if (heading.body.empty() && heading.number.empty()) return;
    const style::BlockStyle& style = flow.style(role_of_level(heading.written_level));
    const pages::ElementId element = flow.add_element(column.parent, tag_of_level(heading.level));
    flow.space(flow.is_behind_heading() ? Length{} : style.space_before);
    flow.anchor(heading.id);
    flow.begin_title();
    const std::size_t first = flow.size();
    add_heading_lines(heading, element, column, flow);
    keep_together(first + 1, flow.size(), flow);
    if (column.frame < 0) settle(first, style.space_after, Slack::above, flow);
    flow.space(style.space_after);
    flow.end_heading();
    flow.keep(rows_with_heading);
}

Galley set_page(const doc::Page& page, const PageOpening& opening, Length measure,
                pages::ElementId parent, Context& context) {
    Flow flow(context, context.grid);
    const Column column{{}, measure, parent};
    flow.begin_block(page.span);
    flow.anchor(page.id);
    for (const std::string& id : opening.anchors) flow.anchor(id);
    add_title(page, opening, column, flow);
    add_blocks(page.body, column, flow);
    return flow.take();
}

void add(const doc::ThematicBreak&, const Column& column, Flow& flow) {
    const style::TextStyle& text = flow.style(column.text).text;
    Row row;
    row.height = text.leading * 2;
    row.baseline = baseline_in_row(text, flow.context());
    const Point centre{column.left + column.measure / 2, text.leading};
    row.items = ornament(centre, text.size.scaled(45, 100), flow.context().medium.rule);
    flow.add(std::move(row), column);
    flow.raise_penalty(flow.size() - 1, ornament_on_top);
}

void add(const doc::Unsupported& unsupported, const Column& column, Flow& flow) {
    doc::CodeBlock code;
    code.text = unsupported.source;
    add(code, column, flow);
}

}  // namespace triptych::typeset
