#include "gitbook/syntax/table_bounds.hpp"

#include <algorithm>

#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t widest_table = 500, most_filled_cells = 10'000;

}  // namespace

bool TableBounds::is_too_sparse(std::size_t begin, std::size_t columns) {
    if (paragraph_end_ <= begin) {
        paragraph_end_ = std::min(text_.find("\n\n", begin), text_.size());
        const auto lines = text_.substr(begin, paragraph_end_ - begin);
        lines_ = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) + 1;
    }
    const std::size_t cells = columns * lines_;
    return cells > most_filled_cells && cells > 2 * (paragraph_end_ - begin);
}

std::optional<TableBounds::Refusal> TableBounds::look(std::size_t begin, std::size_t end) {
    const std::string_view line = text_.substr(begin, end - begin);
    std::size_t front = skip_spaces(line, 0);
    while (front < line.size() && line[front] != '|' && marker_length(line, front) != 0)
        front = skip_spaces(line, front + marker_length(line, front));
    if (line.find_first_not_of("|-: \t", front) != std::string_view::npos) return std::nullopt;
    const auto columns =
        static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + std::size_t{1};
    if (columns > widest_table + 1)
        return Refusal{begin + front, "table with more than 500 columns is kept as text"};
    if (columns < 3 || !is_too_sparse(begin, columns)) return std::nullopt;
    return Refusal{begin + front,
                   "table with far fewer cells than its rows times its columns is kept as text"};
}

}  // namespace triptych::gitbook
