#include "doc/tex.hpp"

#include <utility>

#include "doc/tex/reading.hpp"

namespace triptych::doc::tex {

Parsed parse(std::string_view source) {
    Reading reading{Lexer(source)};
    Nodes nodes = read_row(reading);
    if (const auto left = reading.lexer.peek().text; !left.empty()) reading.fail(left);
    if (reading.failed()) return {std::nullopt, std::move(reading.problem)};
    return {std::move(nodes), {}};
}

}  // namespace triptych::doc::tex
