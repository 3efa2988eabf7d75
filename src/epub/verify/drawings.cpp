#include <set>

#include <fmt/format.h>

#include "base/language_tag.hpp"
#include "base/schema.hpp"
#include "base/text.hpp"
#include "base/xml_flaws.hpp"
#include "epub/verify/rules.hpp"
#include "svg/allowed.hpp"

namespace triptych::epub::verify {
namespace {

bool is_general(std::string_view attribute) {
    return attribute == "id" || attribute == "style" || attribute == "xml:space" ||
           attribute == "xml:lang" || attribute == "version" || attribute.starts_with("xmlns");
}

bool is_own(const svg::Element& element, std::string_view attribute, std::string_view value) {
    auto list = element.attributes;
    while (const auto own = svg::next_attribute(list)) {
        const bool reference = own->name == "href" && attribute == "xlink:href";
        if (own->name == attribute || reference)
            return svg::kept_attribute(*own, value).has_value();
    }
    return false;
}

bool holds_words(svg::Role role) { return role == svg::Role::text || role == svg::Role::span; }

bool is_version(std::string_view value) {
    return value == "1.0" || value == "1.1" || value == "1.2";
}

class DrawingRules {
public:
    DrawingRules(const std::string& path, Report& report) : path_(path), report_(report) {}

    void check(pugi::xml_node root) {
        check(root, nullptr, 0);
        for (const auto& id : named_)
            if (!ids_.contains(id)) tell(say("names '{}', which it does not have", id));
    }

private:
    void check(pugi::xml_node node, const svg::Element* outer, int depth) {
        constexpr int deepest = 1000;
        const auto* element = svg::find_element(node.name());
        if (depth > deepest || !element || (outer && !svg::may_hold(*outer, *element)))
            return tell(say("has <{}> where SVG 1.1 has none", node.name()));
        for (const auto attribute : node.attributes()) check(attribute, *element);
        check_required(node, *element);
        for (const auto child : node.children())
            if (child.type() == pugi::node_element)
                check(child, element, depth + 1);
            else if (!holds_words(element->role) && !text::trim(child.value()).empty())
                tell(say("has text straight in <{}>", element->name));
    }
    void check_required(pugi::xml_node node, const svg::Element& element) {
        auto list = element.attributes;
        while (const auto own = svg::next_attribute(list)) {
            const std::string name(own->name);
            const bool needed = (own->required && element.role != svg::Role::image) ||
                                (element.role == svg::Role::stop && name == "offset");
            if (needed && !node.attribute(name.c_str()) &&
                !node.attribute(("xlink:" + name).c_str()))
                tell(say("has <{}> without '{}'", element.name, name));
        }
    }
    void check_general(std::string_view name, std::string_view value) {
        static const schema::Value id_form("ncname");
        const bool sound = name == "id"         ? id_form.holds(value)
                           : name == "version"  ? is_version(value)
                           : name == "xml:lang" ? is_language_tag(value)
                                                : true;
        if (!sound) tell(say("has {}=\"{}\"", name, value.substr(0, 60)));
    }
    void note_reference(std::string_view name, std::string_view value) {
        if (name.ends_with("href") && value.starts_with('#')) named_.emplace(value.substr(1));
        const std::size_t end = value.find(')');
        if (!value.starts_with("url(") || end == value.npos) return;
        if (const auto id = svg::referred_id(value.substr(0, end + 1))) named_.insert(*id);
    }
    void check(pugi::xml_attribute attribute, const svg::Element& element) {
        const std::string_view name = attribute.name(), value = attribute.value();
        if (name == "id" && !ids_.insert(std::string(value)).second)
            tell(say("has two elements with the id '{}'", value));
        check_general(name, value);
        note_reference(name, value);
        if (is_general(name)) return;
        const bool property =
            svg::has_property(element, name) && svg::kept_property(name, value).has_value();
        if (!property && !is_own(element, name, value))
            tell(say("has {}=\"{}\" on <{}>", name, value.substr(0, 60), element.name));
    }
    void tell(const Message& what) {
        report_.expect(false, "EPUB 3.3 6.2", say("'{}' {}", path_, what));
    }

    const std::string& path_;
    Report& report_;
    std::set<std::string> ids_, named_;
};

}  // namespace

void check_drawings(const Archive& archive, const Package& package, Report& report) {
    for (const auto& [id, item] : package.items) {
        const auto file = archive.find(item.path);
        if (item.media_type != "image/svg+xml" || file == archive.end()) continue;
        pugi::xml_document tree;
        tree.load_buffer(file->second.data(), file->second.size());
        DrawingRules(item.path, report).check(tree.document_element());
    }
}

void check_well_formed(const Archive& archive, Report& report) {
    for (const auto& [name, bytes] : archive) {
        const bool is_xml = name.ends_with(".xml") || name.ends_with(".opf") ||
                            name.ends_with(".ncx") || name.ends_with(".xhtml") ||
                            name.ends_with(".svg");
        if (!is_xml) continue;
        const auto flaw = xml::first_flaw(bytes);
        report.expect(!flaw, "XML 1.0 2.1", say("'{}' {}", name, flaw.value_or(Message())));
    }
}

}  // namespace triptych::epub::verify
