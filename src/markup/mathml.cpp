#include "markup/mathml.hpp"

#include <fmt/format.h>

#include <string>

#include "base/match.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "doc/tex.hpp"

namespace triptych::markup {
namespace {

namespace tex = doc::tex;

void append(pugi::xml_node parent, const tex::Nodes& nodes);

/// One element for `nodes`: elements such as `mfrac` count their children.
void append_row(pugi::xml_node parent, const tex::Nodes& nodes) {
    append(nodes.size() == 1 ? parent : element(parent, "mrow"), nodes);
}

bool is_one_letter(std::string_view text) {
    std::size_t at = 0;
    text::next_code_point(text, at);
    return at == text.size();
}

void append_identifier(pugi::xml_node parent, const tex::Identifier& identifier) {
    auto node = text_element(parent, "mi", identifier.text);
    if (identifier.upright && is_one_letter(identifier.text))
        xml::set_attribute(node, "mathvariant", "normal");
}

void append_fence(pugi::xml_node parent, std::string_view fence, const char* stretchy) {
    if (fence.empty()) return;
    auto node = text_element(parent, "mo", fence);
    xml::set_attribute(node, "fence", "true");
    xml::set_attribute(node, "stretchy", stretchy);
}

void append_bracket(pugi::xml_node parent, const tex::Operator& sign) {
    if (sign.size == 0 || sign.text.empty()) return append_fence(parent, sign.text, "false");
    append_fence(parent, sign.text, "true");
    const auto height = fmt::format("{:.1f}em", sign.size * 0.6 + 0.6);
    for (const char* name : {"minsize", "maxsize"})
        xml::set_attribute(parent.last_child(), name, height);
}

void append_operator(pugi::xml_node parent, const tex::Operator& sign) {
    if (sign.role == tex::OperatorRole::middle) return append_fence(parent, sign.text, "true");
    if (sign.role == tex::OperatorRole::fence) return append_bracket(parent, sign);
    auto node = text_element(parent, "mo", sign.text);
    if (sign.role == tex::OperatorRole::punctuation) xml::set_attribute(node, "separator", "true");
    if (sign.role == tex::OperatorRole::large) xml::set_attribute(node, "movablelimits", "true");
}

void append_space(pugi::xml_node parent, const tex::Space& space) {
    xml::set_attribute(element(parent, "mspace"), "width",
                       fmt::format("{:.3f}em", space.width / 1000.0));
}

void append_fraction(pugi::xml_node parent, const tex::Fraction& fraction) {
    auto node = element(parent, "mfrac");
    if (!fraction.line) xml::set_attribute(node, "linethickness", "0");
    append_row(node, fraction.above);
    append_row(node, fraction.below);
}

void append_root(pugi::xml_node parent, const tex::Root& root) {
    auto node = element(parent, root.degree.empty() ? "msqrt" : "mroot");
    append_row(node, root.body);
    if (!root.degree.empty()) append_row(node, root.degree);
}

const char* element_for(const tex::Scripts& scripts) {
    if (scripts.below.empty()) return scripts.limits ? "mover" : "msup";
    if (scripts.above.empty()) return scripts.limits ? "munder" : "msub";
    return scripts.limits ? "munderover" : "msubsup";
}

void append_scripts(pugi::xml_node parent, const tex::Scripts& scripts) {
    auto node = element(parent, element_for(scripts));
    append_row(node, scripts.base);
    if (!scripts.below.empty()) append_row(node, scripts.below);
    if (!scripts.above.empty()) append_row(node, scripts.above);
}

void append_fenced(pugi::xml_node parent, const tex::Fenced& fenced) {
    auto row = element(parent, "mrow");
    append_fence(row, fenced.open, "true");
    append(row, fenced.body);
    append_fence(row, fenced.close, "true");
}

void append_accent(pugi::xml_node parent, const tex::Accent& accent) {
    const bool over = accent.place == tex::AccentPlace::over;
    auto node = element(parent, over ? "mover" : "munder");
    xml::set_attribute(node, over ? "accent" : "accentunder", "true");
    append_row(node, accent.body);
    auto mark = text_element(node, "mo", accent.mark);
    xml::set_attribute(mark, "stretchy", accent.wide ? "true" : "false");
}

std::string alignment(const tex::Matrix& matrix) {
    switch (matrix.kind) {
        case tex::MatrixKind::matrix:
        case tex::MatrixKind::small:
        case tex::MatrixKind::gathered:
            return {};
        case tex::MatrixKind::cases:
            return "left";
        case tex::MatrixKind::aligned:
            return "right left";
        case tex::MatrixKind::array:
            break;
    }
    std::string columns;
    for (const char c : matrix.columns)
        if (c != '|')
            columns += std::string(columns.empty() ? "" : " ") + (c == 'l'   ? "left"
                                                                  : c == 'r' ? "right"
                                                                             : "center");
    return columns;
}

bool is_displayed(tex::MatrixKind kind) {
    return kind == tex::MatrixKind::aligned || kind == tex::MatrixKind::gathered;
}

void append_matrix(pugi::xml_node parent, const tex::Matrix& matrix) {
    auto row = element(parent, "mrow");
    append_fence(row, matrix.open, "true");
    auto table = element(row, "mtable");
    if (const auto align = alignment(matrix); !align.empty())
        xml::set_attribute(table, "columnalign", align);
    if (is_displayed(matrix.kind)) xml::set_attribute(table, "displaystyle", "true");
    for (const auto& line : matrix.rows) {
        auto cells = element(table, "mtr");
        for (const auto& cell : line) append(element(cells, "mtd"), cell);
    }
    append_fence(row, matrix.close, "true");
}

void append_styled(pugi::xml_node parent, const tex::Styled& styled) {
    constexpr const char* levels[] = {"0", "0", "1", "2"};
    auto node = element(parent, "mstyle");
    xml::set_attribute(node, "displaystyle",
                       styled.level == tex::StyleLevel::display ? "true" : "false");
    xml::set_attribute(node, "scriptlevel", levels[static_cast<std::size_t>(styled.level)]);
    append(node, styled.body);
}

void append(pugi::xml_node parent, const tex::Nodes& nodes) {
    for (const auto& node : nodes)
        std::visit(Match{
                       [&](const tex::Identifier& one) { append_identifier(parent, one); },
                       [&](const tex::Number& one) { text_element(parent, "mn", one.text); },
                       [&](const tex::Operator& one) { append_operator(parent, one); },
                       [&](const tex::Words& one) {
                           text_element(parent, "mtext",
                                        text::replace_all(one.text, " ", "\u00A0"));
                       },
                       [&](const tex::Space& one) { append_space(parent, one); },
                       [&](const tex::Group& one) { append(element(parent, "mrow"), one.body); },
                       [&](const tex::Fraction& one) { append_fraction(parent, one); },
                       [&](const tex::Root& one) { append_root(parent, one); },
                       [&](const tex::Scripts& one) { append_scripts(parent, one); },
                       [&](const tex::Fenced& one) { append_fenced(parent, one); },
                       [&](const tex::Accent& one) { append_accent(parent, one); },
                       [&](const tex::Matrix& one) { append_matrix(parent, one); },
                       [&](const tex::Styled& one) { append_styled(parent, one); },
                   },
                   node.content);
}

void append_formula(pugi::xml_node parent, const tex::Nodes& formula, const std::string& source,
                    MathDisplay display) {
    auto math = element(parent, "math");
    xml::set_attribute(math, "xmlns", "http://www.w3.org/1998/Math/MathML");
    if (display == MathDisplay::block) xml::set_attribute(math, "display", "block");
    xml::set_attribute(math, "alttext", source);
    append(math, formula);
}

}  // namespace

void append_math(pugi::xml_node parent, const std::string& source, Span span, MathDisplay display,
                 Writer& writer) {
    auto parsed = tex::parse(source);
    auto place = display == MathDisplay::block ? element(parent, "p", "formula") : parent;
    if (parsed.formula) {
        writer.has_formulas = true;
        return append_formula(place, *parsed.formula, source, display);
    }
    text_element(place, "code", source, "math");
    tex::report_unread(parsed, span, writer.diagnostics);
}

}  // namespace triptych::markup
