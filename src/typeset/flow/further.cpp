#include "typeset/flow/further.hpp"

#include <array>
#include <utility>

#include "typeset/inline/text_run.hpp"

namespace triptych::typeset {

namespace {

/// Cost of a page break between a line that leads further and the text that it belongs to: rather a
/// page that ends ten lines short.
constexpr std::int32_t away_from_text = 1400;

}  // namespace

void add_further(const doc::FurtherLine& line, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::further);
    style::TextStyle strong = style.text;
    strong.weight = 700;
    strong.colour = flow.context().medium.link;
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::paragraph);
    const std::array runs = {TextRun{"→ ", &strong}, TextRun{line.lead, &strong},
                             TextRun{line.colon, &style.text}};
    Line lead = set_line(runs, element, flow.context());
    const Column inner = column.inset(style.indent_left, style.indent_right);
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    for (Line& set :
         set_paragraph({line.rest, style.text, inner.measure, lead.width, element}, flow.context()))
        flow.add(row_of(std::move(set), style.text, inner.left, flow.context()), inner);
    if (flow.size() == first) return;
    put_first(std::move(lead), inner.left, flow.rows()[first]);
    guard_lines(first, flow);
    flow.rows()[first].attached = true;
    flow.raise_penalty(first, away_from_text);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace triptych::typeset
