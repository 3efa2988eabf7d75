#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"

/// API operations written out in the page: `api-method` of exports before 2022, and `swagger` with
/// its parameters and responses, which followed it.
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

const Container* child_named(const Part& part, std::string_view name) {
    const auto* child = std::get_if<Container>(&part.node);
    return child != nullptr && child->name == name ? child : nullptr;
}

doc::Block bold_line(std::string words, Span span) {
    return paragraph({{doc::Strong{{text_inline(std::move(words), span)}}, span}}, span);
}

/// The method and the address of the operation, as they are called.
void append_call(const Container& operation, Span span, doc::Blocks& out) {
    std::string call = text::lower_case(attribute(operation.attributes, "method"));
    for (char& c : call)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    std::string address(attribute(operation.attributes, "host"));
    address += attribute(operation.attributes, "baseUrl");
    address += attribute(operation.attributes, "path");
    if (!call.empty() && !address.empty()) call += ' ';
    call += address;
    if (!call.empty()) out.push_back(paragraph({{doc::Code{std::move(call)}, span}}, span));
}

doc::Row parameter_row(Reader& reader, const Container& parameter, Span span) {
    const auto words = [&](std::string_view name) {
        return std::string(attribute(parameter.attributes, name));
    };
    doc::Inlines name{{doc::Code{words("name")}, span}};
    if (words("required") == "true") name.push_back(text_inline("*", span));
    doc::Row row;
    row.cells.push_back({{paragraph(std::move(name), span)}, true, span});
    doc::Blocks type;
    if (const std::string kind = words("type"); !kind.empty())
        type.push_back(paragraph({text_inline(kind, span)}, span));
    row.cells.push_back({std::move(type), false, span});
    row.cells.push_back({read_parts(reader, parameter.parts), false, span});
    return row;
}

/// Parameters side by side make a table; a label stands where their place in the request changes.
class ParameterTables {
public:
    explicit ParameterTables(doc::Blocks& out) : out_(out) {}

    void add(Reader& reader, const Container& parameter, Span span, std::string label) {
        if (!open_ || label != label_) {
            label_ = std::move(label);
            out_.push_back(bold_line(label_, span));
            out_.push_back({doc::Table{{{}, {}, {}}, {}, {}, {}}, span});
            open_ = true;
        }
        out_.back().span.end = span.end;
        std::get<doc::Table>(out_.back().node)
            .rows.push_back(parameter_row(reader, parameter, span));
    }
    void end() { open_ = false; }

private:
    doc::Blocks& out_;
    std::string label_;
    bool open_ = false;
};

void append_part(Reader& reader, const Part& part, doc::Blocks& out) {
    for (doc::Block& block : read_parts(reader, {part})) out.push_back(std::move(block));
}

}  // namespace

void append_operation(Reader& reader, const Container& operation, Span, doc::Blocks& out) {
    const std::string summary(attribute(operation.attributes, "summary"));
    if (!summary.empty()) out.push_back(bold_line(summary, operation.opening));
    for (const Part& part : operation.parts)
        if (child_named(part, "api-method-summary") != nullptr) append_part(reader, part, out);
    append_call(operation, operation.opening, out);
    ParameterTables parameters(out);
    for (const Part& part : operation.parts) {
        if (child_named(part, "api-method-summary") != nullptr) continue;
        const Container* parameter = child_named(part, "swagger-parameter");
        if (parameter != nullptr) {
            parameters.add(reader, *parameter, part.span,
                           label_of(attribute(parameter->attributes, "in")));
            continue;
        }
        parameters.end();
        append_part(reader, part, out);
    }
}

void append_operation_summary(Reader& reader, const Container& summary, Span span,
                              doc::Blocks& out) {
    for (doc::Block& block : read_parts(reader, summary.parts)) {
        if (auto* text = std::get_if<doc::Paragraph>(&block.node))
            text->body = {{doc::Strong{std::move(text->body)}, span}};
        out.push_back(std::move(block));
    }
}

void append_parameters(Reader& reader, const Container& group, Span, doc::Blocks& out) {
    ParameterTables parameters(out);
    for (const Part& part : group.parts) {
        const Container* parameter = child_named(part, "api-method-parameter");
        if (parameter != nullptr) {
            parameters.add(reader, *parameter, part.span, label_of(group.name));
            continue;
        }
        parameters.end();
        append_part(reader, part, out);
    }
}

void append_parameter(Reader& reader, const Container& parameter, Span span, doc::Blocks& out) {
    ParameterTables(out).add(reader, parameter, span,
                             label_of(attribute(parameter.attributes, "in")));
}

void append_response(Reader& reader, const Container& response, Span span, doc::Blocks& out) {
    std::string words(attribute(response.attributes, "httpCode"));
    words += attribute(response.attributes, "status");
    const std::string_view description = attribute(response.attributes, "description");
    if (!words.empty() && !description.empty()) words += " – ";
    words += description;
    if (!words.empty()) out.push_back(bold_line(std::move(words), response.opening));
    append_content(reader, response, span, out);
}

}  // namespace triptych::gitbook
