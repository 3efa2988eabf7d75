#include "doc/tex/reading.hpp"

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::doc::tex {

namespace {

Node sign_node(std::string_view sign) {
    if (sign == "-") return {Operator{"−", OperatorRole::ordinary}};
    const bool fence = is_one_of(sign, {"(", ")", "[", "]", "|"});
    const bool punctuation = is_one_of(sign, {",", ";"});
    return {Operator{std::string(sign), fence         ? OperatorRole::fence
                                        : punctuation ? OperatorRole::punctuation
                                                      : OperatorRole::ordinary}};
}

/// A sign typed as itself is what its command stands for.
Node typed(std::string_view sign) {
    if (const auto* symbol = find_symbol_for(sign)) return node_of(*symbol);
    std::size_t at = 0;
    if (is_sign(text::next_code_point(sign, at)))
        return {Operator{std::string(sign), OperatorRole::ordinary}};
    return {Identifier{std::string(sign), true}};
}

Node number(char first, Digits digits, Reading& reading) {
    std::string text = letter_in(reading.alphabet, first);
    while (digits == Digits::all && reading.lexer.continues_number())
        text += letter_in(reading.alphabet, reading.lexer.take().text.front());
    return {Number{std::move(text)}};
}

}  // namespace

Node node_of(const Symbol& symbol) {
    const std::string text(symbol.text);
    switch (symbol.kind) {
        case SymbolKind::letter:
            return {Identifier{text, false}};
        case SymbolKind::upright_letter:
            return {Identifier{text, true}};
        case SymbolKind::function:
        case SymbolKind::function_with_limits:
            return {Identifier{text, true, true}};
        case SymbolKind::sign:
            return {Operator{text, OperatorRole::ordinary}};
        case SymbolKind::punctuation:
            return {Operator{text, OperatorRole::punctuation}};
        case SymbolKind::fence:
            return {Operator{text, OperatorRole::fence}};
        case SymbolKind::large:
            return {Operator{text, OperatorRole::large}};
        case SymbolKind::integral:
            return {Operator{text, OperatorRole::integral}};
    }
    return {Identifier{text, false}};
}

Nodes read_atom(Reading& reading, Digits digits) {
    if (reading.lexer.peek().text == "{") return {{Group{read_braced(reading)}}};
    const Token token = reading.lexer.take();
    if (token.text.size() > 1 && token.text.front() == '\\')
        return read_command(token.text, reading);
    const char c = token.text.front();
    if (ascii::is_digit(c)) return {number(c, digits, reading)};
    if (ascii::is_letter(c))
        return {{Identifier{letter_in(reading.alphabet, c), reading.alphabet != Alphabet::italic}}};
    if (c == '~') return {{Space{250}}};
    if (is_one_of(token.text, {"^", "_"})) reading.fail(token.text);
    if (is_one_of(token.text, {"$", "#", "%", "\\"})) return {reading.keep(token.text)};
    if (static_cast<unsigned char>(c) >= 0x80) return {typed(token.text)};
    return {sign_node(token.text)};
}

Nodes read_symbol(std::string_view written, Reading& reading) {
    const auto name = written.substr(1);
    const auto* symbol = find_symbol(name);
    if (symbol == nullptr) return {reading.keep(written)};
    reading.limits = symbol->kind == SymbolKind::function_with_limits;
    const bool bold =
        reading.alphabet == Alphabet::bold && bold_greek(symbol->text) != symbol->text;
    if (bold) return {{Identifier{bold_greek(symbol->text), true}}};
    return {node_of(*symbol)};
}

}  // namespace triptych::doc::tex
