#include "doc/tex.hpp"

#include <algorithm>
#include <utility>

#include "base/match.hpp"
#include "doc/tex/reading.hpp"

namespace triptych::doc::tex {

namespace {

/// Bytes that macros may put into a formula, and cells that its matrices may lack.
constexpr std::size_t least_budget = 4096, budget_per_byte = 16;

/// All rows of the formula, with their tags.
struct Lines {
    std::vector<Nodes> rows;
    std::vector<std::string> tags;
    bool tagged() const {
        return std::any_of(tags.begin(), tags.end(), [](const auto& tag) { return !tag.empty(); });
    }
};

Lines read_lines(Reading& reading) {
    Lines lines;
    while (!reading.failed()) {
        lines.rows.push_back(read_row(reading));
        lines.tags.push_back(take_marks(false, reading));
        const auto next = reading.lexer.peek().text;
        if (next.empty()) break;
        if (next != "\\\\" && next != "\\cr" && next != "\\newline") {
            reading.fail(next);
            break;
        }
        reading.lexer.take();
        skip_row_space(reading);
        if (reading.lexer.peek().text.empty()) break;
    }
    return lines;
}

/// Tags of equations that something else stands beside stand at the whole row.
void lift_tags(Nodes& row, std::string& tag) {
    if (row.size() == 1) return;
    for (auto& node : row) {
        auto* matrix = std::get_if<Matrix>(&node.content);
        if (matrix == nullptr) continue;
        for (const auto& one : std::exchange(matrix->tags, {}))
            if (!one.empty()) tag += (tag.empty() ? "" : " ") + one;
    }
}

Nodes in_a_line(Lines lines) {
    Nodes all;
    for (std::size_t i = 0; i < lines.rows.size(); ++i) {
        if (i > 0) all.push_back({Space{1000}});
        if (!lines.rows[i].empty()) append(all, std::move(lines.rows[i]));
        if (lines.tags[i].empty()) continue;
        all.push_back({Space{1000}});
        all.push_back({Words{lines.tags[i]}});
    }
    return all;
}

Nodes as_lines(Lines lines) {
    if (lines.rows.size() == 1 && !lines.tagged()) return std::move(lines.rows.front());
    Matrix matrix{"", "", MatrixKind::lines, {}, {}, {}};
    if (lines.tagged()) matrix.tags = std::move(lines.tags);
    for (auto& row : lines.rows) matrix.rows.push_back({std::move(row)});
    return {{std::move(matrix)}};
}

}  // namespace

Parsed parse(std::string_view source, Place place) {
    Macros macros;
    macros.budget = least_budget + budget_per_byte * source.size();
    Reading reading{source, place, macros, Lexer(source, macros)};
    reading.lacking = macros.budget;
    Lines lines = read_lines(reading);
    if (reading.failed()) return {std::nullopt, std::move(reading.problem)};
    for (std::size_t i = 0; i < lines.rows.size(); ++i) lift_tags(lines.rows[i], lines.tags[i]);
    Nodes nodes =
        place == Place::in_line ? in_a_line(std::move(lines)) : as_lines(std::move(lines));
    return {std::move(nodes), {}, std::move(reading.unread), std::move(reading.rows)};
}

void for_each_row(const Node& node, const std::function<void(const Nodes&)>& each) {
    std::visit(Match{[&](const Fraction& one) {
                         each(one.above);
                         each(one.below);
                     },
                     [&](const Root& one) {
                         each(one.degree);
                         each(one.body);
                     },
                     [&](const Scripts& one) {
                         each(one.base);
                         each(one.below);
                         each(one.above);
                     },
                     [&](const Arrow& one) {
                         each(one.above);
                         each(one.below);
                     },
                     [&](const Matrix& one) {
                         for (const auto& row : one.rows)
                             for (const auto& cell : row) each(cell);
                     },
                     [](const Identifier&) {}, [](const Number&) {}, [](const Operator&) {},
                     [](const Words&) {}, [](const Space&) {}, [](const Unread&) {},
                     [&](const auto& one) { each(one.body); }},
               node.content);
}

}  // namespace triptych::doc::tex
