#include "markup/mathml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/match.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "doc/mark_colours.hpp"
#include "doc/speech.hpp"
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
    if (sign.text == "′") xml::set_attribute(node, "lspace", "0");
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
    auto mark = text_element(node, "mo", drawn_mark(accent));
    xml::set_attribute(mark, "stretchy", accent.wide ? "true" : "false");
}

/// The class that says where the cells of a column stand; none in the middle. MathML Core has no
/// attribute for it.
std::string_view alignment(const tex::Matrix& matrix, std::size_t column) {
    switch (matrix.kind) {
        case tex::MatrixKind::cases:
            return "left";
        case tex::MatrixKind::aligned:
            return column % 2 == 0 ? "right" : "left";
        case tex::MatrixKind::matrix:
        case tex::MatrixKind::small:
        case tex::MatrixKind::gathered:
        case tex::MatrixKind::array:
        case tex::MatrixKind::stacked:
        case tex::MatrixKind::lines:
            break;
    }
    std::size_t seen = 0;
    for (const char c : matrix.columns)
        if (c != '|' && seen++ == column) return c == 'l' ? "left" : c == 'r' ? "right" : "";
    return "";
}

/// Whether a rule stands before column `column`; their number: behind the last.
bool rule_before(const tex::Matrix& matrix, std::size_t column) {
    std::size_t seen = 0;
    for (const char c : matrix.columns) {
        if (c == '|' && seen == column) return true;
        if (c != '|') ++seen;
    }
    return false;
}

bool is_displayed(tex::MatrixKind kind) {
    return kind == tex::MatrixKind::aligned || kind == tex::MatrixKind::gathered ||
           kind == tex::MatrixKind::lines;
}

void add_class(pugi::xml_node node, std::string_view name) {
    if (name.empty()) return;
    const std::string known = node.attribute("class").value();
    xml::set_attribute(node, "class", known + (known.empty() ? "" : " ") + std::string(name));
}

bool has_rule(const tex::Matrix& matrix, std::size_t row) {
    return std::find(matrix.rules.begin(), matrix.rules.end(), row) != matrix.rules.end();
}

void append_cells(pugi::xml_node cells, const tex::Matrix& matrix, std::size_t row) {
    const auto& line = matrix.rows[row];
    const bool last = row + 1 == matrix.rows.size();
    for (std::size_t column = 0; column < line.size(); ++column) {
        auto cell = element(cells, "mtd");
        add_class(cell, alignment(matrix, column));
        if (matrix.kind == tex::MatrixKind::aligned)
            add_class(cell, column % 2 == 1 ? "joined" : column > 0 ? "apart" : "");
        if (rule_before(matrix, column)) add_class(cell, "rule-before");
        if (column + 1 == line.size() && rule_before(matrix, column + 1))
            add_class(cell, "rule-behind");
        if (has_rule(matrix, row)) add_class(cell, "rule-over");
        if (last && has_rule(matrix, matrix.rows.size())) add_class(cell, "rule-under");
        append(cell, line[column]);
    }
}

/// Tags stand at the margin, and as much room on the other side keeps equations in the middle.
void append_table(pugi::xml_node parent, const tex::Matrix& matrix) {
    auto table = element(parent, "mtable");
    const bool tagged = !matrix.tags.empty();
    if (matrix.kind == tex::MatrixKind::stacked) add_class(table, "stacked");
    if (matrix.kind == tex::MatrixKind::small) add_class(table, "small");
    if (is_displayed(matrix.kind)) {
        xml::set_attribute(table, "displaystyle", "true");
        add_class(table, tagged ? "equations tagged" : "equations");
    }
    std::size_t count = 1;
    for (const auto& line : matrix.rows) count = std::max(count, line.size());
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        auto cells = element(table, "mtr");
        if (tagged) add_class(element(cells, "mtd"), "side");
        append_cells(cells, matrix, row);
        if (!tagged) continue;
        for (std::size_t i = matrix.rows[row].size(); i < count; ++i) element(cells, "mtd");
        auto side = element(cells, "mtd");
        add_class(side, "side right");
        if (!matrix.tags[row].empty()) text_element(side, "mtext", matrix.tags[row]);
    }
}

void append_matrix(pugi::xml_node parent, const tex::Matrix& matrix) {
    if (matrix.open.empty() && matrix.close.empty()) return append_table(parent, matrix);
    auto row = element(parent, "mrow");
    append_fence(row, matrix.open, "true");
    append_table(row, matrix);
    append_fence(row, matrix.close, "true");
}

/// Room around signs of a class, in ems (MathML Core, operator dictionary).
struct ClassRoom {
    const char *before, *behind;
};
ClassRoom room_around(tex::SignClass kind) {
    switch (kind) {
        case tex::SignClass::binary:
            return {"0.222em", "0.222em"};
        case tex::SignClass::relation:
            return {"0.278em", "0.278em"};
        case tex::SignClass::large:
        case tex::SignClass::inner:
            return {"0.167em", "0.167em"};
        case tex::SignClass::punctuation:
            return {"0", "0.167em"};
        case tex::SignClass::ordinary:
        case tex::SignClass::opening:
        case tex::SignClass::closing:
            break;
    }
    return {"0", "0"};
}

/// One sign stands off by itself; around more stands room.
void append_classed(pugi::xml_node parent, const tex::Classed& classed) {
    const auto room = room_around(classed.kind);
    const auto* sign = classed.body.size() == 1
                           ? std::get_if<tex::Operator>(&classed.body.front().content)
                           : nullptr;
    const auto* name = classed.body.size() == 1
                           ? std::get_if<tex::Identifier>(&classed.body.front().content)
                           : nullptr;
    if (sign != nullptr || name != nullptr) {
        auto node = text_element(parent, "mo", sign ? sign->text : name->text);
        xml::set_attribute(node, "lspace", room.before);
        xml::set_attribute(node, "rspace", room.behind);
        return;
    }
    auto row = element(parent, "mrow");
    const auto add_room = [&](const char* width) {
        if (std::string_view(width) != "0")
            xml::set_attribute(element(row, "mspace"), "width", width);
    };
    add_room(room.before);
    append(row, classed.body);
    add_room(room.behind);
}

/// The words make the arrow as long as they are, with room at both ends.
void append_arrow_words(pugi::xml_node parent, const tex::Nodes& words) {
    auto row = element(parent, "mrow");
    for (const bool first : {true, false}) {
        xml::set_attribute(element(row, "mspace"), "width", "0.4em");
        if (first) append(row, words);
    }
}

void append_arrow(pugi::xml_node parent, const tex::Arrow& arrow) {
    const bool over = !arrow.above.empty() || arrow.below.empty();
    const bool both = over && !arrow.below.empty();
    auto node = element(parent, both ? "munderover" : over ? "mover" : "munder");
    auto sign = text_element(node, "mo", drawn_arrow(arrow));
    xml::set_attribute(sign, "stretchy", "true");
    if (!arrow.below.empty()) append_arrow_words(node, arrow.below);
    if (over) append_arrow_words(node, arrow.above);
}

/// MathML Core has no `menclose`: the style sheet draws.
void append_enclosed(pugi::xml_node parent, const tex::Enclosed& enclosed) {
    auto row = element(parent, "mrow");
    if (enclosed.frame) add_class(row, "boxed");
    if (enclosed.rising && enclosed.falling)
        add_class(row, "crossed");
    else if (enclosed.rising || enclosed.falling)
        add_class(row, enclosed.rising ? "rising" : "falling");
    if (enclosed.level) add_class(row, "struck");
    append(row, enclosed.body);
}

void append_padded(pugi::xml_node parent, const tex::Padded& padded) {
    const bool narrow = !padded.width || padded.lap != tex::Lap::none;
    pugi::xml_node outer = parent;
    if (narrow || !padded.height || !padded.depth) {
        outer = element(parent, "mpadded");
        if (narrow) xml::set_attribute(outer, "width", "0");
        if (!padded.height) xml::set_attribute(outer, "height", "0");
        if (!padded.depth) xml::set_attribute(outer, "depth", "0");
    }
    auto inner = element(outer, padded.shown ? "mrow" : "mphantom");
    if (padded.lap == tex::Lap::left) add_class(inner, "lap-left");
    if (padded.lap == tex::Lap::both) add_class(inner, "lap-both");
    append(inner, padded.body);
}

void append_coloured(pugi::xml_node parent, const tex::Coloured& coloured) {
    auto row = element(parent, "mrow");
    if (coloured.colour != doc::MarkColour::none)
        add_class(row, fmt::format("{}-{}", coloured.ground ? "ground" : "text",
                                   doc::name(coloured.colour)));
    append(row, coloured.body);
}

void append_sized(pugi::xml_node parent, const tex::Sized& sized) {
    auto node = element(parent, "mstyle");
    xml::set_attribute(node, "mathsize", fmt::format("{}%", sized.percent));
    append(node, sized.body);
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
                       [&](const tex::Classed& one) { append_classed(parent, one); },
                       [&](const tex::Arrow& one) { append_arrow(parent, one); },
                       [&](const tex::Enclosed& one) { append_enclosed(parent, one); },
                       [&](const tex::Padded& one) { append_padded(parent, one); },
                       [&](const tex::Coloured& one) { append_coloured(parent, one); },
                       [&](const tex::Sized& one) { append_sized(parent, one); },
                       [&](const tex::Unread& one) {
                           add_class(text_element(parent, "mtext", one.source), "unread");
                       },
                   },
                   node.content);
}

void append_formula(pugi::xml_node parent, const tex::Nodes& formula, const std::string& source,
                    MathDisplay display, const Writer& writer) {
    auto math = element(parent, "math");
    xml::set_attribute(math, "xmlns", "http://www.w3.org/1998/Math/MathML");
    if (display == MathDisplay::block) xml::set_attribute(math, "display", "block");
    xml::set_attribute(math, "alttext", doc::spoken(formula, source, writer.language));
    append(math, formula);
}

}  // namespace

std::string drawn_mark(const tex::Accent& accent) {
    struct Drawn {
        std::string_view mark, over, under;
    };
    constexpr Drawn wide[] = {{"¯", "‾", "‾"},           {"_", "‾", "‾"},
                              {"^", "\u0302", "\u0302"}, {"~", "\u0303", "\u0330"},
                              {"ˇ", "\u030C", "\u030C"}, {"→", "\u20D7", "\u20EF"},
                              {"←", "\u20D6", "\u20EE"}, {"↔", "\u20E1", "\u20E1"},
                              {"↼", "\u20D0", "\u20D0"}, {"⇀", "\u20D1", "\u20D1"}};
    if (accent.wide)
        for (const auto& one : wide)
            if (one.mark == accent.mark)
                return std::string(accent.place == tex::AccentPlace::over ? one.over : one.under);
    return accent.mark;
}

std::string drawn_arrow(const tex::Arrow& arrow) { return arrow.sign; }

void append_math(pugi::xml_node parent, const std::string& source, Span span, MathDisplay display,
                 Writer& writer) {
    const bool block = display == MathDisplay::block;
    auto parsed = tex::parse(source, block ? tex::Place::own_line : tex::Place::in_line);
    tex::report_unread(parsed, source, span, writer.diagnostics);
    auto place = block ? element(parent, "p", "formula") : parent;
    if (parsed.formula) {
        writer.has_formulas = true;
        return append_formula(place, *parsed.formula, source, display, writer);
    }
    text_element(place, "code", source, "math");
}

}  // namespace triptych::markup
