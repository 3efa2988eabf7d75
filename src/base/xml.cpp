#include "base/xml.hpp"

#include <cstddef>
#include <utility>

#include "base/text.hpp"

namespace triptych::xml {

namespace {

struct StringWriter final : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override {
        out.append(static_cast<const char*>(data), size);
    }
};

bool is_allowed(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

/// True when `text` can be written as it is: no control characters, nothing malformed, no U+FFFE.
bool is_plain(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 && !is_allowed(static_cast<char32_t>(c)))
            return false;
    return !text::first_invalid_utf8(text) && text.find("\xEF\xBF") == std::string_view::npos;
}

/// Sets the value of a node or an attribute to what XML allows of `text` (XML 1.0, §2.2).
template <typename Named>
void set_value(Named named, std::string_view text) {
    if (is_plain(text)) {
        named.set_value(text.data(), text.size());
        return;
    }
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (is_allowed(c)) text::append_code_point(out, c);
    }
    named.set_value(out.c_str());
}

}  // namespace

std::string to_string(const pugi::xml_document& document, Layout layout) {
    StringWriter writer;
    unsigned flags = layout == Layout::indented ? pugi::format_indent : pugi::format_raw;
    if (layout == Layout::fragment) {
        flags |= pugi::format_no_declaration;
    } else if (document.first_child().type() != pugi::node_declaration) {
        writer.out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        flags |= pugi::format_no_declaration;
    }
    document.save(writer, "  ", flags, pugi::encoding_utf8);
    return std::move(writer.out);
}

void append_text(pugi::xml_node parent, std::string_view text) {
    set_value(parent.append_child(pugi::node_pcdata), text);
}

void set_attribute(pugi::xml_node node, const char* name, std::string_view value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    set_value(attribute, value);
}

}  // namespace triptych::xml
