#include <algorithm>
#include <utility>

#include "base/is_one_of.hpp"
#include "doc/tex/commands.hpp"
#include "doc/tex/reading.hpp"

/// Matrices, cases and aligned equations.
namespace triptych::doc::tex {

namespace {

std::string columns_of(std::string_view raw) {
    std::string kept;
    int depth = 0;
    for (const char c : raw) {
        if (c == '{') ++depth;
        if (c == '}') --depth;
        if (depth > 0) continue;
        if (c == 'l' || c == 'c' || c == 'r' || c == '|') kept += c;
        if (c == ':') kept += '|';
        if (c == 'p' || c == 'm' || c == 'X') kept += 'l';
    }
    return kept;
}

void read_rules(Matrix& matrix, Reading& reading) {
    while (reading.lexer.take_if("\\hline") || reading.lexer.take_if("\\hdashline"))
        matrix.rules.push_back(static_cast<std::uint32_t>(matrix.rows.size() - 1));
}

bool ends_line(Reading& reading) {
    if (!is_one_of(reading.lexer.peek().text, {"\\\\", "\\cr", "\\newline"})) return false;
    reading.lexer.take();
    skip_row_space(reading);
    return true;
}

void read_rows(Matrix& matrix, Counted counted, Reading& reading) {
    matrix.rows.emplace_back();
    read_rules(matrix, reading);
    while (!reading.failed()) {
        matrix.rows.back().push_back(read_row(reading));
        if (reading.lexer.take_if("&")) continue;
        if (counted == Counted::rows) matrix.tags.push_back(take_marks(true, reading));
        if (!ends_line(reading)) break;
        matrix.rows.emplace_back();
        read_rules(matrix, reading);
        if (reading.lexer.peek().text != "\\end") continue;
        matrix.rows.pop_back();
        break;
    }
    const bool tagged = std::any_of(matrix.tags.begin(), matrix.tags.end(),
                                    [](const std::string& tag) { return !tag.empty(); });
    if (!tagged) matrix.tags.clear();
}

/// False when rows of unlike lengths make more cells than the formula's length answers for.
bool has_room(const Matrix& matrix, Reading& reading) {
    std::size_t longest = 0, written = 0;
    for (const auto& row : matrix.rows) {
        longest = std::max(longest, row.size());
        written += row.size();
    }
    const std::size_t lacking = longest * matrix.rows.size() - written;
    if (lacking > reading.lacking) return false;
    reading.lacking -= lacking;
    return true;
}

/// What stands between the name and the first row.
std::string read_columns(std::string_view name, Reading& reading) {
    const auto option = reading.lexer.take_raw_option();
    if (is_one_of(name, {"array", "darray", "subarray"}))
        return columns_of(reading.lexer.take_raw_group().value_or(std::string_view()));
    if (is_one_of(name, {"alignat", "alignat*", "alignedat"})) reading.lexer.take_raw_group();
    const bool starred = name.ends_with("matrix*");
    return starred && option && !option->empty() ? std::string(64, option->front()) : "";
}

void display_cells(Matrix& matrix) {
    for (auto& row : matrix.rows)
        for (auto& cell : row) {
            Nodes body = std::exchange(cell, {});
            cell.push_back({Styled{StyleLevel::display, std::move(body)}});
        }
}

}  // namespace

void skip_row_space(Reading& reading) {
    reading.lexer.take_if("*");
    reading.lexer.take_raw_option();
}

std::string take_marks(bool counted, Reading& reading) {
    RowMarks marks = std::exchange(reading.marks, {});
    const bool countable = reading.place == Place::own_line && reading.inside == 0;
    const bool counts = countable && marks.counts && (counted || !marks.label.empty());
    if (countable && (counts || !marks.label.empty() || marks.tag))
        reading.rows.push_back(
            {reading.lexer.offset(), marks.label, marks.tag.value_or(""), counts && !marks.tag});
    return marks.tag.value_or("");
}

Nodes read_environment(Reading& reading) {
    const auto name = reading.lexer.take_raw_group().value_or(std::string_view());
    const auto* found = find_command(environments, name);
    constexpr Environment unknown{"", "", "", MatrixKind::array};
    Nodes nodes;
    if (found == nullptr)
        nodes.push_back(reading.keep(std::string("\\begin{").append(name).append("}")));
    const Environment& known = found ? *found : unknown;
    Matrix matrix{std::string(known.open), std::string(known.close), known.kind, {}, {}, {}};
    matrix.columns = read_columns(name, reading);
    read_rows(matrix, known.counted, reading);
    if (known.display) display_cells(matrix);
    if (!has_room(matrix, reading) ||
        !(reading.lexer.take_if("\\end") && reading.lexer.take_raw_group() == name))
        reading.fail(std::string("\\begin{").append(name).append("}"));
    nodes.push_back({std::move(matrix)});
    return nodes;
}

}  // namespace triptych::doc::tex
