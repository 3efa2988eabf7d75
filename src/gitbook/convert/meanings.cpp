#include "gitbook/convert/meanings.hpp"

#include <algorithm>
#include <iterator>

#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/boxes.hpp"
#include "gitbook/convert/figures.hpp"
#include "gitbook/convert/forms.hpp"
#include "gitbook/convert/includes.hpp"
#include "gitbook/convert/link_cards.hpp"
#include "gitbook/convert/lists.hpp"
#include "gitbook/convert/operations.hpp"
#include "gitbook/convert/plugins.hpp"
#include "gitbook/convert/ruby.hpp"
#include "gitbook/convert/tables.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

struct Row {
    std::string_view name;
    Meaning meaning;
};

/// Elements of HTML, also as Markdown writes them; in byte order, for binary search. An element
/// without a row is reported and its content kept.
constexpr Row elements[] = {
    {"a", convert_link},
    {"abbr", convert_span},
    {"acronym", convert_span},
    {"address", convert_group},
    {"area", convert_area},
    {"article", convert_group},
    {"aside", convert_group},
    {"audio", convert_media},
    {"b", convert_strong},
    {"base", convert_span},
    {"bdi", convert_span},
    {"bdo", convert_span},
    {"big", convert_span},
    {"blink", convert_span},
    {"blockquote", convert_quote},
    {"body", convert_group},
    {"br", convert_line_break},
    {"button", convert_button},
    {"caption", convert_unshown_group},
    {"center", convert_group},
    {"cite", convert_emphasis},
    {"code", convert_code},
    {"col", convert_span},
    {"colgroup", convert_group},
    {"data", convert_span},
    {"dd", convert_group},
    {"del", convert_strikethrough},
    {"details", convert_details},
    {"dfn", convert_emphasis},
    {"dialog", convert_unshown_group},
    {"dir", convert_list},
    {"div", convert_division},
    {"dl", convert_group},
    {"dt", convert_term},
    {"em", convert_emphasis},
    {"embed", convert_media},
    {"fieldset", convert_group},
    {"figcaption", convert_group},
    {"figure", convert_figure},
    {"font", convert_font},
    {"footer", convert_group},
    {"foreignobject", convert_unshown_group},
    {"form", convert_unshown_group},
    {"h1", convert_heading},
    {"h2", convert_heading},
    {"h3", convert_heading},
    {"h4", convert_heading},
    {"h5", convert_heading},
    {"h6", convert_heading},
    {"head", convert_group},
    {"header", convert_group},
    {"hgroup", convert_group},
    {"hr", convert_rule},
    {"html", convert_group},
    {"i", convert_icon_or_emphasis},
    {"iframe", convert_media},
    {"img", convert_image},
    {"input", convert_input},
    {"ins", convert_span},
    {"kbd", convert_key},
    {"label", convert_span},
    {"legend", convert_group},
    {"li", convert_item},
    {"link", convert_span},
    {"listing", convert_unshown_group},
    {"main", convert_group},
    {"mark", convert_mark},
    {"marquee", convert_span},
    {"math", convert_formula_markup},
    {"menu", convert_list},
    {"meta", convert_span},
    {"nav", convert_group},
    {"nobr", convert_span},
    {"noframes", convert_group},
    {"noscript", convert_group},
    {"object", convert_media},
    {"ol", convert_list},
    {"optgroup", convert_option},
    {"option", convert_option},
    {"output", convert_span},
    {"p", convert_paragraph},
    {"param", convert_span},
    {"picture", convert_picture},
    {"plaintext", convert_unshown_group},
    {"pre", convert_listing},
    {"q", convert_quotation},
    {"rb", convert_span},
    {"rp", convert_reading},
    {"rt", convert_reading},
    {"rtc", convert_span},
    {"ruby", convert_ruby},
    {"s", convert_strikethrough},
    {"samp", convert_code},
    {"script", convert_program},
    {"search", convert_group},
    {"section", convert_group},
    {"select", convert_select},
    {"small", convert_span},
    {"source", convert_span},
    {"span", convert_span},
    {"strike", convert_strikethrough},
    {"strong", convert_strong},
    {"style", convert_program},
    {"sub", convert_subscript},
    {"summary", convert_term},
    {"sup", convert_superscript},
    {"svg", convert_drawing},
    {"table", convert_table},
    {"tbody", convert_unshown_group},
    {"td", convert_unshown_group},
    {"template", convert_unshown_group},
    {"textarea", convert_unshown_group},
    {"tfoot", convert_unshown_group},
    {"th", convert_unshown_group},
    {"thead", convert_unshown_group},
    {"time", convert_span},
    {"title", convert_unshown_group},
    {"tr", convert_unshown_group},
    {"track", convert_span},
    {"tt", convert_code},
    {"u", convert_span},
    {"ul", convert_list},
    {"var", convert_emphasis},
    {"video", convert_media},
    {"wbr", convert_span},
    {"xmp", convert_unshown_group},
};

/// `{% tags %}`, and what the readers of Markdown and HTML put in; in byte order.
constexpr Row tags[] = {
    {"api-method", convert_operation},
    {"api-method-body-parameters", convert_parameters},
    {"api-method-description", convert_content},
    {"api-method-form-data-parameters", convert_parameters},
    {"api-method-headers", convert_parameters},
    {"api-method-parameter", convert_parameter},
    {"api-method-path-parameters", convert_parameters},
    {"api-method-query-parameters", convert_parameters},
    {"api-method-request", convert_content},
    {"api-method-response", convert_content},
    {"api-method-response-example", convert_response},
    {"api-method-response-example-description", convert_content},
    {"api-method-spec", convert_content},
    {"api-method-summary", convert_operation_summary},
    {"code", convert_code_tag},
    {"code-tabs", convert_tabs},
    {"code-tabs-item", convert_tab},
    {"collapse", convert_details},
    {"column", convert_content},
    {"columns", convert_columns},
    {"common", convert_nothing},
    {"content-ref", convert_page_link},
    {"details", convert_details},
    {"elif", convert_nothing},
    {"else", convert_nothing},
    {"embed", convert_embed},
    {"file", convert_file},
    {"filename", convert_file_name},
    {"formula", convert_formula},
    {"graphviz", convert_diagram},
    {"hint", convert_hint},
    {"if", convert_conditional},
    {"include", convert_include},
    {"math", convert_math_tag},
    {"mermaid", convert_diagram},
    {"method", convert_content},
    {"nesting", convert_too_deep},
    {"note", convert_note},
    {"openapi", convert_api},
    {"openapi-operation", convert_api},
    {"openapi-schemas", convert_api},
    {"page-ref", convert_page_link},
    {"panel", convert_hint},
    {"plantuml", convert_diagram},
    {"prompt", convert_code_tag},
    {"raw", convert_content},
    {"reveal", convert_details},
    {"sample", convert_nothing},
    {"sec", convert_details},
    {"set", convert_content},
    {"step", convert_step},
    {"stepper", convert_stepper},
    {"swagger", convert_operation},
    {"swagger-description", convert_content},
    {"swagger-parameter", convert_parameter},
    {"swagger-response", convert_response},
    {"tab", convert_tab},
    {"tabs", convert_tabs},
    {"uml", convert_diagram},
    {"update", convert_update},
    {"updates", convert_updates},
    {"youtube", convert_video},
};

template <std::size_t Count>
Meaning find(const Row (&rows)[Count], std::string_view name) {
    const auto row =
        std::lower_bound(std::begin(rows), std::end(rows), name,
                         [](const Row& one, std::string_view wanted) { return one.name < wanted; });
    return row != std::end(rows) && row->name == name ? row->meaning : nullptr;
}

}  // namespace

Meaning meaning_of(const Node& node) {
    if (node.kind == Node::Kind::element) return find(elements, node.name);
    return is_integration(node.name) ? convert_integration : find(tags, node.name);
}

}  // namespace triptych::gitbook
