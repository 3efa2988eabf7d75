#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "doc/model.hpp"
#include "typeset/context.hpp"

/// Blocks to a galley: one long column of rows with the places where it may be broken. Page
/// breaking looks at the whole galley of a chapter; slides only measure it.
namespace triptych::typeset {

/// A box drawn around consecutive rows (callout, code, quote …), closed and reopened where a page
/// ends.
struct Frame {
    style::BoxStyle style;
    Length left, right;       ///< edges, from the left edge of the galley
    std::int32_t outer = -1;  ///< index of the frame around it, −1 for none; always smaller
};

/// Where the top of a row may lie.
enum class Snap : std::uint8_t { anywhere, grid };

/// What can't be parted: a line of text, a picture, a table row.
struct Row {
    std::vector<pages::Item> items;  ///< relative to the top left corner of the row
    Length space_before;             ///< dropped at the top of a page
    Length height;                   ///< with the leading
    Length baseline;                 ///< of its first line, from its top
    Length give;                     ///< of pictures: may be set so much lower, to scale
    std::int32_t frame = -1;
    /// Cost of a page break in front of this row; `never` forbids it.
    std::int32_t break_penalty = 0;
    Snap snap{};
    Length outward{};       ///< it is so much wider than the text: where the page's outer margin is
    bool attached = false;  ///< to the row above: pages that end short don't widen the space
    bool narrowed = false;  ///< the space before it has lost a step, which pages may give back
    bool fills_page = false;  ///< has a page of its own; text that follows may be printed before it
    Span source;              ///< of the block that starts here; no place further down
    std::vector<std::string> anchors;  ///< ids that links can point to
    std::vector<std::uint32_t> notes;  ///< footnotes whose reference stands in this row
    /// Rows set again on top of a new page (table heads).
    std::shared_ptr<const std::vector<Row>> repeated;
    /// Drawn in the row where it comes first on a page (the text of a merged cell that began
    /// above).
    std::shared_ptr<const std::vector<pages::Item>> at_page_top;
    static constexpr std::int32_t never = 1'000'000;
};

struct Galley {
    std::vector<Row> rows;
    std::vector<Frame> frames;
    Length grid;  ///< step that rows with `Snap::grid` return to; zero: none
    /// Of the rows `begin` to `end`, on top of a page without end.
    Length height(std::size_t begin, std::size_t end) const;
    Length height() const { return height(0, rows.size()); }
};

/// Walks the rows of a galley down a page: spaces, padding of frames, repeated heads and the grid
/// counted in. The one place that knows how rows stack.
class Stack {
public:
    /// The first row to be pushed is `begin`; it lies at the top of the page.
    Stack(const Galley& galley, std::size_t begin) : galley_(galley), begin_(begin), next_(begin) {}
    /// Sets the next row and returns its top.
    Length push();
    /// Lower edge of all rows pushed so far, with their frames closed.
    Length bottom() const;
    /// The row to be pushed next.
    std::size_t next() const { return next_; }
    /// How far the grid moved the last row down.
    Length snapped() const { return snapped_; }

private:
    Length gap() const;

    const Galley& galley_;
    std::size_t begin_, next_;
    Length y_, snapped_;
};

/// Sets `blocks` under the element `parent`. Never fails: what can't be drawn is reported and shown
/// as text.
Galley set_blocks(const doc::Blocks& blocks, Length measure, pages::ElementId parent,
                  Context& context);

/// How a page of the book begins.
struct PageOpening {
    std::string eyebrow;  ///< a line over the title, or empty
    style::Role title = style::Role::title;
    std::vector<std::string> anchors{};  ///< other ids that lead to the page
};

/// The same for a whole page of the book, under its title.
Galley set_page(const doc::Page& page, const PageOpening& opening, Length measure,
                pages::ElementId parent, Context& context);

/// Where the outer margin of a page lies.
enum class Outward : std::uint8_t { right, left };

/// Places rows `begin` to `end` below each other from `at`, frames behind them.
void place(const Galley& galley, std::size_t begin, std::size_t end, Point at,
           std::vector<pages::Item>& items, Outward outward = Outward::right);

/// Moves every item by `by`.
void shift(std::vector<pages::Item>& items, Point by);

}  // namespace triptych::typeset
