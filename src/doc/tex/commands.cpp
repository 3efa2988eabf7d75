#include "doc/tex/commands.hpp"

#include <utility>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/reading.hpp"

namespace triptych::doc::tex {

namespace {

/// Words of `\text{…}` without its escapes.
std::string unescaped(std::string_view raw) {
    std::string words;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
        if (raw[i] != '{' && raw[i] != '}') words += raw[i] == '~' ? ' ' : raw[i];
    }
    return words;
}

/// What stands behind `\left` or `\right`; a point stands for nothing.
std::string delimiter(Reading& reading) {
    const Token token = reading.lexer.take();
    if (token.text == "." || token.text.empty()) return {};
    if (token.text == "<") return "⟨";
    if (token.text == ">") return "⟩";
    if (!token.is_command()) return std::string(token.text);
    const auto* symbol = find_symbol(token.command());
    if (symbol == nullptr) reading.fail(token.text);
    return symbol ? std::string(symbol->text) : std::string();
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

Node read_words(const WordsCommand& command, Reading& reading) {
    const auto raw = reading.lexer.take_raw_group();
    if (!raw) reading.fail("\\text");
    return {Words{unescaped(raw.value_or(std::string_view())), command.bold, command.italic}};
}

Node read_operator_name(Reading& reading) {
    const bool limits = reading.lexer.take_if("*");
    const auto raw = reading.lexer.take_raw_group();
    if (!raw) reading.fail("\\operatorname");
    reading.limits = limits;
    return {Identifier{unescaped(raw.value_or(std::string_view())), true, true}};
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

Nodes read_negated(Reading& reading) {
    Nodes nodes = read_argument(reading);
    auto* sign = nodes.size() == 1 ? std::get_if<Operator>(&nodes.front().content) : nullptr;
    if (sign == nullptr) reading.fail("\\not");
    if (sign != nullptr) sign->text = text::nfc(sign->text + "\u0338");
    return nodes;
}

Node read_stacked(AccentPlace place, Reading& reading) {
    Scripts scripts;
    scripts.limits = true;
    (place == AccentPlace::over ? scripts.above : scripts.below) = read_argument(reading);
    scripts.base = read_argument(reading);
    return {std::move(scripts)};
}

/// The argument in an alphabet; letters of a word stay together.
Nodes read_in(Alphabet alphabet, Reading& reading) {
    const Alphabet outer = std::exchange(reading.alphabet, alphabet);
    Nodes nodes = read_argument(reading);
    reading.alphabet = outer;
    Nodes joined;
    for (auto& node : nodes) {
        const auto* letter = std::get_if<Identifier>(&node.content);
        auto* word = joined.empty() ? nullptr : std::get_if<Identifier>(&joined.back().content);
        if (letter && word && letter->upright && word->upright)
            word->text += letter->text;
        else
            joined.push_back(std::move(node));
    }
    if (joined.size() == 1) return joined;
    return {{Group{std::move(joined)}}};
}

}  // namespace

// Long because it is the table of the commands that take arguments.
Nodes read_command(std::string_view name, Reading& reading) {
    if (const auto* found = find_command(fractions, name)) return {read_fraction(*found, reading)};
    if (const auto* found = find_command(words_commands, name))
        return {read_words(*found, reading)};
    if (const auto* found = find_command(styles, name)) return {read_styled(found->level, reading)};
    if (const auto* found = find_command(sizes, name)) return {read_sized(found->size, reading)};
    if (name == "sqrt") return {read_root(reading)};
    if (name == "operatorname") return {read_operator_name(reading)};
    if (name == "left") return {read_fenced(reading)};
    if (name == "begin") return {read_environment(reading)};
    if (name == "not") return read_negated(reading);
    if (is_one_of(name, {"stackrel", "overset"})) return {read_stacked(AccentPlace::over, reading)};
    if (name == "underset") return {read_stacked(AccentPlace::under, reading)};
    if (is_one_of(name, {"nonumber", "notag"})) return {};
    if (const auto* space = find_command(spaces, name)) return {{Space{space->width}}};
    if (const auto* accent = find_command(accents, name))
        return {{Accent{std::string(accent->mark), accent->place, accent->wide,
                        read_argument(reading)}}};
    if (const auto* alphabet = find_command(alphabets, name))
        return read_in(alphabet->alphabet, reading);
    return read_symbol(name, reading);
}

}  // namespace triptych::doc::tex
