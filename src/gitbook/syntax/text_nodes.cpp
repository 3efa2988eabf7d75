#include "gitbook/syntax/text_nodes.hpp"

#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {

Node formula_node(const Formula& formula) {
    Node node = tag_node("formula", formula.span);
    node.text = formula.tex;
    node.attributes.push_back({"source", formula.source, formula.span});
    return node;
}

void append_text(std::string_view text, Span span, const ScannedText& scanned, Nodes& out) {
    for (std::size_t front = text.find(formula_front); front != std::string_view::npos;
         front = text.find(formula_front)) {
        std::size_t behind = front;
        const auto number = formula_placeholder(text, behind);
        if (!number || *number >= scanned.formulas.size()) break;
        if (front > 0) out.push_back(text_node(std::string(text.substr(0, front)), span));
        out.push_back(formula_node(scanned.formulas[*number]));
        text.remove_prefix(behind);
    }
    if (!text.empty()) out.push_back(text_node(std::string(text), span));
}

}  // namespace triptych::gitbook
