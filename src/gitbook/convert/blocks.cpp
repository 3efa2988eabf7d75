#include "gitbook/convert/blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "gitbook/convert/html.hpp"
#include "gitbook/convert/html_reader.hpp"
#include "gitbook/convert/includes.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/conditions.hpp"

namespace triptych::gitbook {
namespace {

using Converter = void (*)(Reader&, const Container&, Span, doc::Blocks&);

void append_nothing(Reader&, const Container&, Span, doc::Blocks&) {}

void append_file_name(Reader&, const Container& name, Span span, doc::Blocks& out) {
    out.push_back(paragraph({{doc::Code{name.arguments}, span}}, span));
}

/// A reference to a description of an API, or the operation itself.
void append_swagger(Reader& reader, const Container& swagger, Span span, doc::Blocks& out) {
    const bool refers = !attribute(swagger.attributes, "src").empty();
    (refers ? append_api : append_operation)(reader, swagger, span, out);
}

struct TagMeaning {
    std::string_view name;
    Converter convert;
};
constexpr std::array tag_meanings{
    TagMeaning{"hint", append_hint},
    TagMeaning{"tabs", append_tabs},
    TagMeaning{"tab", append_tab},
    TagMeaning{"stepper", append_stepper},
    TagMeaning{"step", append_step},
    TagMeaning{"code", append_listing},
    TagMeaning{"prompt", append_listing},
    TagMeaning{"columns", append_columns},
    TagMeaning{"column", append_content},
    TagMeaning{"updates", append_updates},
    TagMeaning{"update", append_update},
    TagMeaning{"embed", append_embed},
    TagMeaning{"file", append_file},
    TagMeaning{"content-ref", append_page_link},
    TagMeaning{"page-ref", append_page_link},
    TagMeaning{"openapi", append_api},
    TagMeaning{"openapi-operation", append_api},
    TagMeaning{"openapi-schemas", append_api},
    TagMeaning{"swagger", append_swagger},
    TagMeaning{"swagger-description", append_content},
    TagMeaning{"swagger-parameter", append_parameter},
    TagMeaning{"swagger-response", append_response},
    TagMeaning{"api-method", append_operation},
    TagMeaning{"api-method-summary", append_operation_summary},
    TagMeaning{"api-method-description", append_content},
    TagMeaning{"api-method-spec", append_content},
    TagMeaning{"api-method-request", append_content},
    TagMeaning{"api-method-path-parameters", append_parameters},
    TagMeaning{"api-method-query-parameters", append_parameters},
    TagMeaning{"api-method-body-parameters", append_parameters},
    TagMeaning{"api-method-form-data-parameters", append_parameters},
    TagMeaning{"api-method-headers", append_parameters},
    TagMeaning{"api-method-parameter", append_parameter},
    TagMeaning{"api-method-response", append_content},
    TagMeaning{"api-method-response-example", append_response},
    TagMeaning{"api-method-response-example-description", append_content},
    TagMeaning{"code-tabs", append_tabs},
    TagMeaning{"code-tabs-item", append_tab},
    TagMeaning{"math", append_formula},
    TagMeaning{"panel", append_panel},
    TagMeaning{"youtube", append_video},
    TagMeaning{"mermaid", append_diagram},
    TagMeaning{"plantuml", append_diagram},
    TagMeaning{"uml", append_diagram},
    TagMeaning{"graphviz", append_diagram},
    TagMeaning{"collapse", append_details},
    TagMeaning{"method", append_content},
    TagMeaning{"sample", append_nothing},
    TagMeaning{"common", append_nothing},
    TagMeaning{"include", append_include},
    TagMeaning{"if", append_conditional},
    TagMeaning{"elif", append_nothing},
    TagMeaning{"else", append_nothing},
    TagMeaning{"set", append_content},
    TagMeaning{"raw", append_content},
    TagMeaning{"filename", append_file_name},
};

void append_unknown(Reader& reader, const Container& tag, Span span, doc::Blocks& out) {
    const std::string kept = tag.closed ? "its content is kept" : "it is kept as text";
    reader.diagnostics.report(Kind::unknown_tag, tag.opening,
                              "tag '" + tag.name + "' is not known; " + kept);
    if (tag.closed) return append_content(reader, tag, span, out);
    out.push_back(unsupported(tag.name, std::string(reader.written(tag.opening)), span));
}

void report_open_quote(Reader& reader, const Container& tag) {
    if (std::count(tag.arguments.begin(), tag.arguments.end(), '"') % 2 == 0) return;
    reader.diagnostics.report(Kind::unclosed_tag, tag.opening,
                              "quotation mark in '" + shown(tag) + "' is never closed",
                              "the value ends with the tag");
}

void append_html_container(Reader& reader, const Container& element, Span span, doc::Blocks& out) {
    if (element.name == "details") return append_details(reader, element, span, out);
    if (element.name == "div")
        return append_division_blocks(element.attributes, read_parts(reader, element.parts), span,
                                      out);
    append_content(reader, element, span, out);
}

bool is_gallery(const doc::Blocks& blocks) {
    return blocks.size() > 1 && std::all_of(blocks.begin(), blocks.end(), [](const auto& block) {
               return std::holds_alternative<doc::Figure>(block.node);
           });
}

doc::CalloutKind callout_kind(std::string_view style) {
    return style == "success"   ? doc::CalloutKind::success
           : style == "warning" ? doc::CalloutKind::warning
           : style == "danger"  ? doc::CalloutKind::danger
                                : doc::CalloutKind::info;
}

bool is_known_style(std::string_view style) {
    return style.empty() || style == "info" || style == "tip" || style == "working" ||
           style == "primary" || style == "default" ||
           callout_kind(style) != doc::CalloutKind::info;
}

/// A listing's title is the file name above it (HonKit's `filename`).
void title_listing(const Part& previous, doc::Blocks& out) {
    const auto* name = std::get_if<Container>(&previous.node);
    if (name == nullptr || name->syntax != Syntax::tag || name->name != "filename") return;
    auto* code = out.size() < 2 ? nullptr : std::get_if<doc::CodeBlock>(&out.back().node);
    if (code == nullptr) return;
    code->title = name->arguments;
    out.erase(out.end() - 2);
}

}  // namespace

void append_container(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    const Nested nested(reader);
    if (nested.too_deep()) return out.push_back(too_deep(reader, span));
    if (container.syntax == Syntax::section_comment)
        return append_details(reader, container, span, out);
    if (container.syntax == Syntax::html)
        return append_html_container(reader, container, span, out);
    if (is_integration(container.name)) return append_integration(reader, container, span, out);
    report_open_quote(reader, container);
    const auto meaning =
        std::find_if(tag_meanings.begin(), tag_meanings.end(),
                     [&](const TagMeaning& known) { return known.name == container.name; });
    if (meaning == tag_meanings.end()) return append_unknown(reader, container, span, out);
    meaning->convert(reader, container, span, out);
}

void append_content(Reader& reader, const Container& container, Span, doc::Blocks& out) {
    for (doc::Block& block : read_parts(reader, container.parts)) out.push_back(std::move(block));
}

doc::Blocks read_parts(Reader& reader, const Parts& parts) {
    doc::Blocks out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::visit(Match{
                       [&](cmark_node* node) { append_markdown(reader, node, out); },
                       [&](const HtmlIsland& island) {
                           for (doc::Block& block : read_html(reader, island.html))
                               out.push_back(std::move(block));
                       },
                       [&](const Container& container) {
                           append_container(reader, container, parts[i].span, out);
                       },
                   },
                   parts[i].node);
        if (i > 0) title_listing(parts[i - 1], out);
    }
    return out;
}

doc::Inlines inlines_of_attribute(Reader& reader, const Container& container,
                                  std::string_view name) {
    const std::string value(attribute(container.attributes, name));
    if (value.empty()) return {};
    return finished_text(reader, value,
                         attribute_span(container.attributes, name, container.opening));
}

void append_hint(Reader& reader, const Container& hint, Span span, doc::Blocks& out) {
    const std::string style(attribute(hint.attributes, "style"));
    if (!is_known_style(style))
        reader.diagnostics.report(Kind::invalid_value,
                                  attribute_span(hint.attributes, "style", hint.opening),
                                  "hint style '" + style + "' is not known; it is shown as info",
                                  "use info, success, warning or danger");
    out.push_back({doc::Callout{callout_kind(style), read_parts(reader, hint.parts)}, span});
}

void append_listing(Reader& reader, const Container& listing, Span, doc::Blocks& out) {
    doc::Blocks content = read_parts(reader, listing.parts);
    bool first = true;
    for (doc::Block& block : content) {
        auto* code = std::get_if<doc::CodeBlock>(&block.node);
        if (code != nullptr && std::exchange(first, false)) {
            const bool prompt = listing.name == "prompt";
            code->title = attribute(listing.attributes, prompt ? "description" : "title");
            code->line_numbers = attribute(listing.attributes, "lineNumbers") == "true";
        }
        out.push_back(std::move(block));
    }
}

void append_formula(Reader& reader, const Container& formula, Span span, doc::Blocks& out) {
    const Span inside{span.file, formula.opening.end, span.end};
    const std::string_view written = reader.written(inside);
    const std::size_t end = written.rfind("{%");
    if (!formula.closed || end == written.npos) return append_content(reader, formula, span, out);
    out.push_back({doc::MathBlock{std::string(text::trim(written.substr(0, end)))}, span});
}

void append_conditional(Reader& reader, const Container& conditional, Span span, doc::Blocks& out) {
    std::string condition = conditional.arguments;
    bool decided = false;
    bool shown = reader.options.conditions == Conditions::show_all ||
                 holds(condition, reader.options.variables);
    Parts kept;
    for (const Part& part : conditional.parts) {
        const auto* branch = std::get_if<Container>(&part.node);
        if (branch != nullptr && branch->syntax == Syntax::tag &&
            (branch->name == "else" || branch->name == "elif")) {
            decided = decided || shown;
            shown = reader.options.conditions == Conditions::show_all ||
                    (!decided && (branch->name == "else" ||
                                  holds(branch->arguments, reader.options.variables)));
        } else if (shown) {
            kept.push_back(part);
        }
    }
    if (kept.empty() && !conditional.parts.empty())
        reader.diagnostics.report(Kind::content_dropped, span,
                                  "left out because '" + condition + "' does not hold",
                                  "give the variable a value, or show all conditional text");
    for (doc::Block& block : read_parts(reader, kept)) out.push_back(std::move(block));
}

void append_details(Reader& reader, const Container& container, Span span, doc::Blocks& out) {
    doc::Details details;
    details.id =
        attribute(container.attributes, container.syntax == Syntax::html ? "id" : "data-id");
    details.summary = inlines_of_attribute(
        reader, container, container.syntax == Syntax::tag ? "title" : "data-title");
    Parts rest;
    for (const Part& part : container.parts) {
        const auto* summary = std::get_if<Container>(&part.node);
        const bool first = summary != nullptr && summary->syntax == Syntax::html &&
                           summary->name == "summary" && details.summary.empty();
        if (!first) {
            rest.push_back(part);
            continue;
        }
        for (doc::Block& block : read_parts(reader, summary->parts))
            if (auto* text = std::get_if<doc::Paragraph>(&block.node))
                details.summary.insert(details.summary.end(), text->body.begin(), text->body.end());
            else if (auto* heading = std::get_if<doc::Heading>(&block.node))
                details.summary.insert(details.summary.end(), heading->body.begin(),
                                       heading->body.end());
            else
                details.body.push_back(std::move(block));
    }
    for (doc::Block& block : read_parts(reader, rest)) details.body.push_back(std::move(block));
    out.push_back({std::move(details), span});
}

void append_division_blocks(const std::vector<TagAttribute>& attributes, doc::Blocks content,
                            Span span, doc::Blocks& out) {
    if (attribute(attributes, "data-tag") == "hint") {
        const doc::CalloutKind kind = callout_kind(attribute(attributes, "data-style"));
        return out.push_back({doc::Callout{kind, std::move(content)}, span});
    }
    if (is_gallery(content)) return append_gallery(std::move(content), span, out);
    for (doc::Block& block : content) out.push_back(std::move(block));
}

}  // namespace triptych::gitbook
