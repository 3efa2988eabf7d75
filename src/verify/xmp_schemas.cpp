#include "verify/xmp_schemas.hpp"

#include <cstring>
#include <map>

namespace triptych::verify {

namespace {

/// Prefixes that ISO 19005-2, ISO 14289-1 and XMP bind to one schema each.
const std::map<std::string, std::string>& known_namespaces() {
    static const std::map<std::string, std::string> all = {
        {"x", "adobe:ns:meta/"},
        {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"dc", "http://purl.org/dc/elements/1.1/"},
        {"xmp", "http://ns.adobe.com/xap/1.0/"},
        {"pdf", "http://ns.adobe.com/pdf/1.3/"},
        {"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
        {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
        {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
        {"pdfxid", "http://www.npes.org/pdfx/ns/id/"},
        {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
        {"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
        {"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"}};
    return all;
}

enum class Type { text, alternatives, list, set, date, integer };

const std::map<std::string, Type>& known_types() {
    static const std::map<std::string, Type> all = {
        {"dc:title", Type::alternatives},   {"dc:description", Type::alternatives},
        {"dc:rights", Type::alternatives},  {"dc:creator", Type::list},
        {"dc:publisher", Type::set},        {"dc:language", Type::set},
        {"dc:subject", Type::set},          {"dc:format", Type::text},
        {"pdf:Keywords", Type::text},       {"pdf:Producer", Type::text},
        {"xmp:CreatorTool", Type::text},    {"xmp:CreateDate", Type::date},
        {"xmp:ModifyDate", Type::date},     {"xmp:MetadataDate", Type::date},
        {"pdfaid:part", Type::integer},     {"pdfuaid:part", Type::integer},
        {"pdfaid:conformance", Type::text}, {"pdfaExtension:schemas", Type::set}};
    return all;
}

bool is_plain(const pugi::xml_node& property) {
    return !property.find_child(
        [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

bool holds_array(const pugi::xml_node& property, const char* kind) {
    const pugi::xml_node array = property.child(kind);
    return array && array.child("rdf:li") && !array.find_child([](const pugi::xml_node& item) {
        return item.type() == pugi::node_element && std::strcmp(item.name(), "rdf:li") != 0;
    });
}

/// Every item names its language.
bool are_alternatives(const pugi::xml_node& property) {
    bool named = true;
    for (const pugi::xml_node item : property.child("rdf:Alt").children("rdf:li"))
        named = named && *item.attribute("xml:lang").value() != 0;
    return holds_array(property, "rdf:Alt") && named;
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// `2026`, `2026-01`, `2026-01-31` or `2026-01-31T23:59:59Z` (ISO 16684-1 8.2.1.2).
bool is_date(const std::string& text) {
    std::string shape;
    for (const char c : text) shape += c >= '0' && c <= '9' ? '9' : c;
    for (const char* known :
         {"9999", "9999-99", "9999-99-99", "9999-99-99T99:99Z", "9999-99-99T99:99:99Z",
          "9999-99-99T99:99:99+99:99", "9999-99-99T99:99:99-99:99"})
        if (shape == known) return true;
    return false;
}

bool has_type(const pugi::xml_node& property, Type type) {
    const std::string text = property.text().get();
    switch (type) {
        case Type::text:
            return is_plain(property);
        case Type::alternatives:
            return are_alternatives(property);
        case Type::list:
            return holds_array(property, "rdf:Seq");
        case Type::set:
            return holds_array(property, "rdf:Bag");
        case Type::date:
            return is_plain(property) && is_date(text);
        case Type::integer:
            return is_plain(property) && is_number(text);
    }
    return false;
}

struct NamespaceWalker : pugi::xml_tree_walker {
    explicit NamespaceWalker(Report& to) : report(to) {}

    bool for_each(pugi::xml_node& node) override {
        for (const pugi::xml_attribute attribute : node.attributes()) {
            const std::string name = attribute.name();
            if (!starts_with(name, "xmlns:")) continue;
            const auto known = known_namespaces().find(name.substr(6));
            report.expect(known == known_namespaces().end() || known->second == attribute.value(),
                          "ISO 19005-2 6.6.2.1", "a prefix of the metadata names another schema");
        }
        return true;
    }

    Report& report;
};

}  // namespace

void check_namespaces(const pugi::xml_document& packet, Report& report) {
    NamespaceWalker walker(report);
    pugi::xml_document copy;
    copy.reset(packet);
    copy.traverse(walker);
}

void check_type(const pugi::xml_node& property, Report& report) {
    const auto known = known_types().find(property.name());
    report.expect(known == known_types().end() || has_type(property, known->second),
                  "ISO 19005-2 6.6.2.3.1",
                  std::string("the property ") + property.name() + " has another type");
}

}  // namespace triptych::verify
