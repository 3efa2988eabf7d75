#include "gitbook/convert/operations.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/link_cards.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

struct Label {
    std::string_view key, words;
};
/// What GitBook prints over the parameters, whatever the language of the page.
constexpr std::array parameter_labels{
    Label{"api-method-path-parameters", "Path Parameters"},
    Label{"api-method-query-parameters", "Query Parameters"},
    Label{"api-method-body-parameters", "Body Parameters"},
    Label{"api-method-form-data-parameters", "Form Data Parameters"},
    Label{"api-method-headers", "Headers"},
    Label{"path", "Path Parameters"},
    Label{"query", "Query Parameters"},
    Label{"body", "Body Parameters"},
    Label{"header", "Headers"},
    Label{"cookie", "Cookies"},
};

std::string label_of(std::string_view key) {
    for (const Label& label : parameter_labels)
        if (label.key == key) return std::string(label.words);
    return std::string(key);
}

doc::Block bold_line(std::string words, Span span) {
    return paragraph({{doc::Strong{{text_inline(std::move(words), span)}}, span}}, span);
}

std::string words_of(const Node& node, std::string_view attribute) {
    return without_export_escapes(node.get(attribute));
}

/// The method and the address of the operation, as they are called.
void add_call(const Node& operation, Flow& out) {
    std::string call = upper_ascii(operation.get("method"));
    std::string address = words_of(operation, "host");
    address += words_of(operation, "baseUrl");
    address += words_of(operation, "path");
    if (!call.empty() && !address.empty()) call += ' ';
    call += address;
    const Span span = operation.opening;
    if (!call.empty()) out.add(paragraph({{doc::Code{std::move(call)}, span}}, span));
}

doc::Row parameter_row(Converter& converter, const Node& parameter) {
    const Span span = parameter.span;
    doc::Inlines name;
    if (std::string words = words_of(parameter, "name"); !words.empty())
        name.push_back({doc::Code{std::move(words)}, span});
    if (parameter.get("required") == "true") name.push_back(text_inline("*", span));
    doc::Row row;
    doc::Blocks named;
    if (!name.empty()) named.push_back(paragraph(std::move(name), span));
    row.cells.push_back({std::move(named), true, span});
    doc::Blocks type;
    if (const std::string kind = words_of(parameter, "type"); !kind.empty())
        type.push_back(paragraph({text_inline(kind, span)}, span));
    row.cells.push_back({std::move(type), false, span});
    row.cells.push_back({blocks_of(converter, parameter.children), false, span});
    return row;
}

/// Parameters side by side make a table; a label stands where their place in the request changes.
class ParameterTables {
public:
    explicit ParameterTables(Flow& out) : out_(out) {}

    void add(Converter& converter, const Node& parameter, std::string label) {
        doc::Row row = parameter_row(converter, parameter);
        if (!open_ || label != label_) {
            label_ = std::move(label);
            out_.add(bold_line(label_, parameter.span));
            out_.add(doc::Table{{{}, {}, {}}, {}, {}, {}}, parameter.span);
            open_ = true;
        }
        doc::Block& table = out_.blocks().back();
        table.span.end = parameter.span.end;
        std::get<doc::Table>(table.node).rows.push_back(std::move(row));
    }
    void end() { open_ = false; }

private:
    Flow& out_;
    std::string label_;
    bool open_ = false;
};

/// Adds the children of `group`, of which those called `name` are parameters.
template <typename LabelOf>
void add_children(Converter& converter, const Node& group, std::string_view name, Flow& out,
                  LabelOf label_of_parameter) {
    ParameterTables parameters(out);
    for (const Node& child : group.children) {
        if (child.is_tag(name)) {
            parameters.add(converter, child, label_of_parameter(child));
            continue;
        }
        if (child.is_tag("api-method-summary")) continue;
        const std::size_t before = out.blocks().size();
        convert(converter, child, out);
        out.end_paragraph();
        if (out.blocks().size() != before) parameters.end();
    }
}

}  // namespace

void convert_operation(Converter& converter, const Node& operation, Flow& out) {
    if (operation.name == "swagger" && operation.has("src"))
        return convert_api(converter, operation, out);
    const std::string summary = words_of(operation, "summary");
    if (!summary.empty()) out.add(bold_line(summary, operation.opening));
    for (const Node& child : operation.children)
        if (child.is_tag("api-method-summary")) convert_operation_summary(converter, child, out);
    add_call(operation, out);
    add_children(converter, operation, "swagger-parameter", out,
                 [](const Node& parameter) { return label_of(parameter.get("in")); });
}

void convert_operation_summary(Converter& converter, const Node& summary, Flow& out) {
    for (doc::Block& block : blocks_of(converter, summary.children)) {
        if (auto* text = std::get_if<doc::Paragraph>(&block.node))
            text->body = {{doc::Strong{std::move(text->body)}, summary.span}};
        out.add(std::move(block));
    }
}

void convert_parameters(Converter& converter, const Node& group, Flow& out) {
    add_children(converter, group, "api-method-parameter", out,
                 [&](const Node&) { return label_of(group.name); });
}

void convert_parameter(Converter& converter, const Node& parameter, Flow& out) {
    ParameterTables(out).add(converter, parameter, label_of(parameter.get("in")));
}

void convert_response(Converter& converter, const Node& response, Flow& out) {
    std::string words(response.get("httpCode"));
    words += response.get("status");
    const std::string description = words_of(response, "description");
    if (!words.empty() && !description.empty()) words += " – ";
    words += description;
    if (!words.empty()) out.add(bold_line(std::move(words), response.opening));
    convert(converter, response.children, out);
    out.end_paragraph();
}

}  // namespace triptych::gitbook
