#include "gitbook/convert/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "gitbook/convert/forms.hpp"
#include "gitbook/syntax/conditions.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

constexpr double gitbook_column = 735;

struct NamedColour {
    std::string_view name;
    doc::MarkColour colour;
};
constexpr std::array named_colours{NamedColour{"red", doc::MarkColour::red},
                                   NamedColour{"$danger", doc::MarkColour::red},
                                   NamedColour{"orange", doc::MarkColour::orange},
                                   NamedColour{"$warning", doc::MarkColour::orange},
                                   NamedColour{"yellow", doc::MarkColour::yellow},
                                   NamedColour{"green", doc::MarkColour::green},
                                   NamedColour{"$success", doc::MarkColour::green},
                                   NamedColour{"blue", doc::MarkColour::blue},
                                   NamedColour{"$primary", doc::MarkColour::blue},
                                   NamedColour{"$info", doc::MarkColour::blue},
                                   NamedColour{"purple", doc::MarkColour::purple},
                                   NamedColour{"pink", doc::MarkColour::purple},
                                   NamedColour{"$tint", doc::MarkColour::blue},
                                   NamedColour{"grey", doc::MarkColour::grey},
                                   NamedColour{"gray", doc::MarkColour::grey}};

doc::MarkColour colour_of(std::string_view name) {
    for (const NamedColour& named : named_colours)
        if (named.name == name) return named.colour;
    return doc::MarkColour::none;
}

doc::Mark mark_of(std::string_view style, doc::Inlines body) {
    doc::Mark mark{{}, {}, std::move(body)};
    for (const std::string_view declaration : text::split(style, ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view property = text::trim(declaration.substr(0, colon));
        const doc::MarkColour colour = colour_of(text::trim(declaration.substr(colon + 1)));
        if (property == "color") mark.text = colour;
        if (property == "background-color") mark.ground = colour;
    }
    if (mark.text == doc::MarkColour::none && mark.ground == doc::MarkColour::none)
        mark.ground = doc::MarkColour::yellow;
    return mark;
}

/// Adds the content of `node` in `Style`, in the language it names.
template <typename Wrap>
void add_spoken(Converter& converter, const Node& node, Flow& out, Wrap wrap) {
    const std::string language(text::trim(node.get("lang")));
    if (!is_language_tag(language)) return add_wrapped(converter, node, out, wrap);
    add_wrapped(converter, node, out, [&](doc::Inlines body) {
        return wrap({{doc::Foreign{language, std::move(body)}, node.span}});
    });
}

template <typename Style>
void add_styled(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    add_spoken(converter, node, out, [](doc::Inlines body) { return Style{std::move(body)}; });
}

/// An element that stands for a picture by its class, and holds no words but the icon's name.
bool is_icon(const Node& node) {
    const std::string inside = inner_text(node);
    const std::string_view words = text::trim(inside);
    const bool named = words.size() > 2 && words.starts_with(':') && words.ends_with(':') &&
                       words.find_first_of(" \t\n") == words.npos;
    if (!words.empty() && !named) return false;
    for (const std::string_view name : text::split(node.get("class"), ' '))
        if (name.starts_with("fa-") || name == "fa" || name.starts_with("glyphicon")) return true;
    return false;
}

/// The words of `node`, in one line.
std::string words_of(const Node& node) { return text::collapse_spaces(inner_text(node)); }

/// The texts inside, which stand apart in a formula though no space is written between them.
void add_parts(const Node& node, std::string& parts) {
    if (node.kind == Node::Kind::text) parts += node.text + ' ';
    for (const Node& child : node.children) add_parts(child, parts);
}

/// `body` without links: a link holds none.
doc::Inlines without_links(doc::Inlines body) {
    doc::Inlines plain;
    for (doc::Inline& node : body)
        if (auto* link = std::get_if<doc::Link>(&node.node))
            for (doc::Inline& inside : link->body) plain.push_back(std::move(inside));
        else
            plain.push_back(std::move(node));
    return plain;
}

void add_linked(Converter& converter, const Node& node, Flow& out) {
    const doc::DeadLink target{std::string(text::trim(node.get("href")))};
    const std::size_t texts = out.text().size(), blocks = out.blocks().size();
    const bool button = node.has_class("button");
    // GitBook shows buttons apart though nothing stands between them.
    if (button && !out.text().empty() && std::holds_alternative<doc::Link>(out.text().back().node))
        out.add(text_inline(" ", node.span));
    add_spoken(converter, node, out, [&](doc::Inlines body) {
        body = without_links(std::move(body));
        if (!button) return doc::Link{target, std::move(body)};
        return doc::Link{target, {{doc::Strong{std::move(body)}, node.span}}};
    });
    for (std::size_t i = blocks; i < out.blocks().size(); ++i)
        if (auto* figure = std::get_if<doc::Figure>(&out.blocks()[i].node))
            for (doc::Picture& picture : figure->pictures)
                if (!picture.target) picture.target = target;
    // One without words is called by its address.
    if (out.text().size() == texts && out.blocks().size() == blocks)
        out.add(doc::Link{target, {}}, node.span);
}

/// The address that a `<picture>` has for a scheme of colours; of several sizes the first.
std::string source_for(const Node& picture, std::string_view scheme) {
    for (const Node& child : picture.children) {
        const std::string media = lower_ascii(child.get("media"));
        if (!child.is("source") || media.find("prefers-color-scheme") == std::string::npos ||
            media.find(scheme) == std::string::npos)
            continue;
        const std::string_view all = text::trim(child.get("srcset"));
        return std::string(all.substr(0, all.find_first_of(", \t\n")));
    }
    return {};
}

}  // namespace

double share_of_measure(std::string_view width) {
    width = text::trim(width);
    double value = 0;
    const auto [end, error] = std::from_chars(width.data(), width.data() + width.size(), value);
    if (error != std::errc{} || !(value > 0) || value > 1e6) return 0;
    const std::string_view unit(end, static_cast<std::size_t>(width.data() + width.size() - end));
    if (unit == "%") return std::min(value / 100, 1.0);
    return unit.empty() || unit == "px" ? std::min(value / gitbook_column, 1.0) : 0;
}

void add_anchor(const Node& node, Flow& out) {
    const bool named = node.is("a") && !node.has("id");
    const std::string_view id = node.get(named ? "name" : "id");
    if (!id.empty()) out.add(doc::Anchor{std::string(id)}, node.span);
}

doc::Blocks anchored_blocks_of(Converter& converter, const Node& node) {
    Flow flow(converter);
    add_anchor(node, flow);
    convert(converter, node.children, flow);
    return flow.take();
}

void convert_strong(Converter& converter, const Node& node, Flow& out) {
    add_styled<doc::Strong>(converter, node, out);
}
void convert_emphasis(Converter& converter, const Node& node, Flow& out) {
    add_styled<doc::Emphasis>(converter, node, out);
}
void convert_icon_or_emphasis(Converter& converter, const Node& node, Flow& out) {
    if (!is_icon(node)) add_styled<doc::Emphasis>(converter, node, out);
}
void convert_strikethrough(Converter& converter, const Node& node, Flow& out) {
    add_styled<doc::Strikethrough>(converter, node, out);
}
void convert_superscript(Converter& converter, const Node& node, Flow& out) {
    add_styled<doc::Superscript>(converter, node, out);
}
void convert_subscript(Converter& converter, const Node& node, Flow& out) {
    add_styled<doc::Subscript>(converter, node, out);
}

void convert_mark(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    add_spoken(converter, node, out,
               [&](doc::Inlines body) { return mark_of(node.get("style"), std::move(body)); });
}

// Of the typefaces, sizes and colours of old pages, a book shows the colours it knows.
void convert_font(Converter& converter, const Node& node, Flow& out) {
    const doc::MarkColour colour = colour_of(lower_ascii(text::trim(node.get("color"))));
    if (colour == doc::MarkColour::none) return convert_span(converter, node, out);
    add_anchor(node, out);
    add_spoken(converter, node, out, [&](doc::Inlines body) {
        return doc::Mark{colour, {}, std::move(body)};
    });
}

// Typography makes the quotation marks those of the language.
void convert_quotation(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    out.add(text_inline("\"", node.opening));
    convert(converter, node.children, out);
    out.add(text_inline("\"", node.opening));
}

// `<rt>` stands over the words before it; in the line it stands behind them, in brackets, which
// `<rp>` may have written already.
void convert_reading(Converter&, const Node& node, Flow& out) {
    const std::string words = words_of(node);
    const bool bracket = words.find_first_not_of("()[]（）〔〕【】") == std::string::npos;
    if (words.empty() || (bracket && node.is("rp"))) return;
    out.add(text_inline(bracket ? words : "(" + words + ")", node.span));
}

void convert_code(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    std::string text = inner_text(node);
    if (node.has_class("expression")) {
        Allowance& expanded = converter.expanded;
        if (const auto value = evaluated(text, converter.options.variables, expanded.left())) {
            if (may_expand(expanded, *value, node.span, converter.diagnostics))
                out.add(text_inline(*value, node.span));
            return;
        }
        converter.diagnostics.report(Kind::unknown_variable, node.span,
                                     say("variable '{}' has no value", text));
    }
    if (!text.empty()) out.add(doc::Code{std::move(text)}, node.span);
}

void convert_key(Converter&, const Node& node, Flow& out) {
    add_anchor(node, out);
    std::string words = words_of(node);
    if (!words.empty()) out.add(doc::Keyboard{std::move(words)}, node.span);
}

void convert_link(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    if (!node.has("href")) {
        if (node.has_class("button")) return convert_button(converter, node, out);
        return convert(converter, node.children, out);
    }
    if (node.children.empty() && (node.has("id") || node.has("name"))) return;
    // Sites put such a link beside what it leads to, for readers to copy.
    const bool in_html = converter.written(node.span).starts_with('<');
    if (node.children.empty() && in_html && node.get("href").starts_with('#')) return;
    add_linked(converter, node, out);
}

void convert_area(Converter&, const Node& node, Flow& out) {
    const std::string label(node.get("alt"));
    if (!node.has("href")) {
        if (!label.empty()) out.add(text_inline(label, node.span));
        return;
    }
    out.add(doc::Link{doc::DeadLink{std::string(text::trim(node.get("href")))},
                      {text_inline(label, node.span)}},
            node.span);
}

void convert_line_break(Converter&, const Node& node, Flow& out) {
    add_anchor(node, out);
    out.add(doc::LineBreak{}, node.span);
}

doc::InlineImage image_of(Converter& converter, const Node& img) {
    ImageLook look;
    look.width = share_of_measure(img.get("width"));
    look.in_line = img.get("data-size") == "line";
    look.title = img.get("title");
    const MediaId media =
        converter.add_media(std::string(img.get("src")), img.span, std::move(look));
    return {media, std::string(img.get("alt"))};
}

void convert_image(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    out.add(image_of(converter, node), node.span);
}

// A `<picture>` offers its `<img>` for light and dark pages; GitBook writes it for icons.
void convert_picture(Converter& converter, const Node& node, Flow& out) {
    const std::size_t first = converter.looks.size();
    convert(converter, node.children, out);
    const std::string light = source_for(node, "light"), dark = source_for(node, "dark");
    for (std::size_t i = first; i < converter.looks.size(); ++i) {
        if (converter.looks[i].width == 0) converter.looks[i].in_line = true;
        MediaReference& picture = converter.body.media[i];
        if (!light.empty()) picture.path = light;
        if (dark != picture.path) picture.dark = dark;
    }
}

void convert_formula(Converter&, const Node& node, Flow& out) {
    out.add(doc::Math{node.text}, node.span);
}

void convert_formula_markup(Converter& converter, const Node& node, Flow& out) {
    report_without_meaning(converter, node);
    std::string parts;
    add_parts(node, parts);
    std::string words = text::collapse_spaces(parts);
    if (!words.empty()) out.add(text_inline(std::move(words), node.span));
}

void convert_note(Converter& converter, const Node& node, Flow& out) {
    std::uint32_t number = 1;
    std::from_chars(node.text.data(), node.text.data() + node.text.size(), number);
    out.add(doc::NoteReference{converter.first_note + number - 1}, node.span);
}

void convert_span(Converter& converter, const Node& node, Flow& out) {
    if (is_icon(node)) return;
    add_anchor(node, out);
    add_content(converter, node, out);
}

void add_content(Converter& converter, const Node& node, Flow& out) {
    const std::string language(text::trim(node.get("lang")));
    if (!is_language_tag(language)) return convert(converter, node.children, out);
    add_wrapped(converter, node, out, [&](doc::Inlines body) {
        return doc::Foreign{language, std::move(body)};
    });
}

void convert_nothing(Converter&, const Node&, Flow&) {}

void convert_program(Converter& converter, const Node& node, Flow&) {
    converter.diagnostics.report(Kind::unsupported_html, whole_span(node),
                                 say("'<{}>' has no meaning in a book and is left out", node.name));
}

}  // namespace triptych::gitbook
