#include "gitbook/convert/blocks.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "doc/diagram.hpp"
#include "gitbook/convert/figures.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

/// The id in what stands between the braces of `{#id}`, `{ #id .class key=value }`, `{: #id }`; or
/// empty where that is no list of attributes.
std::string id_in(std::string_view inside) {
    if (inside.starts_with(':')) inside.remove_prefix(1);
    std::string id;
    for (const std::string_view word : text::split(text::trim(inside), ' ')) {
        if (word.starts_with('#') && id.empty())
            id = word.substr(1);
        else if (!word.empty() && !word.starts_with('.') && word.find('=') == word.npos)
            return {};
    }
    return id;
}

/// Takes `{#id}` off the end of a heading (HonKit, mdBook, MkDocs, Docusaurus).
std::string take_written_id(doc::Inlines& body) {
    auto* last = body.empty() ? nullptr : std::get_if<doc::Text>(&body.back().node);
    if (last == nullptr || !last->text.ends_with('}')) return {};
    const std::size_t front = last->text.rfind('{');
    if (front == std::string::npos) return {};
    const std::string_view written = last->text;
    std::string id = id_in(written.substr(front + 1, written.size() - front - 2));
    if (id.empty()) return {};
    last->text.resize(front);
    while (last->text.ends_with(' ')) last->text.pop_back();
    if (last->text.empty()) body.pop_back();
    return id;
}

void trim_end(doc::Inlines& body) {
    while (!body.empty() && std::holds_alternative<doc::Text>(body.back().node)) {
        auto& text = std::get<doc::Text>(body.back().node).text;
        while (text.ends_with(' ')) text.pop_back();
        if (!text.empty()) return;
        body.pop_back();
    }
}

/// Takes the sign off the end of a heading that leads to the heading itself on the web
/// (`[¶](#id)`, Sphinx and what is made of its pages; `[#](https://…#id)`, sites of Vue).
void take_permalink(doc::Inlines& body) {
    if (body.empty()) return;
    const auto* link = std::get_if<doc::Link>(&body.back().node);
    if (link == nullptr || link->body.size() != 1) return;
    const auto* words = std::get_if<doc::Text>(&link->body[0].node);
    const auto* written = std::get_if<doc::DeadLink>(&link->target);
    const std::string_view sign = words ? text::trim(words->text) : std::string_view();
    const bool to_place = written != nullptr && written->written.find('#') != std::string::npos;
    if (sign == "¶" || (sign == "#" && to_place)) body.pop_back();
    trim_end(body);
}

/// Takes the first anchor out of `body` when `id` is empty.
void take_anchor(doc::Inlines& body, std::string& id) {
    doc::Inlines kept;
    for (doc::Inline& node : body) {
        const auto* anchor = std::get_if<doc::Anchor>(&node.node);
        if (anchor != nullptr && id.empty())
            id = anchor->id;
        else
            kept.push_back(std::move(node));
    }
    trim_end(kept);
    body = std::move(kept);
}

void add_heading(Converter& converter, std::uint8_t level, doc::Inlines body, Span span,
                 Flow& out) {
    doc::Heading heading;
    heading.level = heading.written_level = level;
    finish_inlines(converter, body);
    take_permalink(body);
    heading.id = take_written_id(body);
    take_anchor(body, heading.id);
    heading.body = std::move(body);
    if (!is_blank(heading.body)) return out.add(std::move(heading), span);
    converter.diagnostics.report(Kind::empty_heading, span,
                                 say("heading without text is left out"));
    if (!heading.id.empty()) out.add(paragraph({{doc::Anchor{std::move(heading.id)}, span}}, span));
}

void add_bold_line(Converter& converter, doc::Inlines body, Span span, Flow& out) {
    finish_inlines(converter, body);
    if (!is_blank(body)) out.add(paragraph({{doc::Strong{std::move(body)}, span}}, span));
}

/// Takes the mark of an alert as GitHub writes it, alone on the first line, out of a quote.
std::string_view take_alert(doc::Blocks& body) {
    constexpr std::string_view marks[] = {"[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]",
                                          "[!CAUTION]"};
    auto* opening = body.empty() ? nullptr : std::get_if<doc::Paragraph>(&body.front().node);
    if (opening == nullptr || opening->body.empty()) return {};
    auto* text = std::get_if<doc::Text>(&opening->body.front().node);
    if (text == nullptr) return {};
    for (const std::string_view mark : marks) {
        if (!text->text.starts_with(mark)) continue;
        text->text = text::trim(text->text.substr(mark.size()));
        if (text->text.empty()) opening->body.erase(opening->body.begin());
        if (opening->body.empty()) body.erase(body.begin());
        return mark;
    }
    return {};
}

/// Whether the first line of a quote holds nothing but an alert's mark.
bool has_alert(const Converter& converter, const Node& quote) {
    if (quote.children.empty() || !quote.children.front().is("p")) return false;
    const std::string_view written = converter.written(quote.children.front().span);
    const std::string_view line = text::trim(written.substr(0, written.find('\n')));
    return line.starts_with("[!") && line.ends_with(']');
}

doc::CalloutKind kind_of_alert(std::string_view mark) {
    return mark == "[!TIP]"       ? doc::CalloutKind::success
           : mark == "[!WARNING]" ? doc::CalloutKind::warning
           : mark == "[!CAUTION]" ? doc::CalloutKind::danger
                                  : doc::CalloutKind::info;
}

bool is_gallery(const doc::Blocks& blocks) {
    return blocks.size() > 1 && std::all_of(blocks.begin(), blocks.end(), [](const auto& block) {
               return std::holds_alternative<doc::Figure>(block.node);
           });
}

/// The language that the info string of a fence names.
std::string language_of(std::string_view info) {
    info = text::trim(info);
    if (info.starts_with("{.")) info.remove_prefix(2);
    return std::string(info.substr(0, info.find_first_of(" \t{},:")));
}

std::string class_with_front(const Node& node, std::string_view front) {
    for (const std::string_view name : text::split(node.get("class"), ' '))
        if (name.starts_with(front)) return std::string(name.substr(front.size()));
    return {};
}

std::string language_of(const Node& listing) {
    if (listing.has("data-info")) return language_of(listing.get("data-info"));
    std::string language = class_with_front(listing, "language-");
    const Node* inside = child_named(listing, "code");
    if (language.empty() && inside != nullptr) language = class_with_front(*inside, "lang-");
    if (language.empty() && inside != nullptr) language = class_with_front(*inside, "language-");
    return language;
}

/// Gathers the text of a listing and the numbers of the lines that are strong in it.
class ListingCollector {
public:
    explicit ListingCollector(doc::CodeBlock& code) : code_(code) {}

    void add(const Node& node, bool strong) {
        if (node.kind == Node::Kind::text) return add_text(node.text, strong);
        if (node.is_tag("formula")) return add_text(node.get("source"), strong);
        if (node.is("br")) add_text("\n", false);
        for (const Node& child : node.children) add(child, strong || node.is("strong"));
    }

private:
    void add_text(std::string_view text, bool strong) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (strong && (code_.highlighted.empty() || code_.highlighted.back() != line_))
                code_.highlighted.push_back(line_);
            if (text[at] == '\n') ++line_;
        }
        code_.text += text;
    }

    doc::CodeBlock& code_;
    std::uint32_t line_ = 1;
};

}  // namespace

bool is_diagram_language(std::string_view language) { return !doc::diagram_kind(language).empty(); }

doc::CalloutKind callout_kind(std::string_view style) {
    return style == "success"   ? doc::CalloutKind::success
           : style == "warning" ? doc::CalloutKind::warning
           : style == "danger"  ? doc::CalloutKind::danger
                                : doc::CalloutKind::info;
}

void convert_paragraph(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    const std::size_t before = out.blocks().size();
    add_content(converter, node, out);
    out.end_paragraph(out.blocks().size() == before ? node.span : Span{});
    if (out.blocks().size() == before + 1) add_caption(node, out.blocks());
}

void convert_heading(Converter& converter, const Node& node, Flow& out) {
    const auto level = static_cast<std::uint8_t>(node.name[1] - '0');
    Line line = line_of(converter, node.children, node.span);
    if (converter.in_cell) {
        add_bold_line(converter, std::move(line.text), node.span, out);
    } else {
        if (node.has("id"))
            line.text.insert(line.text.begin(),
                             {doc::Anchor{std::string(node.get("id"))}, node.span});
        add_heading(converter, level, std::move(line.text), node.span, out);
    }
    out.add_all(std::move(line.rest));
}

void convert_quote(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    doc::Blocks body = blocks_of(converter, node.children);
    const std::string_view mark = has_alert(converter, node) ? take_alert(body) : "";
    if (!mark.empty())
        out.add(doc::Callout{kind_of_alert(mark), std::move(body)}, node.span);
    else if (!body.empty() || !node.closed)
        out.add(doc::Quote{std::move(body)}, node.span);
}

void convert_rule(Converter&, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    out.add(doc::ThematicBreak{}, node.span);
}

void convert_term(Converter& converter, const Node& node, Flow& out) {
    Line line = line_of(converter, node.children, node.span);
    if (node.has("id"))
        line.text.insert(line.text.begin(), {doc::Anchor{std::string(node.get("id"))}, node.span});
    add_bold_line(converter, std::move(line.text), node.span, out);
    out.add_all(std::move(line.rest));
}

void convert_division(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    doc::Blocks content = blocks_of(converter, node.children);
    if (node.get("data-tag") == "hint")
        return out.add(doc::Callout{callout_kind(node.get("data-style")), std::move(content)},
                       node.span);
    if (is_gallery(content)) return add_gallery(std::move(content), node.span, out);
    out.add_all(std::move(content));
}

void convert_group(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    add_anchor(node, out);
    add_content(converter, node, out);
    out.end_paragraph();
}

void convert_unshown_group(Converter& converter, const Node& node, Flow& out) {
    report_without_meaning(converter, node);
    convert_group(converter, node, out);
}

void convert_details(Converter& converter, const Node& node, Flow& out) {
    doc::Details details;
    const bool section = node.is_tag("sec");
    details.id = node.get(section ? "data-id" : "id");
    const bool revealed = node.is_tag("reveal");
    details.summary = inlines_of_attribute(converter, node,
                                           section    ? "data-title"
                                           : revealed ? "text"
                                                      : "title");
    Flow body(converter);
    for (const Node& child : node.children) {
        if (!child.is("summary") || !details.summary.empty()) {
            convert(converter, child, body);
            continue;
        }
        Line line = line_of(converter, child.children, child.span);
        finish_inlines(converter, line.text);
        if (details.id.empty()) details.id = child.get("id");
        details.summary = std::move(line.text);
        body.add_all(std::move(line.rest));
    }
    details.body = body.take();
    if (revealed && details.summary.empty()) return out.add_all(std::move(details.body));
    out.add(std::move(details), node.span);
}

void convert_listing(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    doc::CodeBlock code;
    ListingCollector(code).add(node, false);
    if (!node.has("data-info"))
        while (code.text.ends_with('\n')) code.text.pop_back();
    code.language = language_of(node);
    if (is_diagram_language(code.language))
        return out.add(doc::Diagram{std::move(code.language), std::move(code.text),
                                    std::string(node.get("data-title"))},
                       node.span);
    if (code.language == "math" && converter.options.dollar_formulas)
        return out.add(doc::MathBlock{std::string(text::trim(code.text))}, node.span);
    code.title = node.get("data-title");
    if (text::trim(code.text).empty() && code.title.empty())
        return converter.diagnostics.report(Kind::content_dropped, node.span,
                                            say("listing without text is left out"));
    code.line_numbers = node.get("data-line-numbers") == "true";
    out.add(std::move(code), node.span);
}

void convert_drawing(Converter& converter, const Node& node, Flow& out) {
    converter.diagnostics.report(
        Kind::unsupported_html, whole_span(node),
        say("drawing written into the page is left out; its words are kept"),
        say("store it as an SVG file and show that"));
    std::string words = text::collapse_spaces(inner_text(node));
    if (!words.empty()) out.add(text_inline(std::move(words), node.span));
}

void convert_too_deep(Converter&, const Node& node, Flow& out) {
    out.add(unsupported("nesting", node.text, node.span));
}

}  // namespace triptych::gitbook
