#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/xml_flaws.hpp"
#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";

constexpr std::array part_kinds = {
    PartKind{"officeDocument", "presentationml.presentation.main+xml", "p:presentation", {}},
    PartKind{"slide", "presentationml.slide+xml", "p:sld", {"slideLayout"}},
    PartKind{"slideLayout", "presentationml.slideLayout+xml", "p:sldLayout", {"slideMaster"}},
    PartKind{"slideMaster", "presentationml.slideMaster+xml", "p:sldMaster", {"theme"}},
    PartKind{"notesSlide", "presentationml.notesSlide+xml", "p:notes", {"notesMaster", "slide"}},
    PartKind{"notesMaster", "presentationml.notesMaster+xml", "p:notesMaster", {"theme"}},
    PartKind{"theme", "officedocument.theme+xml", "a:theme", {}},
    PartKind{"presProps", "presentationml.presProps+xml", "p:presentationPr", {}},
    PartKind{"viewProps", "presentationml.viewProps+xml", "p:viewPr", {}},
    PartKind{"tableStyles", "presentationml.tableStyles+xml", "a:tblStyleLst", {}},
    PartKind{"core-properties", "package.core-properties+xml", "cp:coreProperties", {}},
    PartKind{"extended-properties", "extended-properties+xml", "ep:Properties", {}}};

void check_types(const opc::Archive& archive, Report& report) {
    report.expect(archive.has(types_part), "ISO 29500-2 7.2.3",
                  say("there is no [Content_Types].xml"));
    const auto document = opc::parse(archive, types_part);
    std::set<std::string> seen;
    for (const auto node : document.child("Types").children()) {
        const std::string key =
            std::string(node.attribute("Extension").value()) + node.attribute("PartName").value();
        report.expect(seen.insert(key).second, "ISO 29500-2 7.2.3.4",
                      say("the content type of '{}' is given twice", key));
    }
    for (const auto& [part, type] : archive.overrides)
        report.expect(archive.has(part), "ISO 29500-2 7.2.3.4",
                      say("a content type is given for '{}', which is not there", part));
    for (const auto& name : archive.repeated)
        report.expect(false, "ISO 29500-2 6.2.2.3", say("the package has two parts '{}'", name));
}

void check_parts(const opc::Archive& archive, Report& report) {
    for (const auto& [name, bytes] : archive.parts) {
        const std::string type = archive.content_type(name);
        report.expect(name.find('\\') == std::string::npos, "ISO 29500-2 6.2.2.2",
                      say("'{}' is no name of a part", name));
        report.expect(name == types_part || !type.empty(), "ISO 29500-2 7.2.3",
                      say("'{}' has no content type", name));
        if (is_xml(name, type))
            if (const auto flaw = xml::first_flaw(bytes))
                report.expect(false, "ISO 29500-1 9.1.1",
                              say("'{}' is not well-formed: it {}", name, *flaw));
    }
}

void check_relationship(const opc::Archive& archive, const std::string& source,
                        const opc::Relationship& relationship, Report& report) {
    if (relationship.external) return;
    const std::string where =
        fmt::format("relationship {} of '{}'", relationship.id, source.empty() ? "/" : source);
    report.expect(archive.has(relationship.target), "ISO 29500-2 6.5.3.4",
                  say("{} leads to '{}', which is not there", where, relationship.target));
    const auto* kind = kind_led_to(relationship.type);
    if (kind != nullptr && archive.has(relationship.target))
        report.expect(archive.content_type(relationship.target).ends_with(kind->type),
                      "ISO 29500-1 13.3",
                      say("{} leads to a part that is no {}", where, relationship.type));
}

/// Ids that a part refers to by an attribute of the namespace of relationships.
void check_references(const opc::Archive& archive, const std::string& part,
                      const std::set<std::string>& ids, Report& report) {
    const auto document = opc::parse(archive, part);
    for (const auto& match : document.select_nodes("//@*[starts-with(name(), 'r:')]")) {
        const std::string id = match.attribute().value();
        report.expect(id.empty() || ids.count(id) != 0, "ISO 29500-1 22.8.2.1",
                      say("'{}' refers to {}, which is no relationship of it", part, id));
    }
}

/// Parts lead to those that they can't be without.
void check_needs(const opc::Archive& archive, const std::string& part, Report& report) {
    const auto* kind = kind_of(archive.content_type(part));
    if (kind == nullptr) return;
    const auto all = opc::relationships_of(archive, part);
    for (const std::string_view needed : kind->needs) {
        const auto count =
            std::count_if(all.begin(), all.end(),
                          [&](const opc::Relationship& each) { return each.type == needed; });
        report.expect(needed.empty() || count == 1, "ISO 29500-1 13.3",
                      say("'{}' has {} relationships to a {} instead of 1", part, count, needed));
    }
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
            report.expect(source->empty() || archive.has(*source), "ISO 29500-2 6.5.2",
                          say("'{}' holds relationships of a part that is not there", name));
        else
            report.expect(name == types_part || reached.count(name) != 0, "ISO 29500-2 6.5",
                          say("no relationship leads to '{}'", name));
    }
}

}  // namespace

const PartKind* kind_led_to(std::string_view relationship) {
    const auto found =
        std::find_if(part_kinds.begin(), part_kinds.end(),
                     [&](const PartKind& kind) { return kind.relationship == relationship; });
    return found == part_kinds.end() ? nullptr : &*found;
}

const PartKind* kind_of(std::string_view content_type) {
    const auto found =
        std::find_if(part_kinds.begin(), part_kinds.end(),
                     [&](const PartKind& kind) { return content_type.ends_with(kind.type); });
    return found == part_kinds.end() ? nullptr : &*found;
}

bool is_xml(std::string_view name, std::string_view type) {
    return name.ends_with(".xml") || name.ends_with(".rels") || type.ends_with("+xml");
}

void check_package(const opc::Archive& archive, Report& report) {
    check_types(archive, report);
    check_parts(archive, report);
    check_closure(archive, report);
    std::vector<std::string> sources = {""};
    for (const auto& [name, bytes] : archive.parts)
        if (!opc::relationships_source(name) && is_xml(name, archive.content_type(name)))
            sources.push_back(name);
    for (const auto& source : sources) {
        std::set<std::string> ids;
        for (const auto& relationship : opc::relationships_of(archive, source)) {
            report.expect(ids.insert(relationship.id).second, "ISO 29500-2 6.5.3.4",
                          say("'{}' has two relationships {}", source, relationship.id));
            check_relationship(archive, source, relationship, report);
        }
        if (source.empty()) continue;
        check_references(archive, source, ids, report);
        check_needs(archive, source, report);
    }
}

}  // namespace triptych::pptx::verify
