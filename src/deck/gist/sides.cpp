#include "deck/gist/sides.hpp"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/text.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/stance.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/split/text.hpp"
#include "doc/code_lines.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_lines_beside = 14, longest_line_beside = 46;    // of a listing, in bytes
constexpr std::size_t most_compared_rows = 6, longest_compared_cell = 16;  // words

/// Whether half a slide is wide enough for the listing.
bool fits_half(const doc::CodeBlock& code) {
    const auto lines = text::split(code.text, '\n');
    return lines.size() <= most_lines_beside &&
           std::all_of(lines.begin(), lines.end(),
                       [](std::string_view line) { return line.size() <= longest_line_beside; });
}

/// The listing of blocks that hold no other special.
const doc::Block* lone_listing(std::span<const doc::Block> blocks) {
    const doc::Block* found = nullptr;
    std::size_t count = 0;
    for_each_special(blocks, [&](const doc::Block& block) {
        ++count;
        found = &block;
    });
    const auto* code = count == 1 ? std::get_if<doc::CodeBlock>(&found->node) : nullptr;
    return code && fits_half(*code) ? found : nullptr;
}

bool is_empty(const PointColumn& column) { return column.points.empty() && column.shown.empty(); }

Point whole_point(const doc::Inlines& words, Span span) {
    Point point;
    point.tail = words;
    point.span = span;
    return point;
}

/// What a gist says, without its lead-in's room.
PointColumn column_of(Gist gist, Span span, const Lexicon* lexicon) {
    PointColumn column = std::move(gist.main);
    if (gist.kind == GistKind::columns) column.points.clear();
    if (column.points.empty() && !gist.claim.empty()) {
        Point point;
        point.tail = std::move(gist.claim);
        point.span = span;
        point.cuts = std::move(gist.cuts);
        column.points.push_back(std::move(point));
    }
    // A lead-in that decides has no room under a title.
    if (!column.label.empty() && is_conditional(column.label, lexicon)) column.points.clear();
    return column;
}

PointColumn column_of(const Passage& section, const Lexicon* lexicon) {
    PointColumn column = column_of(gist_of(section, lexicon), section.span, lexicon);
    if (const auto* listing = lone_listing(section.whole); listing && column.points.size() <= 1) {
        column.shown = {*listing};
        column.points.clear();
    }
    // A few words are no claim, but all that is there.
    if (is_empty(column) && section.whole.size() == 1)
        if (const auto* words = words_of_paragraph(section.whole.front());
            words && count_words(*words) <= longest_compared_cell)
            column.points.push_back(whole_point(*words, section.whole.front().span));
    column.label = section.title;
    column.id = section.id;
    return column;
}

/// Words of a pair's labels are bare titles; signs are told from them first.
std::optional<Sides> beside(PointColumn left, PointColumn right, bool alternatives,
                            const Lexicon* lexicon) {
    if (is_empty(left) || is_empty(right)) return std::nullopt;
    Sides sides{std::move(left), std::move(right), {}};
    sides.compared = stances_of(sides.left.label, sides.right.label, lexicon);
    if (!sides.compared && alternatives) sides.compared = Stances{};
    for (PointColumn* column : {&sides.left, &sides.right})
        column->label = label_words(column->label);
    return sides;
}

Passage passage_of(const doc::Tab& tab) {
    Passage passage;
    passage.title = tab.title;
    passage.id = tab.id;
    passage.span = tab.span;
    passage.own = passage.whole = std::span<const doc::Block>(tab.body);
    return passage;
}

std::optional<Sides> tabs_beside(const doc::Block& block, const Lexicon* lexicon) {
    const auto* tabs = std::get_if<doc::Tabs>(&block.node);
    if (!tabs || tabs->tabs.size() != 2) return std::nullopt;
    return beside(column_of(passage_of(tabs->tabs[0]), lexicon),
                  column_of(passage_of(tabs->tabs[1]), lexicon), true, lexicon);
}

/// A listing under the line that says what it is, or with a title of its own.
PointColumn column_of_listing(const std::vector<const doc::Block*>& blocks, std::size_t at) {
    PointColumn column;
    const auto& code = std::get<doc::CodeBlock>(blocks[at]->node);
    const auto* before = at > 0 ? words_of_paragraph(*blocks[at - 1]) : nullptr;
    if (before && count_words(*before) <= longest_compared_cell) column.label = *before;
    if (column.label.empty() && !code.title.empty())
        column.label = inlines_of(code.title, blocks[at]->span);
    if (fits_half(code)) column.shown = {*blocks[at]};
    return column;
}

std::optional<Sides> listings_beside(const std::vector<const doc::Block*>& blocks,
                                     const Lexicon* lexicon) {
    std::vector<std::size_t> listings;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (std::holds_alternative<doc::CodeBlock>(blocks[i]->node)) listings.push_back(i);
    if (listings.size() != 2) return std::nullopt;
    PointColumn left = column_of_listing(blocks, listings[0]);
    PointColumn right = column_of_listing(blocks, listings[1]);
    // Without words or signs that oppose them they are two listings like any others.
    if (!stances_of(left.label, right.label, lexicon)) return std::nullopt;
    return beside(std::move(left), std::move(right), false, lexicon);
}

/// The cells of one column as points; nothing where one is long.
PointColumn column_of_table(const doc::Table& table, std::size_t at) {
    PointColumn column;
    const auto words_of_cell = [](const doc::Cell& cell) -> const doc::Inlines* {
        return cell.body.size() == 1 ? words_of_paragraph(cell.body.front()) : nullptr;
    };
    if (const auto* head = words_of_cell(table.head.front().cells[at])) column.label = *head;
    for (const auto& row : table.rows) {
        if (row.cells[at].body.empty()) continue;
        const auto* words = words_of_cell(row.cells[at]);
        if (!words || count_words(*words) > longest_compared_cell) return {};
        column.points.push_back(whole_point(*words, row.cells[at].span));
    }
    return column;
}

std::optional<Sides> table_beside(const doc::Block& block, const Lexicon* lexicon) {
    const auto* table = std::get_if<doc::Table>(&block.node);
    const bool small = table && table->columns.size() == 2 && table->head.size() == 1 &&
                       table->rows.size() <= most_compared_rows && table->caption.empty();
    if (!small) return std::nullopt;
    PointColumn left = column_of_table(*table, 0), right = column_of_table(*table, 1);
    if (!stances_of(left.label, right.label, lexicon)) return std::nullopt;
    return beside(std::move(left), std::move(right), false, lexicon);
}

/// The line of a listing that says by a sign what stands below it: "// ❌ Wrong".
struct SignedLine {
    std::size_t at = 0;
    Stance stance{};
    doc::Inlines label;
};

std::optional<SignedLine> signed_line(std::string_view line, std::size_t at, Span span) {
    // Letters and digits stand behind the sign alone: else it is code.
    std::size_t end = 0;
    for (std::size_t i = 0; i < line.size();) {
        const char32_t c = text::next_code_point(line, i);
        if (doc::typography::is_alphanumeric(c)) break;
        end = i;
    }
    const Stance stance = stance_of(inlines_of(std::string(line.substr(0, end)), span), nullptr);
    if (stance == Stance::none) return std::nullopt;
    const auto label = text::trim(line.substr(end));
    return SignedLine{at, stance,
                      label.empty() ? doc::Inlines{} : inlines_of(std::string(label), span)};
}

/// The lines [begin, end) of a listing without blank ones around them.
doc::CodeBlock lines_between(const doc::CodeBlock& code, const std::vector<doc::CodeLine>& lines,
                             std::size_t begin, std::size_t end) {
    const auto is_blank_line = [&](std::size_t at) { return text::trim(lines[at].text).empty(); };
    while (begin < end && is_blank_line(begin)) ++begin;
    while (end > begin && is_blank_line(end - 1)) --end;
    return doc::with_lines(code, std::span(lines).subspan(begin, end - begin));
}

}  // namespace

std::optional<Sides> halves_of(const doc::Block& listing) {
    const auto* code = std::get_if<doc::CodeBlock>(&listing.node);
    if (!code) return std::nullopt;
    const auto lines = doc::code_lines(*code);
    std::vector<SignedLine> marks;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (auto found = signed_line(lines[i].text, i, listing.span))
            marks.push_back(*std::move(found));
    if (marks.size() != 2 || marks[0].at != 0 || marks[0].stance == marks[1].stance)
        return std::nullopt;
    const std::size_t ends[] = {marks[1].at, lines.size()};
    PointColumn columns[2];
    for (std::size_t i = 0; i < 2; ++i) {
        auto half = lines_between(*code, lines, marks[i].at + 1, ends[i]);
        if (half.text.empty() || !fits_half(half)) return std::nullopt;
        columns[i].label = std::move(marks[i].label);
        columns[i].shown = {{std::move(half), listing.span}};
    }
    return Sides{std::move(columns[0]), std::move(columns[1]),
                 Stances{marks[0].stance, marks[1].stance}};
}

std::optional<Sides> sections_beside(const Passage& left, const Passage& right,
                                     const Lexicon* lexicon) {
    return beside(column_of(left, lexicon), column_of(right, lexicon), false, lexicon);
}

std::optional<Sides> compared_in(const std::vector<const doc::Block*>& blocks,
                                 const Lexicon* lexicon) {
    if (auto sides = listings_beside(blocks, lexicon)) return sides;
    for (const auto* block : blocks) {
        if (auto sides = tabs_beside(*block, lexicon)) return sides;
        if (auto sides = table_beside(*block, lexicon)) return sides;
    }
    return std::nullopt;
}

}  // namespace triptych::deck
