#include "doc/tex/reading.hpp"

#include <iterator>
#include <utility>

#include "base/is_one_of.hpp"

namespace triptych::doc::tex {

namespace {

/// Whether scripts of what was just read stand under and over it.
bool takes_limits(const Nodes& base, bool named_limits) {
    if (base.size() != 1) return false;
    const auto* sign = std::get_if<Operator>(&base.front().content);
    const bool brace = std::holds_alternative<Accent>(base.front().content) &&
                       is_one_of(std::get<Accent>(base.front().content).mark, {"⏞", "⏟"});
    return named_limits || brace || (sign && sign->role == OperatorRole::large);
}

bool read_limits(const Nodes& base, Reading& reading) {
    const bool limits = takes_limits(base, reading.limits);
    if (reading.lexer.take_if("\\limits")) return true;
    return !reading.lexer.take_if("\\nolimits") && limits;
}

void read_scripts(Scripts& scripts, Reading& reading) {
    while (!reading.failed()) {
        if (reading.lexer.take_if("'")) {
            scripts.above.push_back({Operator{"′", OperatorRole::ordinary}});
        } else if (reading.lexer.take_if("^")) {
            append(scripts.above, read_argument(reading));
        } else if (scripts.below.empty() && reading.lexer.take_if("_")) {
            scripts.below = read_argument(reading);
            if (scripts.below.empty()) scripts.below.push_back({Space{0}});
        } else {
            break;
        }
    }
}

void add_with_scripts(Nodes& nodes, Reading& reading) {
    reading.limits = false;
    Nodes base;
    if (const auto next = reading.lexer.peek().text; next != "^" && next != "_" && next != "'")
        base = read_atom(reading, Digits::all);
    const bool limits = read_limits(base, reading);
    Scripts scripts{std::move(base), {}, {}, limits};
    read_scripts(scripts, reading);
    if (scripts.below.empty() && scripts.above.empty())
        std::move(scripts.base.begin(), scripts.base.end(), std::back_inserter(nodes));
    else
        nodes.push_back({std::move(scripts)});
}

}  // namespace

void Reading::fail(std::string_view what) {
    if (problem.empty()) problem = what.empty() ? "its end" : "'" + std::string(what) + "'";
}

void Reading::expect(std::string_view text, std::string_view what) {
    if (!failed() && !lexer.take_if(text)) fail(what);
}

bool ends_row(std::string_view token) {
    return token.empty() ||
           is_one_of(token, {"}", "&", "\\\\", "\\cr", "\\end", "\\right", "\\middle"});
}

void append(Nodes& to, Nodes from) {
    if (from.empty()) from.push_back({Space{0}});
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

Nodes read_row(Reading& reading, std::string_view stop) {
    Nodes nodes;
    const auto outer = std::exchange(reading.stop, stop);
    if (++reading.depth > Reading::deepest) reading.fail("{");
    while (!reading.failed()) {
        const auto next = reading.lexer.peek().text;
        if (ends_row(next) || (!stop.empty() && next == stop)) break;
        add_with_scripts(nodes, reading);
    }
    --reading.depth;
    reading.stop = outer;
    return nodes;
}

Nodes read_argument(Reading& reading) {
    if (reading.lexer.peek().text == "{") return read_braced(reading);
    if (ends_row(reading.lexer.peek().text)) reading.fail(reading.lexer.peek().text);
    if (++reading.depth > Reading::deepest) reading.fail("{");
    Nodes nodes = reading.failed() ? Nodes{} : read_atom(reading, Digits::one);
    --reading.depth;
    return nodes;
}

Nodes read_braced(Reading& reading) {
    reading.lexer.take();
    Nodes nodes = read_row(reading);
    reading.expect("}", reading.lexer.peek().text);
    return nodes;
}

}  // namespace triptych::doc::tex
