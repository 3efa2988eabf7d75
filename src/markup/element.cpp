#include "base/words.hpp"
#include "markup/writer.hpp"

#include "base/language_tag.hpp"
#include "base/xml.hpp"

namespace triptych::markup {

void set_id(pugi::xml_node node, const std::string& id, const Writer& writer) {
    if (!id.empty()) writer.host.set_id(node, id);
}

void set_to_right(pugi::xml_node node, const Writer& writer) {
    if (is_right_to_left(writer.language)) xml::set_attribute(node, "dir", "ltr");
}

pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view css_class) {
    auto node = parent.append_child(name);
    if (!css_class.empty()) xml::set_attribute(node, "class", css_class);
    return node;
}

pugi::xml_node text_element(pugi::xml_node parent, const char* name, std::string_view text,
                            std::string_view css_class) {
    auto node = element(parent, name, css_class);
    xml::append_text(node, text);
    return node;
}

void tell_words(pugi::xml_node node, std::string_view language) {
    const std::string_view own = language_of_words(language);
    if (own.empty()) return;
    xml::set_attribute(node, "lang", own);
    xml::set_attribute(node, "xml:lang", own);
    if (is_right_to_left(language)) xml::set_attribute(node, "dir", "ltr");
}

}  // namespace triptych::markup
