#include "markup/html_text.hpp"

#include <array>
#include <string_view>

#include "base/is_one_of.hpp"

namespace triptych::markup {
namespace {

/// Elements of HTML that can have no content (§13.1.2), as far as they are written here.
bool is_void(std::string_view name) {
    static constexpr std::array<std::string_view, 5> names = {"br", "col", "hr", "img", "source"};
    return is_one_of(name, names);
}

/// What stands for a character that can't stand for itself.
std::string_view entity_for(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

/// Control characters are in no text that is meant to be read (HTML §13.2.3.5): they are dropped.
bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

void append_escaped(std::string& out, std::string_view text) {
    std::size_t plain = 0;  // start of what can be taken as it is
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view entity = entity_for(text[i]);
        if (entity.empty() && !is_control(text[i])) continue;
        out.append(text.substr(plain, i - plain)).append(entity);
        plain = i + 1;
    }
    out.append(text.substr(plain));
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
