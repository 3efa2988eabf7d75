#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/flow/lines.hpp"
#include "typeset/galley.hpp"
#include "typeset/inline/paragraph.hpp"

/// Inside of the flow: a galley that grows row by row, and one function per kind of block.
namespace triptych::typeset {

/// Where blocks are set: a part of the galley's width, a frame, an element, a look.
struct Column {
    Length left, measure;
    pages::ElementId parent{};
    style::Role text = style::Role::body;  ///< look of plain paragraphs
    std::int32_t frame = -1;
    std::uint8_t list_depth = 0;  ///< from 1 on there is no space around lists
    std::uint8_t lists = 0;       ///< around it: bullets look different in each

    Column inset(Length from_left, Length from_right) const;
    Column under(pages::ElementId element) const;
    Column with_text(style::Role role) const;
};

/// A galley in the making. Spaces between blocks collapse to the larger one, like vertical margins
/// in CSS.
class Flow {
public:
    Flow(Context& context, Length grid) : context_(context) { galley_.grid = grid; }
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;

    Context& context() { return context_; }
    const Context& context() const { return context_; }
    const style::BlockStyle& style(style::Role role) const { return context_.medium[role]; }
    pages::ElementId add_element(pages::ElementId parent, pages::Tag tag);

    /// Asks for at least `space` before the next row.
    void space(Length space);
    /// The next `rows` lines stay on the page of the row before them. Behind a line, what is no
    /// line or has a box or a title of its own may be parted from it, at a price.
    void keep(int rows);
    /// The next row is a title, or the rule over one.
    void begin_title() { begins_title_ = true; }
    /// The row before is the last one of a heading: one that follows needs no space above it.
    void end_heading() { heading_end_ = size(); }
    bool is_behind_heading() const { return size() > 0 && heading_end_ == size(); }
    /// The next row starts what was written at `source`; of blocks inside each other the outermost
    /// counts.
    void begin_block(Span source);
    /// Where the block being set was written.
    Span block() const { return block_; }
    /// The next row can be linked to as `id`.
    void anchor(std::string id);
    /// Until the next row no space is added: the first block inside a box brings none.
    void begin_inside() { inside_ = true; }
    /// Forgets the space that the last block inside a box asked for.
    void end_inside();

    /// Whether so many frames stand around the column's rows that no other one can be told apart.
    bool is_deeply_framed(const Column& column) const;
    /// A frame around the rows that are set in the column returned.
    Column open_frame(const Column& column, const style::BoxStyle& box);
    Row& add(Row row, const Column& column);
    /// A row with a page of its own: what precedes it is kept with what follows it.
    void add_full_page(Row row);

    /// A page break in front of `row` costs at least `penalty`.
    void raise_penalty(std::size_t row, std::int32_t penalty);

    std::vector<Row>& rows() { return galley_.rows; }
    std::size_t size() const { return galley_.rows.size(); }
    /// Height of the rows from `first` on, the space before them not counted.
    Length height_from(std::size_t first) const;
    /// Lower edge of the last row on top of a page without end. Rows in front of `first` must not
    /// change any more.
    Length bottom(std::size_t first);
    Length grid() const { return galley_.grid; }
    /// Places that no row is left for are in the last one.
    Galley take();

private:
    void mark(Row& row);

    Context& context_;
    Galley galley_;
    Stack settled_{galley_, 0};  ///< walks the rows that do not change any more
    Length space_;
    int keep_ = 0;
    bool kept_line_ = false, begins_title_ = false;
    std::size_t heading_end_ = 0;  ///< behind the last row of the last heading
    bool inside_ = false;
    Span source_, block_;
    std::vector<std::string> anchors_;
};

/// Share of the slack up to the next grid line that goes above a block.
enum class Slack : std::uint8_t { above, shared };
/// Moves the rows from `first` on down so that the text behind them, `space_after` below, finds the
/// grid again, wherever they begin.
void settle(std::size_t first, Length space_after, Slack slack, Flow& flow);
/// Forbids page breaks in front of rows `begin` to `end`.
void keep_together(std::size_t begin, std::size_t end, Flow& flow);
/// Makes page breaks between the rows from `first` on dear, if they are no more than `most`.
void hold_together(std::size_t first, std::size_t most, Flow& flow);
/// Penalties of a paragraph's rows from `first` on: no widow, no orphan.
void guard_lines(std::size_t first, Flow& flow);

/// A paragraph of `body` in the look of `role`, under an element of its own of kind `tag`, kept
/// from widows and orphans. Returns the element.
pages::ElementId add_text(const doc::Inlines& body, style::Role role, pages::Tag tag,
                          const Column& column, Flow& flow);
/// The same for words that the program itself prints.
pages::ElementId add_words(std::string words, style::Role role, pages::Tag tag,
                           const Column& column, Flow& flow);
/// Sets `blocks` below what is there.
void add_blocks(const doc::Blocks& blocks, const Column& column, Flow& flow);

void add(const doc::Paragraph& paragraph, const Column& column, Flow& flow);
void add(const doc::Heading& heading, const Column& column, Flow& flow);
void add(const doc::List& list, const Column& column, Flow& flow);
void add(const doc::Callout& callout, const Column& column, Flow& flow);
void add(const doc::Quote& quote, const Column& column, Flow& flow);
void add(const doc::CodeBlock& code, const Column& column, Flow& flow);
void add(const doc::Diagram& diagram, const Column& column, Flow& flow);
void add(const doc::MathBlock& math, const Column& column, Flow& flow);
void add(const doc::Table& table, const Column& column, Flow& flow);
void add(const doc::Figure& figure, const Column& column, Flow& flow);
void add(const doc::MissingPicture& missing, const Column& column, Flow& flow);
void add(const doc::Tabs& tabs, const Column& column, Flow& flow);
void add(const doc::Steps& steps, const Column& column, Flow& flow);
void add(const doc::Cards& cards, const Column& column, Flow& flow);
void add(const doc::Details& details, const Column& column, Flow& flow);
void add(const doc::Columns& columns, const Column& column, Flow& flow);
void add(const doc::Updates& updates, const Column& column, Flow& flow);
void add(const doc::LinkCard& card, const Column& column, Flow& flow);
void add(const doc::ThematicBreak& thematic_break, const Column& column, Flow& flow);
void add(const doc::Unsupported& unsupported, const Column& column, Flow& flow);

}  // namespace triptych::typeset
