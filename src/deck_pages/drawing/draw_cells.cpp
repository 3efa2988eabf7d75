#include "deck_pages/drawing/draw_cells.hpp"

#include <iterator>
#include <utility>

#include "base/words.hpp"
#include "deck_pages/drawing/pieces.hpp"
#include "typeset/galley.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck_pages {
namespace {

/// Draws cells one after the other, in reading order.
class CellDrawing {
public:
    CellDrawing(const deck::Slide& slide, const deck::Cells& cells, typeset::Context& context,
                const deck::Setting& setting, std::vector<pages::Item>& items)
        : slide_(slide), cells_(cells), context_(context), setting_(setting), items_(items) {}

    void draw(const std::vector<deck::CellBox>& boxes, pages::ElementId parent) {
        if (cells_.is_list) parent = add(parent, pages::Tag::list);
        for (std::size_t i = 0; i < cells_.all.size(); ++i) draw(i, boxes[i], parent);
    }

private:
    pages::ElementId add(pages::ElementId parent, pages::Tag tag) {
        return context_.structure.add(parent, tag);
    }
    void draw(std::size_t number, const deck::CellBox& cell, pages::ElementId parent) {
        const auto part =
            add(parent, cells_.is_list ? pages::Tag::list_item : pages::Tag::division);
        if (cells_.kind == deck::CellKind::task) draw_tick(number, cell, part);
        const auto body = cells_.is_list ? add(part, pages::Tag::list_body) : part;
        if (cells_.kind == deck::CellKind::step) draw_step(number, cell, body);
        const auto galley = deck::set_cell({slide_, cells_, number, cell.text.size.width}, body,
                                           context_.structure, context_.diagnostics, setting_);
        typeset::place(galley, 0, galley.rows.size(), cell.text.at, items_);
    }
    /// The box is drawn; a replacement text says what it means.
    void draw_tick(std::size_t number, const deck::CellBox& cell, pages::ElementId part) {
        const auto label = add(part, pages::Tag::label);
        const bool done = cells_.all[number].task == doc::TaskState::done;
        context_.structure[label].actual_text =
            word_in(setting_.language, done ? Word::task_done : Word::task_open);
        typeset::tell_words(label, context_);
        const deck::Ornament box{done ? deck::Form::ticked_box : deck::Form::box,
                                 deck::Paint::accent, cell.tick};
        items_.push_back({cell.tick.at, label, deck::path_of(box, setting_.look())});
    }
    /// The words in the chevron, in the middle of its height.
    void draw_step(std::size_t number, const deck::CellBox& cell, pages::ElementId body) {
        auto style = deck::step_style(setting_.look());
        style.colour = deck::ink_on(cell.ground, setting_.look());
        const auto words = deck::step_words(cells_, number);
        auto lines = typeset::set_paragraph(
            {words, style, cell.head.size.width, {}, add(body, pages::Tag::paragraph)}, context_);
        const auto count = static_cast<std::int64_t>(lines.size());
        Length y = cell.head.at.y + (cell.head.size.height - style.leading * count) / 2;
        for (auto& line : lines) {
            typeset::shift(line.items, {cell.head.at.x, y + base_line(style, setting_)});
            std::move(line.items.begin(), line.items.end(), std::back_inserter(items_));
            y += style.leading;
        }
    }

    const deck::Slide& slide_;
    const deck::Cells& cells_;
    typeset::Context& context_;
    const deck::Setting& setting_;
    std::vector<pages::Item>& items_;
};

}  // namespace

void draw_cells(const deck::Slide& slide, const std::vector<deck::CellBox>& boxes,
                pages::ElementId parent, typeset::Context& context, const deck::Setting& setting,
                std::vector<pages::Item>& items) {
    const auto cells = deck::cells_of(slide, setting.look());
    CellDrawing(slide, cells, context, setting, items).draw(boxes, parent);
}

}  // namespace triptych::deck_pages
