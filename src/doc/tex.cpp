#include "doc/tex.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/commands.hpp"
#include "doc/tex/lexer.hpp"
#include "doc/tex/symbols.hpp"

namespace triptych::doc::tex {
namespace {

constexpr int deepest = 50;

Node symbol_node(const Symbol& symbol) {
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
        case SymbolKind::fence:
            return {Operator{text, OperatorRole::fence}};
        case SymbolKind::large:
            return {Operator{text, OperatorRole::large}};
        case SymbolKind::integral:
            return {Operator{text, OperatorRole::integral}};
    }
    return {Identifier{text, false}};
}

Node sign_node(std::string_view sign) {
    if (sign == "-") return {Operator{"−", OperatorRole::ordinary}};
    const bool fence = is_one_of(sign, {"(", ")", "[", "]", "|"});
    const bool punctuation = is_one_of(sign, {",", ";"});
    return {Operator{std::string(sign), fence         ? OperatorRole::fence
                                        : punctuation ? OperatorRole::punctuation
                                                      : OperatorRole::ordinary}};
}

/// Words of `\text{…}` without its escapes.
std::string unescaped(std::string_view raw) {
    std::string words;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
        if (raw[i] != '{' && raw[i] != '}') words += raw[i] == '~' ? ' ' : raw[i];
    }
    return words;
}

/// Whether scripts of what was just read stand under and over it.
bool takes_limits(const Nodes& base, bool named_limits) {
    if (base.size() != 1) return false;
    const auto* sign = std::get_if<Operator>(&base.front().content);
    const bool brace = std::holds_alternative<Accent>(base.front().content) &&
                       is_one_of(std::get<Accent>(base.front().content).mark, {"⏞", "⏟"});
    return named_limits || brace || (sign && sign->role == OperatorRole::large);
}

/// Recursive descent; the first problem ends it.
class Parser {
public:
    explicit Parser(std::string_view source) : lexer_(source) {}

    Parsed parse() {
        Nodes nodes = row();
        if (const auto left = lexer_.peek().text; !left.empty()) fail(left);
        if (!problem_.empty()) return {std::nullopt, std::move(problem_)};
        return {std::move(nodes), {}};
    }

private:
    void fail(std::string_view what) {
        if (problem_.empty())
            problem_ = what.empty() ? "its end" : std::string("'").append(what).append("'");
    }
    bool failed() const { return !problem_.empty(); }

    static bool ends_row(std::string_view token) {
        return token.empty() ||
               is_one_of(token, {"}", "&", "\\\\", "\\cr", "\\end", "\\right", "\\middle"});
    }

    /// Nodes up to what ends a row, which is left for the caller. `stop` ends it, too.
    Nodes row(std::string_view stop = {}) {
        Nodes nodes;
        const auto outer = std::exchange(stop_, stop);
        if (++depth_ > deepest) fail("{");
        while (!failed()) {
            const auto next = lexer_.peek().text;
            if (ends_row(next) || (!stop.empty() && next == stop)) break;
            add_with_scripts(nodes);
        }
        --depth_;
        stop_ = outer;
        return nodes;
    }

    void add_with_scripts(Nodes& nodes) {
        limits_ = false;
        Nodes base;
        if (const auto next = lexer_.peek().text; next != "^" && next != "_" && next != "'")
            base = atom();
        const bool limits = read_limits(base);
        Scripts scripts{std::move(base), {}, {}, limits};
        read_scripts(scripts);
        if (scripts.below.empty() && scripts.above.empty())
            std::move(scripts.base.begin(), scripts.base.end(), std::back_inserter(nodes));
        else
            nodes.push_back({std::move(scripts)});
    }

    bool read_limits(const Nodes& base) {
        const bool limits = takes_limits(base, limits_);
        if (lexer_.take_if("\\limits")) return true;
        return !lexer_.take_if("\\nolimits") && limits;
    }

    void read_scripts(Scripts& scripts) {
        while (!failed()) {
            if (lexer_.take_if("'")) {
                scripts.above.push_back({Operator{"′", OperatorRole::ordinary}});
            } else if (lexer_.take_if("^")) {
                append(scripts.above, argument());
            } else if (scripts.below.empty() && lexer_.take_if("_")) {
                scripts.below = argument();
                if (scripts.below.empty()) scripts.below.push_back({Space{0}});
            } else {
                break;
            }
        }
    }

    static void append(Nodes& to, Nodes from) {
        if (from.empty()) from.push_back({Space{0}});
        std::move(from.begin(), from.end(), std::back_inserter(to));
    }

    /// What a command or a script applies to: a group or one atom.
    Nodes argument() {
        if (lexer_.peek().text == "{") return braced();
        if (ends_row(lexer_.peek().text)) fail(lexer_.peek().text);
        if (++depth_ > deepest) fail("{");
        Nodes nodes = failed() ? Nodes{} : atom(Digits::one);
        --depth_;
        return nodes;
    }

    Nodes braced() {
        lexer_.take();
        Nodes nodes = row();
        if (!failed() && !lexer_.take_if("}")) fail(lexer_.peek().text);
        return nodes;
    }

    /// `^12` raises the one only.
    enum class Digits : std::uint8_t { all, one };

    Nodes atom(Digits digits = Digits::all) {
        if (lexer_.peek().text == "{") return {{Group{braced()}}};
        const Token token = lexer_.take();
        if (token.text.size() > 1 && token.text.front() == '\\') return command(token.command());
        const char c = token.text.front();
        if (ascii::is_digit(c)) return {number(c, digits)};
        if (ascii::is_letter(c)) return {{Identifier{letter_in(alphabet_, c), is_upright()}}};
        if (c == '~') return {{Space{250}}};
        if (is_one_of(token.text, {"$", "#", "%", "\\", "^", "_"})) fail(token.text);
        if (static_cast<unsigned char>(c) >= 0x80) return {typed(token.text)};
        return {sign_node(token.text)};
    }

    /// A sign typed as itself is what its command stands for.
    static Node typed(std::string_view sign) {
        const auto* symbol = find_symbol_for(sign);
        return symbol ? symbol_node(*symbol) : Node{Identifier{std::string(sign), true}};
    }

    bool is_upright() const { return alphabet_ != Alphabet::italic; }

    Node number(char first, Digits digits) {
        std::string text = letter_in(alphabet_, first);
        while (digits == Digits::all && lexer_.continues_number())
            text += letter_in(alphabet_, lexer_.take().text.front());
        return {Number{std::move(text)}};
    }

    // Long because it is the table of the commands that take arguments.
    Nodes command(std::string_view name) {
        if (const auto* found = find_command(fractions, name)) return {fraction(*found)};
        if (const auto* found = find_command(words_commands, name)) return {words(*found)};
        if (const auto* found = find_command(styles, name)) return {styled(found->level)};
        if (const auto* found = find_command(sizes, name)) return {sized(found->size)};
        if (name == "sqrt") return {root()};
        if (name == "operatorname") return {operator_name()};
        if (name == "left") return {fenced()};
        if (name == "begin") return {environment()};
        if (name == "not") return negated();
        if (is_one_of(name, {"stackrel", "overset"})) return {stacked(AccentPlace::over)};
        if (name == "underset") return {stacked(AccentPlace::under)};
        if (is_one_of(name, {"nonumber", "notag"})) return {};
        if (const auto* space = find_command(spaces, name)) return {{Space{space->width}}};
        if (const auto* accent = find_command(accents, name))
            return {{Accent{std::string(accent->mark), accent->place, accent->wide, argument()}}};
        if (const auto* alphabet = find_command(alphabets, name)) return in(alphabet->alphabet);
        return symbol(name);
    }

    Nodes symbol(std::string_view name) {
        const auto* symbol = find_symbol(name);
        if (symbol == nullptr) {
            fail(std::string("\\").append(name));
            return {};
        }
        limits_ = symbol->kind == SymbolKind::function_with_limits;
        const bool bold = alphabet_ == Alphabet::bold && bold_greek(symbol->text) != symbol->text;
        if (bold) return {{Identifier{bold_greek(symbol->text), true}}};
        return {symbol_node(*symbol)};
    }

    Node fraction(const FractionCommand& command) {
        Fraction fraction;
        fraction.line = command.line;
        fraction.above = argument();
        fraction.below = argument();
        Node node{std::move(fraction)};
        if (!command.line) node = {Fenced{"(", ")", {std::move(node)}}};
        if (!command.level) return node;
        return {Group{{{Styled{*command.level, {std::move(node)}}}}}};
    }

    /// The rest of the row.
    Node styled(StyleLevel level) { return {Styled{level, row(stop_)}}; }

    Node sized(std::uint8_t size) { return {Operator{delimiter(), OperatorRole::fence, size}}; }

    Node root() {
        Root root;
        if (lexer_.take_if("[")) {
            root.degree = row("]");
            if (!failed() && !lexer_.take_if("]")) fail("[");
        }
        root.body = argument();
        return {std::move(root)};
    }

    Node words(const WordsCommand& command) {
        const auto raw = lexer_.take_raw_group();
        if (!raw) fail("\\text");
        return {Words{unescaped(raw.value_or(std::string_view())), command.bold, command.italic}};
    }

    Node operator_name() {
        const bool limits = lexer_.take_if("*");
        const auto raw = lexer_.take_raw_group();
        if (!raw) fail("\\operatorname");
        limits_ = limits;
        return {Identifier{unescaped(raw.value_or(std::string_view())), true, true}};
    }

    /// What stands behind `\left` or `\right`; a point stands for nothing.
    std::string delimiter() {
        const Token token = lexer_.take();
        if (token.text == "." || token.text.empty()) return {};
        if (token.text == "<") return "⟨";
        if (token.text == ">") return "⟩";
        if (!token.is_command()) return std::string(token.text);
        const auto* symbol = find_symbol(token.command());
        if (symbol == nullptr) fail(token.text);
        return symbol ? std::string(symbol->text) : std::string();
    }

    Node fenced() {
        Fenced fenced;
        fenced.open = delimiter();
        fenced.body = row();
        while (!failed() && lexer_.take_if("\\middle")) {
            fenced.body.push_back({Operator{delimiter(), OperatorRole::middle}});
            append(fenced.body, row());
        }
        if (!failed() && !lexer_.take_if("\\right")) fail("\\left");
        fenced.close = delimiter();
        return {std::move(fenced)};
    }

    Nodes negated() {
        Nodes nodes = argument();
        auto* sign = nodes.size() == 1 ? std::get_if<Operator>(&nodes.front().content) : nullptr;
        if (sign == nullptr) fail("\\not");
        if (sign != nullptr) sign->text = text::nfc(sign->text + "\u0338");
        return nodes;
    }

    Node stacked(AccentPlace place) {
        Scripts scripts;
        scripts.limits = true;
        (place == AccentPlace::over ? scripts.above : scripts.below) = argument();
        scripts.base = argument();
        return {std::move(scripts)};
    }

    /// The argument in an alphabet; letters of a word stay together.
    Nodes in(Alphabet alphabet) {
        const Alphabet outer = std::exchange(alphabet_, alphabet);
        Nodes nodes = argument();
        alphabet_ = outer;
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

    Node environment() {
        const auto name = lexer_.take_raw_group().value_or(std::string_view());
        const auto* found = find_command(environments, name);
        if (found == nullptr) {
            fail(std::string("\\begin{").append(name).append("}"));
            return {Group{}};
        }
        Matrix matrix{std::string(found->open), std::string(found->close), found->kind, {}, {}, {}};
        if (name == "array") matrix.columns = columns();
        read_rows(matrix);
        if (!failed() && !(lexer_.take_if("\\end") && lexer_.take_raw_group() == name))
            fail(std::string("\\begin{").append(name).append("}"));
        return {std::move(matrix)};
    }

    std::string columns() {
        std::string kept(lexer_.take_raw_group().value_or(std::string_view()));
        std::erase_if(kept, [](char c) { return c != 'l' && c != 'c' && c != 'r' && c != '|'; });
        return kept;
    }

    void read_rules(Matrix& matrix) {
        while (lexer_.take_if("\\hline"))
            matrix.rules.push_back(static_cast<std::uint32_t>(matrix.rows.size() - 1));
    }

    void read_rows(Matrix& matrix) {
        matrix.rows.emplace_back();
        read_rules(matrix);
        while (!failed()) {
            matrix.rows.back().push_back(row());
            if (lexer_.take_if("&")) continue;
            if (!lexer_.take_if("\\\\") && !lexer_.take_if("\\cr")) break;
            skip_row_space();
            matrix.rows.emplace_back();
            read_rules(matrix);
            if (lexer_.peek().text != "\\end") continue;
            matrix.rows.pop_back();
            break;
        }
    }

    /// `\\[4pt]`: the space is not ours to set.
    void skip_row_space() {
        if (!lexer_.take_if("[")) return;
        while (!lexer_.peek().text.empty() && !lexer_.take_if("]")) lexer_.take();
    }

    Lexer lexer_;
    std::string problem_;
    Alphabet alphabet_ = Alphabet::italic;
    std::string_view stop_;  ///< ends the row being read
    int depth_ = 0;
    bool limits_ = false;  ///< the symbol read last takes limits
};

}  // namespace

Parsed parse(std::string_view source) { return Parser(source).parse(); }

}  // namespace triptych::doc::tex
