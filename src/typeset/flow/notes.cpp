#include "typeset/flow/notes.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "typeset/flow/flow.hpp"

namespace triptych::typeset {
Galley set_note(const doc::Note& note, std::uint32_t number, Length measure,
                pages::ElementId parent, Context& context) {
    Flow flow(context, Length{});
    const style::TextStyle& style = flow.style(style::Role::footnote).text;
    const std::string id = fmt::format("{}{}", context.note_prefix, number + 1);
    const pages::ElementId element = flow.add_element(parent, pages::Tag::note);
    context.structure[element].id = id;
    const pages::ElementId label = flow.add_element(element, pages::Tag::label);
    Line line = set_line(own_digits(number + 1, context.language) + ". ", style, label, context);
    const Length indent = std::max(line.width, style.size * 3 / 2);
    Column column{indent, measure - indent, element};
    column.text = style::Role::footnote;
    column.list_depth = 1;  // no space around lists
    flow.anchor(id);
    flow.begin_inside();
    add_blocks(note.body, column, flow);
    if (flow.size() == 0) flow.add(row_of({}, style, {}, context), column);
    const Length left = indent - line.width;
    put_first(std::move(line), left, flow.rows().front());
    return flow.take();
}

}  // namespace triptych::typeset
