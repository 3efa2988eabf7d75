#include "doc/tex/commands.hpp"
#include "doc/tex/reading.hpp"

/// Matrices, cases and aligned equations.
namespace triptych::doc::tex {

namespace {

std::string columns(Reading& reading) {
    std::string kept(reading.lexer.take_raw_group().value_or(std::string_view()));
    std::erase_if(kept, [](char c) { return c != 'l' && c != 'c' && c != 'r' && c != '|'; });
    return kept;
}

void read_rules(Matrix& matrix, Reading& reading) {
    while (reading.lexer.take_if("\\hline"))
        matrix.rules.push_back(static_cast<std::uint32_t>(matrix.rows.size() - 1));
}

/// `\\[4pt]`: the space is not ours to set.
void skip_row_space(Reading& reading) {
    if (!reading.lexer.take_if("[")) return;
    while (!reading.lexer.peek().text.empty() && !reading.lexer.take_if("]")) reading.lexer.take();
}

void read_rows(Matrix& matrix, Reading& reading) {
    matrix.rows.emplace_back();
    read_rules(matrix, reading);
    while (!reading.failed()) {
        matrix.rows.back().push_back(read_row(reading));
        if (reading.lexer.take_if("&")) continue;
        if (!reading.lexer.take_if("\\\\") && !reading.lexer.take_if("\\cr")) break;
        skip_row_space(reading);
        matrix.rows.emplace_back();
        read_rules(matrix, reading);
        if (reading.lexer.peek().text != "\\end") continue;
        matrix.rows.pop_back();
        break;
    }
}

}  // namespace

Node read_environment(Reading& reading) {
    const auto name = reading.lexer.take_raw_group().value_or(std::string_view());
    const auto* found = find_command(environments, name);
    if (found == nullptr) {
        reading.fail(std::string("\\begin{").append(name).append("}"));
        return {Group{}};
    }
    Matrix matrix{std::string(found->open), std::string(found->close), found->kind, {}, {}, {}};
    if (name == "array") matrix.columns = columns(reading);
    read_rows(matrix, reading);
    if (!reading.failed() &&
        !(reading.lexer.take_if("\\end") && reading.lexer.take_raw_group() == name))
        reading.fail(std::string("\\begin{").append(name).append("}"));
    return {std::move(matrix)};
}

}  // namespace triptych::doc::tex
