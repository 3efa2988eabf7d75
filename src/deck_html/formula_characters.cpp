#include "deck_html/formula_characters.hpp"

#include <string_view>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/tex.hpp"
#include "doc/tex/letters.hpp"
#include "markup/mathml.hpp"

namespace triptych::deck_html {
namespace {

namespace tex = doc::tex;

constexpr char32_t root_sign = 0x221A;

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
            characters_.insert({c, tex::italic_letter(c)});
        }
    }
    void add_one(const tex::Node& node) {
        std::visit(Match{[&](const tex::Identifier& one) { add(one.text); },
                         [&](const tex::Number& one) { add(one.text); },
                         [&](const tex::Operator& one) { add(one.text); },
                         [&](const tex::Words& one) { add(one.text); },
                         [&](const tex::Unread& one) { add(one.source); },
                         [&](const tex::Root&) { characters_.insert(root_sign); },
                         [&](const tex::Fenced& one) { add(one.open + one.close); },
                         [&](const tex::Accent& one) { add(markup::drawn_mark(one)); },
                         [&](const tex::Arrow& one) { add(markup::drawn_arrow(one)); },
                         [&](const tex::Matrix& one) {
                             add(one.open + one.close);
                             for (const auto& tag : one.tags) add(tag);
                         },
                         [](const auto&) {}},
                   node.content);
        tex::for_each_row(node, [&](const tex::Nodes& row) { add_all(row); });
    }

    std::set<char32_t> characters_;
};

}  // namespace

std::set<char32_t> formula_characters(const std::string& source, doc::tex::Place place) {
    const auto parsed = tex::parse(source, place);
    if (!parsed.formula) return {};
    FormulaCollector collector;
    collector.add_all(*parsed.formula);
    return collector.take();
}

}  // namespace triptych::deck_html
