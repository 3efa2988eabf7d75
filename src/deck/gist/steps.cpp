#include "deck/gist/steps.hpp"

#include <algorithm>
#include <string>

#include "deck/gist/lists.hpp"
#include "deck/gist/passage.hpp"
#include "deck/gist/titled.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_step_rows = 3, most_step_rows = 6, most_step_columns = 3,
                      longest_step_text = 25;

Steps steps_of(const doc::Steps& source, const Lexicon* lexicon) {
    Steps found;
    found.steps.counted = true;
    std::vector<Titled> titled;
    for (const auto& step : source.steps)
        titled.push_back({step.title, std::span(step.body), step.id, step.span});
    found.steps.points = titled_points(titled, lexicon);
    auto number = source.start;
    for (Point& point : found.steps.points) point.number = static_cast<std::int32_t>(number++);
    return found;
}

const doc::Inlines* words_of(const doc::Cell& cell) {
    return cell.body.size() == 1 ? words_of_paragraph(cell.body.front()) : nullptr;
}

/// Where the number `wanted` ends that the text begins with, behind a word such as "Phase" or not;
/// with the point, bracket, colon or dash behind it. 0 when it does not begin so.
std::size_t behind_number(const FlatText& flat, std::size_t wanted) {
    const std::string digits = std::to_string(wanted);
    const auto words = words_in(flat.text, {0, flat.text.size()});
    for (std::size_t i = 0; i < std::min<std::size_t>(2, words.size()); ++i) {
        if (words[i].folded != digits) continue;
        return i + 1 < words.size() ? words[i + 1].range.begin : flat.text.size();
    }
    return 0;
}

/// A row as a step: what stands behind the number is its title, or else the next cell. What would
/// make the step too long is left to the notes.
std::optional<Point> step_of(const doc::Row& row, std::size_t number) {
    Point point;
    std::size_t shown = 0;
    for (const auto& cell : row.cells) {
        const auto* words = words_of(cell);
        if (cell.body.empty()) continue;
        const std::size_t more = words ? count_words(*words) : 0;
        if (!words || shown + more > longest_step_text) {
            if (point.head.empty()) return std::nullopt;
            point.cuts.push_back({CutKind::tail, 1, doc::plain_text(cell.body)});
            continue;
        }
        shown += more;
        const FlatText flat = flatten(*words);
        if (&cell == &row.cells.front()) {
            const std::size_t from = behind_number(flat, number);
            if (from == 0) return std::nullopt;
            if (from < flat.text.size()) point.head = slice(*words, {{from, flat.text.size()}});
        } else if (point.head.empty()) {
            point.head = *words;
        } else {
            if (!point.tail.empty()) point.tail.push_back({doc::LineBreak{}, cell.span});
            point.tail.insert(point.tail.end(), words->begin(), words->end());
        }
        point.span = cell.span;
    }
    return point.head.empty() ? std::nullopt : std::optional(std::move(point));
}

std::optional<Steps> steps_of(const doc::Table& table) {
    const bool small = table.rows.size() >= least_step_rows &&
                       table.rows.size() <= most_step_rows &&
                       table.columns.size() <= most_step_columns && table.columns.size() > 1;
    if (!small) return std::nullopt;
    Steps found;
    found.steps.counted = true;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto point = step_of(table.rows[i], i + 1);
        if (!point) return std::nullopt;
        found.steps.points.push_back(*std::move(point));
    }
    return found;
}

}  // namespace

std::optional<Steps> steps_in(const std::vector<const doc::Block*>& blocks,
                              const Lexicon* lexicon) {
    for (const auto* block : blocks) {
        if (const auto* steps = std::get_if<doc::Steps>(&block->node))
            return steps_of(*steps, lexicon);
        const auto* table = std::get_if<doc::Table>(&block->node);
        auto found = table ? steps_of(*table) : std::nullopt;
        if (!found) continue;
        found->source = block;
        return found;
    }
    return std::nullopt;
}

}  // namespace triptych::deck
