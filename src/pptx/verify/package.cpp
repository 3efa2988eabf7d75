#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/xml_flaws.hpp"
#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";

/// The ending of the content type that a relationship of the type must lead to.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> wanted_types = {
    {{"officeDocument", "presentationml.presentation.main+xml"},
     {"slide", "presentationml.slide+xml"},
     {"slideLayout", "presentationml.slideLayout+xml"},
     {"slideMaster", "presentationml.slideMaster+xml"},
     {"notesSlide", "presentationml.notesSlide+xml"},
     {"notesMaster", "presentationml.notesMaster+xml"},
     {"theme", "officedocument.theme+xml"},
     {"presProps", "presentationml.presProps+xml"},
     {"viewProps", "presentationml.viewProps+xml"},
     {"tableStyles", "presentationml.tableStyles+xml"},
     {"core-properties", "package.core-properties+xml"},
     {"extended-properties", "officedocument.extended-properties+xml"}}};

void check_types(const opc::Archive& archive, Report& report) {
    report.expect(archive.has(types_part), "ISO 29500-2 7.2.3", "there is no [Content_Types].xml");
    const auto document = opc::parse(archive, types_part);
    std::set<std::string> seen;
    for (const auto node : document.child("Types").children()) {
        const std::string key =
            std::string(node.attribute("Extension").value()) + node.attribute("PartName").value();
        report.expect(seen.insert(key).second, "ISO 29500-2 7.2.3.4",
                      fmt::format("the content type of '{}' is given twice", key));
    }
    for (const auto& [part, type] : archive.overrides)
        report.expect(archive.has(part), "ISO 29500-2 7.2.3.4",
                      fmt::format("a content type is given for '{}', which is not there", part));
    for (const auto& name : archive.repeated)
        report.expect(false, "ISO 29500-2 6.2.2.3",
                      fmt::format("the package has two parts '{}'", name));
}

void check_parts(const opc::Archive& archive, Report& report) {
    for (const auto& [name, bytes] : archive.parts) {
        const std::string type = archive.content_type(name);
        report.expect(name.find('\\') == std::string::npos, "ISO 29500-2 6.2.2.2",
                      fmt::format("'{}' is no name of a part", name));
        report.expect(name == types_part || !type.empty(), "ISO 29500-2 7.2.3",
                      fmt::format("'{}' has no content type", name));
        if (is_xml(name, type))
            if (const auto flaw = xml::first_flaw(bytes))
                report.expect(false, "ISO 29500-1 9.1.1",
                              fmt::format("'{}' is not well-formed: it {}", name, *flaw));
    }
}

void check_relationship(const opc::Archive& archive, const std::string& source,
                        const opc::Relationship& relationship, Report& report) {
    if (relationship.external) return;
    const std::string where =
        fmt::format("relationship {} of '{}'", relationship.id, source.empty() ? "/" : source);
    report.expect(archive.has(relationship.target), "ISO 29500-2 6.5.3.4",
                  fmt::format("{} leads to '{}', which is not there", where, relationship.target));
    for (const auto& [kind, type] : wanted_types)
        if (relationship.type == kind && archive.has(relationship.target))
            report.expect(archive.content_type(relationship.target).ends_with(type),
                          "ISO 29500-1 13.3",
                          fmt::format("{} leads to a part that is no {}", where, kind));
}

/// Ids that a part refers to by an attribute of the namespace of relationships.
void check_references(const opc::Archive& archive, const std::string& part,
                      const std::set<std::string>& ids, Report& report) {
    const auto document = opc::parse(archive, part);
    for (const auto& match : document.select_nodes("//@*[starts-with(name(), 'r:')]")) {
        const std::string id = match.attribute().value();
        report.expect(id.empty() || ids.count(id) != 0, "ISO 29500-1 22.8.2.1",
                      fmt::format("'{}' refers to {}, which is no relationship of it", part, id));
    }
}

/// Properties of the document are given once (ISO/IEC 29500-2 §8.3).
void check_properties(const opc::Archive& archive, Report& report) {
    const std::string part = opc::related(archive, "", "core-properties");
    const auto document = opc::parse(archive, part);
    std::set<std::string> seen;
    for (const auto property : document.document_element().children())
        if (property.type() == pugi::node_element)
            report.expect(seen.insert(property.name()).second, "ISO 29500-2 8.3.4",
                          fmt::format("'{}' gives <{}> twice", part, property.name()));
}

/// Every part must be reached from the package's own relationships.
void check_closure(const opc::Archive& archive, Report& report) {
    std::set<std::string> reached = {""};
    std::vector<std::string> open = {""};
    while (!open.empty()) {
        const std::string source = std::move(open.back());
        open.pop_back();
        for (const auto& relationship : opc::relationships_of(archive, source))
            if (!relationship.external && reached.insert(relationship.target).second)
                open.push_back(relationship.target);
    }
    for (const auto& [name, bytes] : archive.parts) {
        const auto source = opc::relationships_source(name);
        if (source)
            report.expect(
                source->empty() || archive.has(*source), "ISO 29500-2 6.5.2",
                fmt::format("'{}' holds relationships of a part that is not there", name));
        else
            report.expect(name == types_part || reached.count(name) != 0, "ISO 29500-2 6.5",
                          fmt::format("no relationship leads to '{}'", name));
    }
}

}  // namespace

bool is_xml(std::string_view name, std::string_view type) {
    return name.ends_with(".xml") || name.ends_with(".rels") || type.ends_with("+xml");
}

void check_package(const opc::Archive& archive, Report& report) {
    check_types(archive, report);
    check_parts(archive, report);
    check_closure(archive, report);
    check_properties(archive, report);
    std::vector<std::string> sources = {""};
    for (const auto& [name, bytes] : archive.parts)
        if (!opc::relationships_source(name) && is_xml(name, archive.content_type(name)))
            sources.push_back(name);
    for (const auto& source : sources) {
        std::set<std::string> ids;
        for (const auto& relationship : opc::relationships_of(archive, source)) {
            report.expect(ids.insert(relationship.id).second, "ISO 29500-2 6.5.3.4",
                          fmt::format("'{}' has two relationships {}", source, relationship.id));
            check_relationship(archive, source, relationship, report);
        }
        if (!source.empty()) check_references(archive, source, ids, report);
    }
}

}  // namespace triptych::pptx::verify
