#include "doc/tex/commands.hpp"

#include <utility>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/reading.hpp"

namespace triptych::doc::tex {

namespace {

/// What stands behind `\left` or `\right`; a point stands for nothing.
std::string delimiter(Reading& reading) {
    const Token token = reading.lexer.take();
    if (token.text == "." || token.text.empty()) return {};
    if (token.text == "<") return "⟨";
    if (token.text == ">") return "⟩";
    if (!token.is_command()) return std::string(token.text);
    const auto* symbol = find_symbol(token.command());
    if (symbol == nullptr) reading.keep(token.text);
    return std::string(symbol ? symbol->text : token.text);
}

Node read_fraction(const FractionCommand& command, Reading& reading) {
    Fraction fraction;
    fraction.line = command.line;
    fraction.above = read_argument(reading);
    fraction.below = read_argument(reading);
    Node node{std::move(fraction)};
    if (!command.line) node = {Fenced{"(", ")", {std::move(node)}}};
    if (!command.level) return node;
    return {Group{{{Styled{*command.level, {std::move(node)}}}}}};
}

/// The rest of the row.
Node read_styled(StyleLevel level, Reading& reading) {
    return {Styled{level, read_row(reading, reading.stop)}};
}

Node read_sized(std::uint8_t size, Reading& reading) {
    return {Operator{delimiter(reading), OperatorRole::fence, size}};
}

Node read_root(Reading& reading) {
    Root root;
    if (reading.lexer.take_if("[")) {
        root.degree = read_row(reading, "]");
        reading.expect("]", "[");
    }
    root.body = read_argument(reading);
    return {std::move(root)};
}

Nodes read_text(std::string_view written, const WordsCommand& command, Reading& reading) {
    if (ends_row(reading.lexer.peek().text)) reading.fail(written);
    Nodes nodes =
        read_words(reading.lexer.take_raw_argument(), {command.bold, command.italic}, reading);
    if (nodes.empty()) nodes.push_back({Words{}});
    return grouped(std::move(nodes));
}

/// Upright letters are a name; anything else keeps its form and stands off like one.
Node read_operator_name(Reading& reading) {
    const bool limits = reading.lexer.take_if("*");
    const auto outer = std::exchange(reading.alphabet, Alphabet::roman);
    Nodes nodes = read_argument(reading);
    reading.alphabet = outer;
    reading.limits = limits;
    const auto name = plain_words(nodes);
    if (!name) return {Classed{SignClass::large, std::move(nodes)}};
    return {Identifier{*name, true, true}};
}

Node read_fenced(Reading& reading) {
    Fenced fenced;
    fenced.open = delimiter(reading);
    fenced.body = read_row(reading);
    while (!reading.failed() && reading.lexer.take_if("\\middle")) {
        fenced.body.push_back({Operator{delimiter(reading), OperatorRole::middle}});
        append(fenced.body, read_row(reading));
    }
    reading.expect("\\right", "\\left");
    fenced.close = delimiter(reading);
    return {std::move(fenced)};
}

/// The sign with a stroke, as one character where there is one.
Nodes read_negated(Reading& reading) {
    Nodes nodes = read_argument(reading);
    auto* group = nodes.size() == 1 ? std::get_if<Group>(&nodes.front().content) : nullptr;
    if (group != nullptr && group->body.size() == 1) nodes = Nodes(group->body);
    auto* sign = nodes.size() == 1 ? std::get_if<Operator>(&nodes.front().content) : nullptr;
    auto* letter = nodes.size() == 1 ? std::get_if<Identifier>(&nodes.front().content) : nullptr;
    if (sign != nullptr)
        sign->text = text::nfc(sign->text + "\u0338");
    else if (letter != nullptr)
        letter->text = text::nfc(letter->text + "\u0338");
    else
        return {{Enclosed{false, true, false, false, std::move(nodes)}}};
    return nodes;
}

Node read_stacked(AccentPlace place, Reading& reading) {
    Scripts scripts;
    scripts.limits = true;
    (place == AccentPlace::over ? scripts.above : scripts.below) = read_argument(reading);
    scripts.base = read_argument(reading);
    return {std::move(scripts)};
}

/// Letters of a word stay together.
Nodes joined(Nodes nodes) {
    Nodes words;
    for (auto& node : nodes) {
        const auto* letter = std::get_if<Identifier>(&node.content);
        auto* word = words.empty() ? nullptr : std::get_if<Identifier>(&words.back().content);
        if (letter && word && letter->upright && word->upright)
            word->text += letter->text;
        else
            words.push_back(std::move(node));
    }
    return words;
}

/// The argument in an alphabet.
Nodes read_in(Alphabet alphabet, Reading& reading) {
    const Alphabet outer = std::exchange(reading.alphabet, alphabet);
    Nodes nodes = read_argument(reading);
    reading.alphabet = outer;
    return grouped(joined(std::move(nodes)));
}

Node read_arrow(const ArrowCommand& command, Reading& reading) {
    Arrow arrow{std::string(command.sign), {}, {}};
    if (reading.lexer.take_if("[")) {
        arrow.below = read_row(reading, "]");
        reading.expect("]", "[");
    }
    arrow.above = read_argument(reading);
    return {std::move(arrow)};
}

/// `\pod`: in brackets, away from what it belongs to.
Nodes read_pod(Reading& reading) {
    Nodes nodes = {{Space{reading.place == Place::in_line ? 444 : 1000}},
                   {Operator{"(", OperatorRole::fence}}};
    append(nodes, read_argument(reading));
    nodes.push_back({Operator{")", OperatorRole::fence}});
    return nodes;
}

/// `\genfrac{(}{)}{0pt}{1}{above}{below}`.
Node read_general_fraction(Reading& reading) {
    const std::string open(text::trim(reading.lexer.take_raw_argument()));
    const std::string close(text::trim(reading.lexer.take_raw_argument()));
    const std::string_view line = text::trim(reading.lexer.take_raw_argument());
    const std::string_view level = text::trim(reading.lexer.take_raw_argument());
    Fraction fraction{read_argument(reading), read_argument(reading), !line.starts_with('0')};
    Node node{std::move(fraction)};
    if (!open.empty() || !close.empty())
        node = {
            Fenced{open == "\\{" ? "{" : open, close == "\\}" ? "}" : close, {std::move(node)}}};
    if (level.size() != 1 || level[0] < '0' || level[0] > '3') return node;
    return {Group{{{Styled{static_cast<StyleLevel>(level[0] - '0'), {std::move(node)}}}}}};
}

}  // namespace

// Long because it is the table of the commands that take arguments.
Nodes read_command(std::string_view written, Reading& reading) {
    const auto name = written.substr(1);
    if (const auto* found = find_command(fractions, name)) return {read_fraction(*found, reading)};
    if (const auto* found = find_command(words_commands, name))
        return read_text(written, *found, reading);
    if (const auto* found = find_command(styles, name)) return {read_styled(found->level, reading)};
    if (const auto* found = find_command(sizes, name)) return {read_sized(found->size, reading)};
    if (name == "sqrt") return {read_root(reading)};
    if (name == "operatorname") return {read_operator_name(reading)};
    if (name == "left") return {read_fenced(reading)};
    if (name == "begin") return read_environment(reading);
    if (name == "ce" || name == "pu")
        return grouped(read_chemistry(reading.lexer.take_raw_argument(), reading));
    if (name == "pod") return read_pod(reading);
    if (name == "mod") {
        const int before = reading.place == Place::in_line ? 667 : 1000;
        return {{Space{before}}, {Identifier{"mod", true}}, {Space{333}}};
    }
    if (name == "genfrac") return {read_general_fraction(reading)};
    if (name == "not") return read_negated(reading);
    if (is_one_of(name, {"stackrel", "overset"})) return {read_stacked(AccentPlace::over, reading)};
    if (name == "underset") return {read_stacked(AccentPlace::under, reading)};
    if (const auto* found = find_command(classes, name))
        return {{Classed{found->kind, read_argument(reading)}}};
    if (const auto* found = find_command(arrows, name)) return {read_arrow(*found, reading)};
    if (const auto* space = find_command(spaces, name)) return {{Space{space->width}}};
    if (const auto* accent = find_command(accents, name))
        return {{Accent{std::string(accent->mark), accent->place, accent->wide,
                        read_argument(reading)}}};
    if (const auto* alphabet = find_command(alphabets, name))
        return read_in(alphabet->alphabet, reading);
    if (const auto* found = find_command(alphabet_switches, name)) {
        reading.alphabet = found->alphabet;
        return {};
    }
    if (auto nodes = read_look(name, reading)) return std::move(*nodes);
    if (auto nodes = read_unseen(name, reading)) return std::move(*nodes);
    return read_symbol(written, reading);
}

}  // namespace triptych::doc::tex
