#include "markup/mathml.hpp"

#include <fmt/format.h>

#include <string>

#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "doc/speech.hpp"
#include "doc/tex.hpp"
#include "markup/mathml_parts.hpp"

namespace triptych::markup::mathml {
namespace {

bool is_one_letter(std::string_view text) {
    std::size_t at = 0;
    text::next_code_point(text, at);
    return at == text.size();
}

/// Sets the room around a sign; what its form in the operator dictionary says does not count.
void set_room(pugi::xml_node sign, const char* before, const char* behind) {
    xml::set_attribute(sign, "lspace", before);
    xml::set_attribute(sign, "rspace", behind);
}

/// Signs in scripts stand close.
void tighten(pugi::xml_node node) {
    if (std::string_view(node.name()) == "mo" && !node.attribute("lspace"))
        set_room(node, "0", "0");
    for (const auto child : node.children()) tighten(child);
}

void append_identifier(pugi::xml_node parent, const tex::Identifier& identifier) {
    auto node = text_element(parent, "mi", identifier.text);
    if (identifier.upright && is_one_letter(identifier.text))
        xml::set_attribute(node, "mathvariant", "normal");
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
    if (sign.text == "′") set_room(node, "0", "0");
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
    for (const auto* script : {&scripts.below, &scripts.above}) {
        if (script->empty()) continue;
        append_row(node, *script);
        tighten(node.last_child());
    }
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
    xml::set_attribute(mark, "stretchy", accent.wide || accent.mark == "→" ? "true" : "false");
}

void append_styled(pugi::xml_node parent, const tex::Styled& styled) {
    constexpr const char* levels[] = {"0", "0", "1", "2"};
    auto node = element(parent, "mstyle");
    xml::set_attribute(node, "displaystyle",
                       styled.level == tex::StyleLevel::display ? "true" : "false");
    xml::set_attribute(node, "scriptlevel", levels[static_cast<std::size_t>(styled.level)]);
    append(node, styled.body);
}

/// A lone sign in braces is a letter to its neighbours.
void append_group(pugi::xml_node parent, const tex::Group& group) {
    auto row = element(parent, "mrow");
    append(row, group.body);
    const bool sign =
        group.body.size() == 1 && std::holds_alternative<tex::Operator>(group.body.front().content);
    if (sign) set_room(row.first_child(), "0", "0");
}

void append_words(pugi::xml_node parent, const tex::Words& words) {
    auto node = text_element(parent, "mtext", text::replace_all(words.text, " ", "\u00A0"));
    if (words.bold) add_class(node, "bold");
    if (words.italic) add_class(node, "slanted");
}

void append_one(pugi::xml_node parent, const tex::Node& node) {
    std::visit(Match{
                   [&](const tex::Identifier& one) { append_identifier(parent, one); },
                   [&](const tex::Number& one) { text_element(parent, "mn", one.text); },
                   [&](const tex::Operator& one) { append_operator(parent, one); },
                   [&](const tex::Words& one) { append_words(parent, one); },
                   [&](const tex::Space& one) { append_space(parent, one); },
                   [&](const tex::Group& one) { append_group(parent, one); },
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

const tex::Identifier* function_of(const tex::Node& node) {
    const tex::Node* one = &node;
    if (const auto* scripts = std::get_if<tex::Scripts>(&node.content))
        one = scripts->base.size() == 1 ? &scripts->base.front() : nullptr;
    const auto* name = one ? std::get_if<tex::Identifier>(&one->content) : nullptr;
    return name && name->function ? name : nullptr;
}

/// Whether a name of a function keeps off what stands beside it.
bool keeps_off(const tex::Node& neighbour) {
    const auto* sign = std::get_if<tex::Operator>(&neighbour.content);
    const bool large = sign && (sign->role == tex::OperatorRole::large ||
                                sign->role == tex::OperatorRole::integral);
    return (!sign || large) && !std::holds_alternative<tex::Space>(neighbour.content) &&
           !std::holds_alternative<tex::Fenced>(neighbour.content);
}

void append_thin_space(pugi::xml_node parent) {
    xml::set_attribute(element(parent, "mspace"), "width", "0.167em");
}

}  // namespace

void append(pugi::xml_node parent, const tex::Nodes& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool function = function_of(nodes[i]) != nullptr;
        const bool behind = i > 0 && keeps_off(nodes[i - 1]) && !function_of(nodes[i - 1]);
        if (function && behind) append_thin_space(parent);
        append_one(parent, nodes[i]);
        if (!function || i + 1 == nodes.size()) continue;
        // Apply function, which tells speech `f x` from a product.
        set_room(text_element(parent, "mo", "\u2061"), "0", "0");
        if (keeps_off(nodes[i + 1])) append_thin_space(parent);
    }
}

void append_row(pugi::xml_node parent, const tex::Nodes& nodes) {
    const bool one = nodes.size() == 1;
    append(one ? parent : element(parent, "mrow"), nodes);
}

void append_fence(pugi::xml_node parent, std::string_view fence, const char* stretchy) {
    if (fence.empty()) return;
    auto node = text_element(parent, "mo", fence);
    xml::set_attribute(node, "fence", "true");
    xml::set_attribute(node, "stretchy", stretchy);
    // Others have no room of their own, or one that depends on where they stand.
    if (!is_one_of(fence, {"(", ")", "[", "]", "{", "}", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋"}))
        set_room(node, "0", "0");
}

void add_class(pugi::xml_node node, std::string_view name) {
    if (name.empty()) return;
    const std::string known = node.attribute("class").value();
    xml::set_attribute(node, "class", known + (known.empty() ? "" : " ") + std::string(name));
}

}  // namespace triptych::markup::mathml

namespace triptych::markup {

namespace tex = doc::tex;

std::string drawn_mark(const tex::Accent& accent) {
    struct Drawn {
        std::string_view mark, over, under;
    };
    constexpr Drawn wide[] = {{"¯", "‾", "‾"},           {"_", "‾", "‾"},
                              {"^", "\u0302", "\u0302"}, {"~", "\u0303", "\u0330"},
                              {"ˇ", "\u030C", "\u030C"}, {"→", "\u20D7", "→"},
                              {"←", "\u20D6", "←"},      {"↔", "\u20E1", "↔"},
                              {"↼", "\u20D0", "\u20D0"}, {"⇀", "\u20D1", "\u20D1"}};
    // A mark that does not grow is that of letters, which is smaller.
    constexpr Drawn small[] = {{"^", "ˆ", "ˆ"}, {"~", "˜", "˜"}, {"→", "\u20D7", "\u20EF"}};
    if (!accent.wide)
        for (const auto& one : small)
            if (one.mark == accent.mark)
                return std::string(accent.place == tex::AccentPlace::over ? one.over : one.under);
    if (accent.wide)
        for (const auto& one : wide)
            if (one.mark == accent.mark)
                return std::string(accent.place == tex::AccentPlace::over ? one.over : one.under);
    return accent.mark;
}

std::string drawn_arrow(const tex::Arrow& arrow) { return arrow.sign; }

namespace {

void append_formula(pugi::xml_node parent, const tex::Nodes& formula, const std::string& source,
                    MathDisplay display, const std::string& language) {
    const doc::Speech speech = doc::spoken(formula, source, language);
    // MathML 3 has no attribute for the language.
    if (!speech.language.empty() && parent.type() == pugi::node_element) {
        parent = element(parent, "span");
        xml::set_attribute(parent, "lang", speech.language);
        xml::set_attribute(parent, "xml:lang", speech.language);
    }
    auto math = element(parent, "math");
    xml::set_attribute(math, "xmlns", "http://www.w3.org/1998/Math/MathML");
    if (display == MathDisplay::block) xml::set_attribute(math, "display", "block");
    xml::set_attribute(math, "alttext", speech.words);
    mathml::append(math, formula);
}

}  // namespace

std::string mathml_of(std::string_view source, tex::Place place, const std::string& language) {
    const std::string text(source);
    const auto parsed = tex::parse(text, place);
    if (!parsed.formula) return {};
    pugi::xml_document document;
    const bool block = place == tex::Place::own_line;
    append_formula(document, *parsed.formula, text,
                   block ? MathDisplay::block : MathDisplay::in_line, language);
    return xml::to_string(document, xml::Layout::raw);
}

void append_math(pugi::xml_node parent, const std::string& source, Span span, MathDisplay display,
                 Writer& writer) {
    const bool block = display == MathDisplay::block;
    auto parsed = tex::parse(source, block ? tex::Place::own_line : tex::Place::in_line);
    tex::report_unread(parsed, source, span, writer.diagnostics);
    auto place = block ? element(parent, "p", "formula") : parent;
    if (parsed.formula) {
        writer.has_formulas = true;
        return append_formula(place, *parsed.formula, source, display, writer.language);
    }
    text_element(place, "code", source, "math");
}

}  // namespace triptych::markup
