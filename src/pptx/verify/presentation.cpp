#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

constexpr std::uint32_t least_slide_id = 256, least_master_id = 2147483648;

/// The relationship that an entry of a list must name.
std::string_view relationship_of(std::string_view entry) {
    if (entry == "p:sldId") return "slide";
    return entry == "p:sldMasterId" ? "slideMaster" : "slideLayout";
}

/// The parts listed below `list`, by ids that are large enough and differ.
std::vector<std::string> listed(const opc::Archive& archive, const std::string& source,
                                const pugi::xml_node& list, std::set<std::uint32_t>& ids,
                                Report& report) {
    std::map<std::string, opc::Relationship, std::less<>> targets;
    for (auto& relationship : opc::relationships_of(archive, source))
        targets.emplace(relationship.id, relationship);
    std::vector<std::string> parts;
    for (const auto entry : list.children()) {
        if (!entry.attribute("r:id")) continue;
        const std::uint32_t id = entry.attribute("id").as_uint();
        const std::uint32_t least =
            std::string_view(entry.name()) == "p:sldId" ? least_slide_id : least_master_id;
        if (entry.attribute("id"))
            report.expect(
                id >= least && ids.insert(id).second, "ISO 29500-1 19.7.11",
                say("id {} of <{}> in '{}' is too small or not unique", id, entry.name(), source));
        const auto& relationship = targets[entry.attribute("r:id").value()];
        report.expect(relationship.type == relationship_of(entry.name()), "ISO 29500-1 22.8.2.1",
                      say("<{}> in '{}' names a part of another kind", entry.name(), source));
        parts.push_back(relationship.target);
    }
    return parts;
}

void check_notes(const opc::Archive& archive, const std::string& slide, Report& report) {
    const std::string notes = opc::related(archive, slide, "notesSlide");
    if (notes.empty()) return;
    report.expect(opc::related(archive, notes, "slide") == slide, "ISO 29500-1 13.3.5",
                  say("the notes of '{}' are of another slide", slide));
    const auto master =
        placeholders_in(opc::parse(archive, opc::related(archive, notes, "notesMaster")));
    for (const auto& placeholder : placeholders_in(opc::parse(archive, notes))) {
        const bool known = std::any_of(master.begin(), master.end(), [&](const auto& each) {
            return each.type == placeholder.type;
        });
        report.expect(
            known, "ISO 29500-1 19.3.1.36",
            say("'{}' has a placeholder '{}' that its master has not", notes, placeholder.type));
    }
}

void check_masters(const opc::Archive& archive, const std::vector<std::string>& masters,
                   std::set<std::uint32_t> ids, Report& report) {
    report.expect(!masters.empty(), "ISO 29500-1 19.2.1.36", say("the presentation has no master"));
    for (const auto& master : masters) {
        const auto document = opc::parse(archive, master);
        const auto list = document.child("p:sldMaster").child("p:sldLayoutIdLst");
        for (const auto& layout : listed(archive, master, list, ids, report)) {
            report.expect(opc::related(archive, layout, "slideMaster") == master,
                          "ISO 29500-1 13.3.9",
                          say("'{}' is listed by a master that is not its own", layout));
        }
    }
}

/// The presentation must name the one master of its notes (ISO/IEC 29500-1 §13.3.4).
void check_notes_master(const opc::Archive& archive, const std::string& part,
                        const pugi::xml_node& root, Report& report) {
    std::set<std::string> related;
    for (const auto& relationship : opc::relationships_of(archive, part))
        if (relationship.type == "notesMaster") related.insert(relationship.id);
    std::set<std::string> named;
    for (const auto& entry : all(root.child("p:notesMasterIdLst"), "p:notesMasterId"))
        named.insert(entry.attribute("r:id").value());
    report.expect(named == related && named.size() <= 1, "ISO 29500-1 19.2.1.20",
                  say("the presentation does not name its master of notes, or several"));
    for (const auto& [name, bytes] : archive.parts)
        if (archive.content_type(name).ends_with("notesSlide+xml"))
            report.expect(!named.empty(), "ISO 29500-1 19.2.1.20",
                          say("'{}' has no master that the presentation names", name));
}

/// Sections must list every slide once ([MS-PPTX] 2.6.1.2), or programs drop them.
void check_sections(const pugi::xml_node& presentation, Report& report) {
    const auto sections = all(presentation, "p14:sectionLst");
    if (sections.empty()) return;
    std::map<std::string, int> counts;
    for (const auto& entry : all(presentation, "p:sldId"))
        counts[entry.attribute("id").value()] = 0;
    for (const auto& entry : all(sections.front(), "p14:sldId")) {
        const std::string id = entry.attribute("id").value();
        report.expect(counts.count(id) != 0, "MS-PPTX 2.6.1.2",
                      say("a section lists slide {}, which is not there", id));
        ++counts[id];
    }
    std::set<std::string> ids;
    for (const auto& section : all(sections.front(), "p14:section"))
        report.expect(ids.insert(section.attribute("id").value()).second, "MS-PPTX 2.6.1.2",
                      say("two sections have the id {}", section.attribute("id").value()));
    for (const auto& [id, count] : counts)
        report.expect(count == 1, "MS-PPTX 2.6.1.2",
                      say("slide {} is in {} sections instead of 1", id, count));
}

}  // namespace

std::vector<std::string> check_presentation(const opc::Archive& archive, Report& report) {
    const std::string part = opc::related(archive, "", "officeDocument");
    const auto document = opc::parse(archive, part);
    const auto root = document.child("p:presentation");
    report.expect(static_cast<bool>(root), "ISO 29500-1 13.3.6",
                  say("there is no presentation part"));
    std::set<std::uint32_t> ids;
    const auto masters = listed(archive, part, root.child("p:sldMasterIdLst"), ids, report);
    check_masters(archive, masters, ids, report);
    report.expect(root.child("p:sldSz") && root.child("p:notesSz"), "ISO 29500-1 19.2.1.26",
                  say("the presentation does not give its sizes"));
    ids.clear();
    const auto slides = listed(archive, part, root.child("p:sldIdLst"), ids, report);
    report.expect(!slides.empty(), "ISO 29500-1 19.2.1.34", say("the presentation has no slides"));
    for (const auto& slide : slides) check_notes(archive, slide, report);
    check_notes_master(archive, part, root, report);
    check_sections(root, report);
    return slides;
}

}  // namespace triptych::pptx::verify
