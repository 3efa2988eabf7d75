#include "gitbook/syntax/table_bounds.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t widest_table = 500, most_filled_cells = 10'000;
/// Of a row that may have more cells than its table has columns.
constexpr std::size_t most_cells = 1000;
/// Without a blank line between them. A table may have such rows, too, where they show their
/// dashes.
constexpr std::size_t most_delimiters = 8;

bool is_heading(std::string_view line) {
    const std::size_t front = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t end = std::min(line.find_first_not_of('#', front), line.size());
    return front < 4 && end > front && end - front < 7 && (end == line.size() || line[end] == ' ');
}

bool is_stroke(std::string_view line, std::size_t at) {
    return line[at] == '|' && (at == 0 || line[at - 1] != '\\');
}

}  // namespace

std::size_t cells_of_row(std::string_view line) {
    line = text::trim(line);
    if (line.starts_with('|')) line = text::trim(line.substr(1));
    std::size_t cells = 0, begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (is_stroke(line, at)) {
            ++cells;
            begin = at + 1;
        }
    return cells + (begin < line.size() ? 1 : 0);
}

bool TableBounds::is_too_sparse(std::size_t begin, std::size_t columns) {
    if (paragraph_end_ <= begin) {
        paragraph_end_ = std::min(text_.find("\n\n", begin), text_.size());
        const auto lines = text_.substr(begin, paragraph_end_ - begin);
        lines_ = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) + 1;
    }
    const std::size_t cells = columns * lines_;
    return cells > most_filled_cells && cells > 2 * (paragraph_end_ - begin);
}

std::optional<TableBounds::Refusal> TableBounds::look(std::size_t begin, std::size_t end,
                                                      bool behind_blank) {
    const std::string_view line = text_.substr(begin, end - begin);
    if (behind_blank || is_heading(line)) delimiters_ = 0, wide_ = false;
    wide_ = wide_ || end_of_row(begin, end) < end;
    std::size_t front = skip_spaces(line, 0);
    while (front < line.size() && line[front] != '|' && marker_length(line, front) != 0)
        front = skip_spaces(line, front + marker_length(line, front));
    if (line.find_first_not_of("|-: \t", front) != std::string_view::npos) return std::nullopt;
    const auto columns =
        static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + std::size_t{1};
    if (columns > widest_table + 1)
        return Refusal{begin + front, say("table with more than 500 columns is kept as text")};
    if (columns >= 3 && is_too_sparse(begin, columns))
        return Refusal{
            begin + front,
            say("table with far fewer cells than its rows times its columns is kept as text")};
    const std::size_t dash = line.find('-', front);
    const bool delimits =
        dash != std::string_view::npos && line.find_first_of("|:", front) != std::string_view::npos;
    if (!delimits || (++delimiters_ <= most_delimiters && !wide_)) return std::nullopt;
    return Refusal{begin + dash, Message()};
}

std::size_t TableBounds::end_of_row(std::size_t begin, std::size_t end) const {
    if (end - begin < most_cells) return end;
    std::size_t cells = 0;
    for (std::size_t at = begin; at < end; ++at)
        if (is_stroke(text_, at) && ++cells > most_cells) return at;
    return end;
}

}  // namespace triptych::gitbook
