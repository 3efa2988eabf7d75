#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/syntax/placeholders.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"
#include "gitbook/syntax/conditions.hpp"

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

void append_anchor(const Element& element, Span span, doc::Inlines& out) {
    const bool named = element.name == "a" && !element.has("id");
    const std::string_view id = element.get(named ? "name" : "id");
    if (!id.empty()) out.push_back({doc::Anchor{std::string(id)}, span});
}

void append_all(doc::Inlines body, doc::Inlines& out) {
    for (doc::Inline& node : body) out.push_back(std::move(node));
}

void drop_button(Reader& reader, const doc::Inlines& body, Span span) {
    reader.diagnostics.report(
        Kind::content_dropped, span,
        "button '" + text::collapse_spaces(doc::plain_text(body)) + "' works on the web only");
}

void append_link(Reader& reader, const Element& element, doc::Inlines body, Span span,
                 doc::Inlines& out) {
    const bool button = element.has_class("button");
    if (!element.has("href")) {
        append_anchor(element, span, out);
        if (button) return drop_button(reader, body, span);
        return append_all(std::move(body), out);
    }
    if (body.empty() && (element.has("id") || element.has("name")))
        return append_anchor(element, span, out);
    append_anchor(element, span, out);
    if (button) {
        // GitBook shows buttons apart though nothing stands between them.
        if (!out.empty() && std::holds_alternative<doc::Link>(out.back().node))
            out.push_back(text_inline(" ", span));
        doc::Inline strong{doc::Strong{std::move(body)}, span};
        body.clear();
        body.push_back(std::move(strong));
    }
    doc::DeadLink target{std::string(text::trim(element.get("href")))};
    out.push_back({doc::Link{std::move(target), std::move(body)}, span});
}

void append_code(Reader& reader, const Element& element, const doc::Inlines& body, Span span,
                 doc::Inlines& out) {
    std::string text = restore_placeholders(reader.source, doc::plain_text(body));
    if (element.has_class("expression")) {
        if (const auto value = evaluated(text, reader.options.variables))
            return out.push_back(text_inline(*value, span));
        reader.diagnostics.report(Kind::unknown_variable, span,
                                  "variable '" + text + "' has no value");
    }
    out.push_back({doc::Code{std::move(text)}, span});
}

bool is_icon(const Element& element) {
    if (element.name != "i" && element.name != "span") return false;
    for (const std::string_view name : text::split(element.get("class"), ' '))
        if (name.starts_with("fa-") || name == "fa" || name.starts_with("glyphicon")) return true;
    return false;
}

template <typename Style>
void append_styled(doc::Inlines body, Span span, doc::Inlines& out) {
    if (!body.empty()) out.push_back({Style{std::move(body)}, span});
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements around text that change its look; false when `name` is none of them.
bool append_styled_element(std::string_view name, doc::Inlines& body, Span span,
                           doc::Inlines& out) {
    if (is_one_of(name, {"strong", "b"})) {
        append_styled<doc::Strong>(std::move(body), span, out);
    } else if (is_one_of(name, {"em", "i", "cite", "dfn", "var"})) {
        append_styled<doc::Emphasis>(std::move(body), span, out);
    } else if (is_one_of(name, {"s", "del", "strike"})) {
        append_styled<doc::Strikethrough>(std::move(body), span, out);
    } else if (name == "sup") {
        append_styled<doc::Superscript>(std::move(body), span, out);
    } else if (name == "sub") {
        append_styled<doc::Subscript>(std::move(body), span, out);
    } else {
        return false;
    }
    return true;
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

doc::InlineImage read_img(Reader& reader, const Element& img, Span span) {
    ImageLook look;
    look.width = share_of_measure(img.get("width"));
    look.in_line = img.get("data-size") == "line";
    look.title = img.get("title");
    std::string path = restore_placeholders(reader.source, std::string(img.get("src")));
    const MediaId media = add_media(reader, std::move(path), span, std::move(look));
    return {media, restore_placeholders(reader.source, std::string(img.get("alt")))};
}

void report_unsupported(Reader& reader, std::string_view name, Span span) {
    if (name == "svg")
        reader.diagnostics.report(Kind::unsupported_html, span,
                                  "drawing written into the page is left out",
                                  "store it as an SVG file and show that");
    else
        reader.diagnostics.report(
            Kind::unsupported_html, span,
            "'<" + std::string(name) + ">' has no meaning in a book and is left out");
}

void speak(const Element& element, Span span, doc::Inlines& body) {
    const std::string_view language = text::trim(element.get("lang"));
    if (body.empty() || !is_language_tag(language)) return;
    doc::Inlines passage;
    passage.push_back({doc::Foreign{std::string(language), std::move(body)}, span});
    body = std::move(passage);
}

void append_inline_element(Reader& reader, const Element& element, doc::Inlines body, Span span,
                           doc::Inlines& out) {
    const std::string_view name = element.name;
    speak(element, span, body);
    if (is_icon(element) || is_one_of(name, {"select", "source", "template"})) return;
    if (is_one_of(name, {"script", "style"})) return report_unsupported(reader, name, span);
    if (name == "svg") report_unsupported(reader, name, span);
    if (name == "a") return append_link(reader, element, std::move(body), span, out);
    if (name == "button") return drop_button(reader, body, span);
    if (name == "br") return out.push_back({doc::LineBreak{}, span});
    if (name == "img") return out.push_back({read_img(reader, element, span), span});
    append_anchor(element, span, out);
    if (name == "code" || name == "samp" || name == "tt")
        return append_code(reader, element, body, span, out);
    if (name == "kbd")
        return out.push_back({doc::Keyboard{text::collapse_spaces(doc::plain_text(body))}, span});
    if (name == "mark") {
        if (!body.empty()) out.push_back({mark_of(element.get("style"), std::move(body)), span});
        return;
    }
    if (name == "picture")
        for (const doc::Inline& node : body)
            if (const auto* image = std::get_if<doc::InlineImage>(&node.node))
                reader.looks[index(image->media)].in_line = true;
    if (!append_styled_element(name, body, span, out)) append_all(std::move(body), out);
}

}  // namespace triptych::gitbook
