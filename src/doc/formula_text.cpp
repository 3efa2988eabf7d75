#include "doc/formula_text.hpp"

#include <string_view>

#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/text.hpp"

namespace triptych::doc {

namespace {

struct Raised {
    char32_t letter, above, below;  ///< 0: Unicode has none
};
constexpr Raised raised[] = {
    {U'0', U'⁰', U'₀'}, {U'1', U'¹', U'₁'}, {U'2', U'²', U'₂'}, {U'3', U'³', U'₃'},
    {U'4', U'⁴', U'₄'}, {U'5', U'⁵', U'₅'}, {U'6', U'⁶', U'₆'}, {U'7', U'⁷', U'₇'},
    {U'8', U'⁸', U'₈'}, {U'9', U'⁹', U'₉'}, {U'+', U'⁺', U'₊'}, {U'−', U'⁻', U'₋'},
    {U'(', U'⁽', U'₍'}, {U')', U'⁾', U'₎'}, {U'n', U'ⁿ', U'ₙ'}, {U'i', U'ⁱ', U'ᵢ'},
    {U'j', 0, U'ⱼ'},    {U'k', 0, U'ₖ'},    {U'm', 0, U'ₘ'},    {U't', 0, U'ₜ'},
    {U'x', 0, U'ₓ'},    {U'′', U'′', 0},    {U'∘', U'°', 0},    {U'∗', U'*', 0}};

char32_t raised_form(char32_t letter, bool above) {
    for (const auto& one : raised)
        if (one.letter == letter) return above ? one.above : one.below;
    return 0;
}

/// A script as Unicode has it, or behind a sign, in brackets where it is longer.
std::string script(const std::string& text, bool above) {
    if (text.empty()) return {};
    std::string small;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t form = raised_form(text::next_code_point(text, at), above);
        if (form == 0) {
            std::size_t first = 0;
            text::next_code_point(text, first);
            const bool one = first == text.size();
            return (above ? "^" : "_") + (one ? text : "(" + text + ")");
        }
        text::append_code_point(small, form);
    }
    return small;
}

class LineWriter {
public:
    std::string write(const tex::Nodes& nodes) {
        std::string all;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            all +=
                is_lone(nodes, i) ? std::get<tex::Operator>(nodes[i].content).text : one(nodes[i]);
        return all;
    }

private:
    /// A sign of plus or minus that does not stand between two things.
    static bool is_lone(const tex::Nodes& nodes, std::size_t at) {
        const auto* sign = std::get_if<tex::Operator>(&nodes[at].content);
        if (sign == nullptr || !is_one_of(sign->text, {"−", "+", "±", "∓"})) return false;
        const auto* before = at > 0 ? std::get_if<tex::Operator>(&nodes[at - 1].content) : nullptr;
        return at == 0 || at + 1 == nodes.size() ||
               (before && !is_one_of(before->text, {")", "]", "}", "⟩", "|", "!"}));
    }

    // Long because every kind of node has its line.
    std::string one(const tex::Node& node) {
        return std::visit(
            Match{[](const tex::Identifier& n) { return n.function ? n.text + " " : n.text; },
                  [](const tex::Number& n) { return n.text; },
                  [](const tex::Operator& n) { return sign(n); },
                  [](const tex::Words& n) { return n.text; },
                  [](const tex::Space& n) { return std::string(n.width >= 200 ? " " : ""); },
                  [](const tex::Unread& n) { return n.source; },
                  [&](const tex::Fraction& n) {
                      return part(n.above) + (n.line ? "/" : " ¦ ") + part(n.below);
                  },
                  [&](const tex::Root& n) { return root(n); },
                  [&](const tex::Scripts& n) {
                      const std::string below = write(n.below), above = write(n.above);
                      return write(n.base) + script(below, false) + script(above, true);
                  },
                  [&](const tex::Fenced& n) { return n.open + write(n.body) + n.close; },
                  [&](const tex::Accent& n) { return write(n.body); },
                  [&](const tex::Arrow& n) { return arrow(n); },
                  [&](const tex::Matrix& n) { return matrix(n); },
                  [&](const tex::Padded& n) { return n.shown ? write(n.body) : std::string(" "); },
                  [&](const auto& n) { return write(n.body); }},
            node.content);
    }

    static std::string sign(const tex::Operator& one) {
        if (one.role == tex::OperatorRole::punctuation) return one.text + " ";
        const bool close = one.role != tex::OperatorRole::ordinary ||
                           is_one_of(one.text, {"′", "/", "!", "⋅", "∘", "*", "∗"});
        return close ? one.text : " " + one.text + " ";
    }
    /// In brackets where it is more than one thing.
    std::string part(const tex::Nodes& nodes) {
        const std::string text = write(nodes);
        return nodes.size() > 1 ? "(" + text + ")" : text;
    }
    std::string root(const tex::Root& one) {
        const std::string body = part(one.body);
        return script(write(one.degree), true) + "√" + body;
    }
    std::string arrow(const tex::Arrow& one) {
        std::string words = write(one.above);
        if (!one.below.empty()) words += (words.empty() ? "" : "; ") + write(one.below);
        return " " + one.sign + (words.empty() ? "" : "[" + words + "]") + " ";
    }
    std::string matrix(const tex::Matrix& one) {
        std::string all = one.open;
        for (std::size_t i = 0; i < one.rows.size(); ++i) {
            if (i > 0) all += "; ";
            for (std::size_t j = 0; j < one.rows[i].size(); ++j) {
                const bool equation = one.kind == tex::MatrixKind::aligned && j % 2 == 1;
                if (j > 0 && !equation) all += ", ";
                all += write(one.rows[i][j]);
            }
            if (i < one.tags.size() && !one.tags[i].empty()) all += " " + one.tags[i];
        }
        return all + one.close;
    }
};

}  // namespace

std::string formula_text(const tex::Nodes& formula) {
    return text::collapse_spaces(LineWriter().write(formula));
}

}  // namespace triptych::doc
