#include "markup/html_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace triptych::markup {
namespace {

/// Elements of HTML that can have no content (§13.1.2), as far as they are written here.
bool is_void(std::string_view name) {
    static constexpr std::array<std::string_view, 4> names = {"br", "col", "hr", "img"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
}

void append_start_tag(std::string& out, pugi::xml_node node) {
    out.append("<").append(node.name());
    for (const auto attribute : node.attributes()) {
        out.append(" ").append(attribute.name()).append("=\"");
        append_escaped(out, attribute.value());
        out += '"';
    }
    out += '>';
}

}  // namespace

void append_html(std::string& out, pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata) return append_escaped(out, node.value());
    append_start_tag(out, node);
    if (is_void(node.name())) return;
    for (const auto child : node.children()) append_html(out, child);
    out.append("</").append(node.name()).append(">");
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

}  // namespace triptych::markup
