#include "deck_html/formula_characters.hpp"

#include <string_view>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/tex.hpp"

namespace triptych::deck_html {
namespace {

namespace tex = doc::tex;

constexpr char32_t root_sign = 0x221A;

/// A single letter is shown in italics (MathML Core §2.1.6).
char32_t italic_of(char32_t c) {
    if (c == U'h') return 0x210E;
    if (c >= U'A' && c <= U'Z') return 0x1D434 + (c - U'A');
    if (c >= U'a' && c <= U'z') return 0x1D44E + (c - U'a');
    if (c >= 0x391 && c <= 0x3A9) return 0x1D6E2 + (c - 0x391);
    if (c >= 0x3B1 && c <= 0x3C9) return 0x1D6FC + (c - 0x3B1);
    return c;
}

class FormulaCollector {
public:
    void add_all(const tex::Nodes& nodes) {
        for (const auto& node : nodes) add_one(node);
    }
    std::set<char32_t> take() { return std::move(characters_); }

private:
    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = text::next_code_point(text, at);
            characters_.insert({c, italic_of(c)});
        }
    }
    // Long because every kind of node has its line.
    void add_one(const tex::Node& node) {
        std::visit(Match{[&](const tex::Identifier& one) { add(one.text); },
                         [&](const tex::Number& one) { add(one.text); },
                         [&](const tex::Operator& one) { add(one.text); },
                         [&](const tex::Words& one) { add(one.text); }, [](const tex::Space&) {},
                         [&](const tex::Group& one) { add_all(one.body); },
                         [&](const tex::Fraction& one) {
                             add_all(one.above);
                             add_all(one.below);
                         },
                         [&](const tex::Root& one) {
                             characters_.insert(root_sign);
                             add_all(one.degree);
                             add_all(one.body);
                         },
                         [&](const tex::Scripts& one) {
                             add_all(one.base);
                             add_all(one.below);
                             add_all(one.above);
                         },
                         [&](const tex::Fenced& one) {
                             add(one.open + one.close);
                             add_all(one.body);
                         },
                         [&](const tex::Accent& one) {
                             add(one.mark);
                             add_all(one.body);
                         },
                         [&](const tex::Matrix& one) { add_matrix(one); },
                         [&](const tex::Styled& one) { add_all(one.body); }},
                   node.content);
    }
    void add_matrix(const tex::Matrix& matrix) {
        add(matrix.open + matrix.close);
        for (const auto& row : matrix.rows)
            for (const auto& cell : row) add_all(cell);
    }

    std::set<char32_t> characters_;
};

}  // namespace

std::set<char32_t> formula_characters(const std::string& source) {
    const auto parsed = tex::parse(source);
    if (!parsed.formula) return {};
    FormulaCollector collector;
    collector.add_all(*parsed.formula);
    return collector.take();
}

}  // namespace triptych::deck_html
