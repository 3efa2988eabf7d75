#include "gitbook/convert/forms.hpp"

#include "base/text.hpp"
#include "gitbook/convert/flow.hpp"

namespace triptych::gitbook {

void convert_button(Converter& converter, const Node& node, Flow&) {
    converter.diagnostics.report(
        Kind::content_dropped, node.span,
        say("button '{}' works on the web only", text::collapse_spaces(inner_text(node))));
}

void convert_input(Converter& converter, const Node& node, Flow&) {
    std::string_view words = node.get("value");
    if (words.empty()) words = node.get("placeholder");
    converter.diagnostics.report(Kind::content_dropped, node.span,
                                 words.empty()
                                     ? say("field of a form works on the web only")
                                     : say("field '{}' of a form works on the web only", words));
}

void convert_select(Converter& converter, const Node& node, Flow& out) {
    const bool grouped = child_named(node, "optgroup") != nullptr;
    if (!grouped && text::trim(inner_text(node)).empty()) return;
    report_without_meaning(converter, node);
    convert(converter, node.children, out);
}

void convert_option(Converter& converter, const Node& node, Flow& out) {
    out.end_paragraph();
    if (node.is("optgroup") && node.has("label"))
        out.add(text_inline(std::string(node.get("label")), node.opening));
    out.end_paragraph();
    convert(converter, node.children, out);
    out.end_paragraph();
}
}  // namespace triptych::gitbook
