#include <iterator>
#include <utility>

#include "base/is_one_of.hpp"
#include "doc/tex/commands.hpp"
#include "doc/tex/reading.hpp"

namespace triptych::doc::tex {

namespace {

bool is_brace(const Node& node) {
    const auto* accent = std::get_if<Accent>(&node.content);
    return accent && is_one_of(accent->mark, {"⏞", "⏟", "⎴", "⎵", "⏠", "⏡"});
}

/// Whether scripts of what was just read stand under and over it.
bool takes_limits(const Nodes& base, bool named_limits) {
    if (base.size() != 1) return false;
    const auto* sign = std::get_if<Operator>(&base.front().content);
    const auto* classed = std::get_if<Classed>(&base.front().content);
    return named_limits || is_brace(base.front()) || (sign && sign->role == OperatorRole::large) ||
           (classed && classed->kind == SignClass::large);
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

/// `above \over below`: what is read already stands over the rest of the row.
Nodes read_infix(const InfixCommand& command, Nodes above, Reading& reading) {
    Fraction fraction{std::move(above), read_row(reading, reading.stop), command.line};
    Node node{std::move(fraction)};
    if (command.open.empty()) return {std::move(node)};
    return {{Fenced{std::string(command.open), std::string(command.close), {std::move(node)}}}};
}

}  // namespace

void Reading::fail(std::string_view what) {
    if (problem.empty()) problem = what.empty() ? say("its end") : say("'{}'", what);
}

void Reading::expect(std::string_view text, std::string_view what) {
    if (!failed() && !lexer.take_if(text)) fail(what);
}

void Reading::tell(std::string_view part, Message message, Message hint) {
    Problem& one = unread.emplace_back(Problem{std::move(message), std::move(hint)});
    const auto* begin = source.data();
    if (part.data() < begin || part.data() + part.size() > begin + source.size()) return;
    one.offset = static_cast<std::size_t>(part.data() - begin);
    one.length = part.size();
}

Node Reading::keep(std::string_view written) {
    if (macros.exhausted && macros.find(written.substr(1)) != nullptr)
        tell(written, say("a macro of a formula stands for itself, or for too much"),
             say("write out what it stands for"));
    else
        tell(written,
             say("formula has '{}', which is not known; that is shown as it is written", written),
             say("correct it, or write it with other commands"));
    return {Unread{std::string(written)}};
}

bool ends_row(std::string_view token) {
    return token.empty() || is_one_of(token, {"}", "&", "\\\\", "\\cr", "\\newline", "\\end",
                                              "\\right", "\\middle"});
}

void append(Nodes& to, Nodes from) {
    if (from.empty()) from.push_back({Space{0}});
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

Nodes grouped(Nodes nodes) {
    if (nodes.size() == 1) return nodes;
    return {{Group{std::move(nodes)}}};
}

Nodes read_row(Reading& reading, std::string_view stop) {
    Nodes nodes;
    const auto outer = std::exchange(reading.stop, stop);
    const auto alphabet = reading.alphabet;
    const std::size_t macros = reading.macros.defined.size();
    if (++reading.depth > Reading::deepest) reading.fail("{");
    while (!reading.failed()) {
        const Token next = reading.lexer.peek();
        if (ends_row(next.text) || (!stop.empty() && next.text == stop)) break;
        if (const auto* infix = find_command(infixes, next.command())) {
            reading.lexer.take();
            nodes = read_infix(*infix, std::move(nodes), reading);
            break;
        }
        add_with_scripts(nodes, reading);
    }
    --reading.depth;
    // Definitions and alphabets hold to the end of their group; the whole formula is one.
    if (reading.depth > 0) reading.macros.defined.resize(macros);
    reading.alphabet = alphabet;
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

Nodes read_inside(std::string_view raw, Reading& reading) {
    Lexer outer = std::exchange(reading.lexer, Lexer(raw, reading.macros));
    ++reading.inside;
    Nodes nodes = read_row(reading);
    while (!reading.failed() && !reading.lexer.peek().text.empty()) {
        nodes.push_back(reading.keep(reading.lexer.take().text));
        append(nodes, read_row(reading));
    }
    --reading.inside;
    reading.lexer = std::move(outer);
    return nodes;
}

Nodes read_braced(Reading& reading) {
    reading.lexer.take();
    Nodes nodes = read_row(reading);
    reading.expect("}", reading.lexer.peek().text);
    return nodes;
}

}  // namespace triptych::doc::tex
