#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/code_lines.hpp"
#include "typeset/flow/flow.hpp"
#include "typeset/flow/long_listing.hpp"
#include "typeset/shapes.hpp"

/// Listings: mono, every line a row, wrapped at the measure with a sign that says so.
namespace triptych::typeset {
namespace {

/// A listing of up to this many lines stays on one page if that costs little.
constexpr std::size_t short_listing = 6;
/// So many lines of a longer one are not parted from its ends.
constexpr std::size_t lines_kept = 3;
/// Cost of a page turn in the middle of what belongs together, worth two lines of a short page …
constexpr std::int32_t no_blank_line = 50;
/// … behind a line that opens a block …
constexpr std::int32_t behind_opening = 150;
/// … and where it parts a comment from what it is about, or puts a blank line or a bracket that
/// closes on top of the next page.
constexpr std::int32_t bad_turn = 400;
/// Bytes that a line that goes on takes along at least.
constexpr std::size_t least_carried = 3;
/// No line is measured beyond this many bytes at once.
constexpr std::size_t longest_piece = 1000;

/// The styles of the parts of code; the first is that of what has no kind.
using Styles = std::array<style::TextStyle, code_parts.size() + 1>;

Styles styles_in(const style::Medium& medium) {
    Styles styles;
    styles.front() = medium.code_text(std::nullopt);
    for (const CodePart part : code_parts)
        styles[static_cast<std::size_t>(part) + 1] = medium.code_text(part);
    return styles;
}

struct Listing {
    Column column;         ///< of the code itself, under its paragraph
    Length numbers_left;   ///< left edge of the line numbers
    Length numbers_width;  ///< zero: lines are not numbered
    Styles styles;
    bool elides = false;  ///< long strings lose their middle
};

/// A line to set, its tabs made spaces, in runs of one style.
class SourceLine {
public:
    SourceLine(const doc::CodeLine& line, const Listing& listing) {
        const Styles& styles = listing.styles;
        for (const doc::CodePiece& piece : line.pieces) {
            const std::string text = text::replace_all(std::string(piece.text), "\t", "    ");
            text_ += listing.elides ? elided(text) : text;
            const std::size_t style = piece.part ? static_cast<std::size_t>(*piece.part) + 1 : 0;
            runs_.push_back({text_.size(), &styles[style]});
        }
        const auto first = line.pieces.empty() ? std::nullopt : line.pieces.front().part;
        is_change_ = first == CodePart::inserted || first == CodePart::deleted;
    }
    std::string_view text() const { return text_; }
    /// How many characters stand before its words: spaces, and the sign in front of a changed line.
    std::size_t indent() const {
        const std::size_t from = is_change_ && text_.find_first_of("+-") == 0 ? 1 : 0;
        return std::min(text_.find_first_not_of(' ', from), text_.size());
    }
    /// What lies between two offsets.
    std::vector<TextRun> runs(std::size_t begin, std::size_t end) const {
        std::vector<TextRun> runs;
        for (const Run& run : runs_) {
            const std::size_t to = std::min(run.end, end);
            if (to <= begin) continue;
            runs.push_back({text().substr(begin, to - begin), run.style});
            begin = to;
        }
        return runs;
    }

private:
    struct Run {
        std::size_t end = 0;
        const style::TextStyle* style = nullptr;
    };
    std::string text_;
    std::vector<Run> runs_;
    bool is_change_ = false;  ///< it was put in or taken out
};

/// Behind a space or a mark, or before a point, else behind what opens or joins, in the last third
/// of what fits, else where it is full; no mark is left alone for the line below.
std::size_t nice_cut(std::string_view text, std::size_t full) {
    for (const std::string_view marks : {" ,;/)&|=", "([{:_-"}) {
        const bool joins = marks.front() != ' ';
        for (std::size_t at = full; at > full - full / 3; --at) {
            if (text.size() - at < least_carried) continue;
            const bool before_point = !joins && at < text.size() && text[at] == '.';
            if (before_point || marks.find(text[at - 1]) != std::string_view::npos) return at;
        }
    }
    return full;
}

/// Bytes of `line` from `begin` on that fit into `measure`; at least one code point.
std::size_t fitting(const SourceLine& line, std::size_t begin, Length measure, Flow& flow) {
    const std::string_view text = line.text().substr(begin);
    std::size_t at_least = 0;
    if (!text.empty()) text::next_code_point(text, at_least);
    // Deep nesting leaves no room at all.
    if (text.empty() || measure <= Length{}) return at_least;
    std::size_t size = text::start_of_character(text, std::min(text.size(), longest_piece));
    while (true) {
        const Length width = set_line(line.runs(begin, begin + size),
                                      pages::ElementId::layout_artifact, flow.context())
                                 .width;
        if (width <= measure) break;
        const auto guess =
            size * static_cast<std::size_t>(measure.units) / static_cast<std::size_t>(width.units);
        const std::size_t smaller = text::start_of_character(text, std::min(guess, size - 1));
        if (smaller <= at_least) return at_least;
        size = smaller;
    }
    return size < text.size() ? std::max<std::size_t>(1, nice_cut(text, size)) : size;
}

/// A ground behind the line, and a bar beside it that also tells in black and white.
void add_highlight(const Column& column, Row& row, Flow& flow) {
    const style::CalloutColours& marker =
        flow.context().medium.callouts[static_cast<std::size_t>(doc::CalloutKind::warning)];
    const Length em = flow.style(style::Role::code).text.size;
    row.items.push_back(filled_box({column.left, {}}, {column.measure, row.height}, marker.ground));
    row.items.push_back(filled_box({column.left - em / 3, {}}, {em / 6, row.height}, marker.rule));
}

/// In a mirrored row, lines are as they were set.
void append(Line line, Point at, Row& row, const Context& context) {
    if (is_mirrored(context)) pages::mirror(line.items, line.width);
    shift(line.items, at);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(row.items));
}

Row code_row(Flow& flow) {
    return row_of({}, flow.style(style::Role::code).text, {}, flow.context());
}

void add_number(std::uint32_t number, const Listing& listing, Row& row, Flow& flow) {
    if (listing.numbers_width.units == 0) return;
    style::TextStyle style = flow.style(style::Role::code).text;
    style.colour = flow.context().medium.rule;
    Line line = set_line(fmt::format("{}", number), style, pages::ElementId::layout_artifact,
                         flow.context());
    const Length left = listing.numbers_left + listing.numbers_width - line.width;
    append(std::move(line), {left, row.baseline}, row, flow.context());
}

/// The sign in front of what continues the line above, two characters past its start.
Length add_wrap_sign(const Listing& listing, Length start, Row& row, Flow& flow) {
    style::TextStyle style = flow.style(style::Role::code).text;
    style.colour = flow.context().medium.rule;
    Line sign = set_line("↪ ", style, pages::ElementId::layout_artifact, flow.context());
    const Length indent = start + sign.width;
    append(std::move(sign), {listing.column.left + start, row.baseline}, row, flow.context());
    return indent;
}

/// Where the words of a line begin; what goes on below is set in from there, unless that leaves it
/// too little room.
Length width_of_start(const SourceLine& line, const Listing& listing, Flow& flow) {
    const Length width = set_line(std::string(line.indent(), ' '), listing.styles.front(),
                                  pages::ElementId::layout_artifact, flow.context())
                             .width;
    return width <= listing.column.measure / 2 ? width : Length{};
}

void add_code_line(const doc::CodeLine& source, const Listing& listing, Flow& flow) {
    const SourceLine line(source, listing);
    // An element for each line of the author's, so that readers of structure do not join them.
    const pages::ElementId element =
        line.text().empty() ? listing.column.parent
                            : flow.add_element(listing.column.parent, pages::Tag::code);
    const Length start = width_of_start(line, listing, flow);
    std::size_t begin = 0;
    do {
        Row row = code_row(flow);
        if (source.highlighted) add_highlight(listing.column, row, flow);
        Length indent;
        if (begin > 0)
            indent = add_wrap_sign(listing, start, row, flow);
        else
            add_number(source.number, listing, row, flow);
        const std::size_t size = fitting(line, begin, listing.column.measure - indent, flow);
        Line piece = set_line(line.runs(begin, begin + size), element, flow.context());
        append(std::move(piece), {listing.column.left + indent, row.baseline}, row, flow.context());
        // Code reads from left to right in every book.
        if (is_mirrored(flow.context()))
            pages::mirror(row.items,
                          listing.numbers_left + listing.column.left + listing.column.measure);
        if (begin > 0) row.break_penalty = Row::never;
        flow.add(std::move(row), listing.column);
        begin += size;
    } while (begin < line.text().size());
}

Length width_of_numbers(const doc::CodeBlock& code, std::size_t lines, Flow& flow) {
    if (!code.line_numbers) return {};
    return set_line(fmt::format("{}", lines), flow.style(style::Role::code).text,
                    pages::ElementId::layout_artifact, flow.context())
        .width;
}

bool is_comment(const doc::CodeLine& line) {
    return !line.pieces.empty() &&
           std::all_of(line.pieces.begin(), line.pieces.end(), [](const doc::CodePiece& piece) {
               return piece.part == CodePart::comment || text::trim(piece.text).empty();
           });
}

bool closes(std::string_view line) {
    return line.starts_with('}') || line.starts_with(')') || line.starts_with(']') ||
           line.starts_with("</") || line == "end" || line == "fi" || line == "done";
}

/// Pages turn rather behind a blank line than inside of what stands together.
std::int32_t cost_of_turn(const doc::CodeLine& before, const doc::CodeLine& after) {
    const std::string_view line = text::trim(after.text);
    if (line.empty() || closes(line) || is_comment(before)) return bad_turn;
    const std::string_view above = text::trim(before.text);
    if (above.ends_with('{') || above.ends_with('(') || above.ends_with('[')) return behind_opening;
    return above.empty() ? 0 : no_blank_line;
}

/// Nothing is seen of it, so that it need not be at the foot of a page.
bool is_blank(const doc::CodeLine& line) { return line.text.empty() && !line.highlighted; }

/// At least three lines on each side of a page turn: no closing bracket stands alone, and fewer
/// than six lines are not parted.
void guard_ends(std::size_t first, Flow& flow) {
    const std::size_t lines = flow.size() - first;
    if (lines < 2 * lines_kept) return keep_together(first + 1, flow.size(), flow);
    keep_together(first + 1, first + lines_kept, flow);
    keep_together(flow.size() - (lines_kept - 1), flow.size(), flow);
}

void add_title(const std::string& title, const Column& column, Flow& flow) {
    if (title.empty()) return;
    add_words(title, style::Role::code_title, pages::Tag::paragraph, column, flow);
    flow.keep(2);
    flow.begin_inside();
}

}  // namespace

void add(const doc::CodeBlock& code, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::code);
    const std::vector<doc::CodeLine> lines = doc::code_lines(code);
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    Column inner = flow.open_frame(column.inset(style.indent_left, style.indent_right), style.box);
    add_title(code.title, inner, flow);
    const Length numbers = width_of_numbers(code, lines.size(), flow);
    const Length gutter = numbers.units > 0 ? numbers + style.text.size : Length{};
    const pages::ElementId paragraph = flow.add_element(inner.parent, pages::Tag::paragraph);
    const Column text = inner.inset(gutter, {}).under(paragraph);
    const Listing listing{text, inner.left, numbers, styles_in(flow.context().medium),
                          elides(flow)};
    const std::size_t first_line = flow.size();
    const ListingCut cut = cut_of(lines.size(), flow);
    Length blank;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == cut.head) add_cut_line(cut.left_out, inner.under(paragraph), flow);
        if (i >= cut.head && i < cut.head + cut.left_out) continue;
        const std::size_t row = flow.size();
        const bool is_inside = row > first_line && i + 1 != cut.head && i + 1 < lines.size();
        if (is_inside && !code.line_numbers && is_blank(lines[i])) {
            blank += style.text.leading;
            continue;
        }
        add_code_line(lines[i], listing, flow);
        flow.rows()[row].space_before += std::exchange(blank, Length{});
        flow.rows()[row].attached = row > first_line;
        if (i > 0) flow.raise_penalty(row, cost_of_turn(lines[i - 1], lines[i]));
    }
    hold_together(first_line, short_listing, flow);
    guard_ends(first_line, flow);
    flow.end_inside();
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

void add(const doc::Diagram& diagram, const Column& column, Flow& flow) {
    doc::CodeBlock code;
    code.title = diagram.title.empty()
                     ? std::string(word_in(flow.context().language, Word::diagram)) +
                           bracketed(diagram.language, flow.context().language)
                     : diagram.title;
    code.text = diagram.source;
    add(code, column, flow);
}

}  // namespace triptych::typeset
