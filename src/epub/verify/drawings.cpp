#include <set>

#include <fmt/format.h>

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

class DrawingRules {
public:
    DrawingRules(const std::string& path, Report& report) : path_(path), report_(report) {}

    void check(pugi::xml_node node, const svg::Element* outer, int depth) {
        constexpr int deepest = 1000;
        const auto* element = svg::find_element(node.name());
        if (depth > deepest || !element || (outer && !svg::may_hold(*outer, *element)))
            return say(fmt::format("has <{}> where SVG 1.1 has none", node.name()));
        for (const auto attribute : node.attributes()) check(attribute, *element);
        for (const auto child : node.children())
            if (child.type() == pugi::node_element) check(child, element, depth + 1);
    }

private:
    void check(pugi::xml_attribute attribute, const svg::Element& element) {
        const std::string_view name = attribute.name(), value = attribute.value();
        if (name == "id" && !ids_.insert(std::string(value)).second)
            say(fmt::format("has two elements with the id '{}'", value));
        if (is_general(name)) return;
        const bool property =
            svg::has_property(element, name) && svg::kept_property(name, value).has_value();
        if (!property && !is_own(element, name, value))
            say(fmt::format("has {}=\"{}\" on <{}>", name, value.substr(0, 60), element.name));
    }
    void say(const std::string& what) {
        report_.expect(false, "EPUB 3.3 6.2", fmt::format("'{}' {}", path_, what));
    }

    const std::string& path_;
    Report& report_;
    std::set<std::string> ids_;
};

}  // namespace

void check_drawings(const Archive& archive, const Package& package, Report& report) {
    for (const auto& [id, item] : package.items) {
        const auto file = archive.find(item.path);
        if (item.media_type != "image/svg+xml" || file == archive.end()) continue;
        pugi::xml_document tree;
        tree.load_buffer(file->second.data(), file->second.size());
        DrawingRules(item.path, report).check(tree.document_element(), nullptr, 0);
    }
}

void check_well_formed(const Archive& archive, Report& report) {
    for (const auto& [name, bytes] : archive) {
        const bool is_xml = name.ends_with(".xml") || name.ends_with(".opf") ||
                            name.ends_with(".ncx") || name.ends_with(".xhtml") ||
                            name.ends_with(".svg");
        if (!is_xml) continue;
        const auto flaw = xml::first_flaw(bytes);
        report.expect(!flaw, "XML 1.0 2.1", fmt::format("'{}' {}", name, flaw.value_or("")));
    }
}

}  // namespace triptych::epub::verify
