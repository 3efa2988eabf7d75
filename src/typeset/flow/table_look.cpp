#include "typeset/flow/table_look.hpp"

namespace triptych::typeset {
namespace {

void scale_text(style::TextStyle& text, Share scale) {
    text.size = scale.of(text.size);
    text.leading = scale.of(text.leading);
}

style::Medium cell_medium(const style::Medium& medium, Share scale, style::TextAlign align) {
    style::Medium cells = medium;
    for (const style::Role role : {style::Role::table_head, style::Role::table_cell}) {
        style::TextStyle& text = cells.styles[index(role)].text;
        scale_text(text, scale);
        text.align = align;
    }
    scale_text(cells.styles[index(style::Role::list_marker)].text, scale);
    return cells;
}

}  // namespace

const style::Medium& TableLook::medium(doc::Align align) const {
    if (align == doc::Align::centre) return media[1];
    return media[align == doc::Align::right ? 2 : 0];
}

TableLook table_look(const style::Medium& medium, Share scale) {
    return {{cell_medium(medium, scale, style::TextAlign::start),
             cell_medium(medium, scale, style::TextAlign::centre),
             cell_medium(medium, scale, style::TextAlign::end)},
            scale};
}

}  // namespace triptych::typeset
