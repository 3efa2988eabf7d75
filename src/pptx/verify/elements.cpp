#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "pptx/schema/check.hpp"
#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

constexpr int deepest_element = 1000;

/// Looks at every element of one part.
class Inspector final : public pugi::xml_tree_walker {
public:
    Inspector(const opc::Archive& archive, const std::string& part, Report& report)
        : part_(part), report_(report) {
        for (const auto& relationship : opc::relationships_of(archive, part))
            if (relationship.type == "image") images_.insert(relationship.id);
    }

    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element) return true;
        const std::string_view name = node.name();
        if (name == "p:cNvPr") check_id(node);
        if (name == "a:tbl") check_table(node);
        if (name == "a:graphicData") check_frame(node);
        if (name == "a:blip") check_blip(node);
        return depth() < deepest_element;
    }

private:
    void expect(bool holds, const char* clause, const Message& message) const {
        report_.expect(holds, clause, say("'{}': {}", part_, message));
    }
    void check_id(const pugi::xml_node& node) {
        const std::string id = node.attribute("id").value();
        expect(node.attribute("id").as_uint() > 0 && ids_.insert(id).second,
               "ISO 29500-1 19.3.1.12", say("shape id '{}' is not unique", id));
    }
    void check_table(const pugi::xml_node& table) const {
        const auto columns = all(table.child("a:tblGrid"), "a:gridCol").size();
        for (const auto row : table.children("a:tr"))
            expect(all(row, "a:tc").size() == columns, "ISO 29500-1 21.1.3.18",
                   say("a row of a table has not as many cells as the table has columns"));
    }
    /// What its address says is in it (ISO/IEC 29500-1 §20.1.2.2.17).
    void check_frame(const pugi::xml_node& data) const {
        constexpr std::string_view table = "http://schemas.openxmlformats.org/drawingml/2006/table";
        const bool says_table = data.attribute("uri").value() == table;
        const bool holds_table = all(data, "a:tbl").size() == 1;
        expect(says_table == holds_table, "ISO 29500-1 20.1.2.2.17",
               say("a frame holds something else than it says"));
    }
    void check_blip(const pugi::xml_node& blip) const {
        const auto filled = [&](const char* name) {
            return !std::string_view(blip.attribute(name).value()).empty();
        };
        expect(filled("r:embed") || filled("r:link"), "ISO 29500-1 20.1.8.13",
               say("a picture names no image"));
        if (filled("r:embed"))
            expect(images_.count(blip.attribute("r:embed").value()) != 0, "ISO 29500-1 20.1.8.13",
                   say("a picture is of no image"));
    }

    const std::string& part_;
    Report& report_;
    std::set<std::string> ids_, images_;
};

bool holds_shapes(std::string_view content_type) {
    constexpr std::array<std::string_view, 6> kinds = {"slide+xml",       "slideLayout+xml",
                                                       "slideMaster+xml", "notesSlide+xml",
                                                       "notesMaster+xml", "presentation.main+xml"};
    return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
        return content_type.ends_with("presentationml." + std::string(kind));
    });
}

/// The root that a part must have; empty when no rule is known of it.
std::string_view root_of(const opc::Archive& archive, const std::string& part) {
    if (part == "[Content_Types].xml") return "ct:Types";
    if (opc::relationships_source(part)) return "rel:Relationships";
    const auto* kind = kind_of(archive.content_type(part));
    return kind == nullptr ? "" : kind->root;
}

}  // namespace

void check_elements(const opc::Archive& archive, Report& report) {
    for (const auto& named : archive.parts) {
        const std::string& part = named.first;
        if (!is_xml(part, archive.content_type(part))) continue;
        auto document = opc::parse(archive, part);
        if (holds_shapes(archive.content_type(part))) {
            Inspector inspector(archive, part, report);
            document.traverse(inspector);
        }
        schema::check(document, [&](const Message& what) {
            report.expect(false, "ISO 29500-4 A", say("'{}': {}", part, what));
        });
        const auto root = root_of(archive, part);
        report.expect(root.empty() || document.document_element().name() == root,
                      "ISO 29500-1 13.3", say("the root of '{}' is not <{}>", part, root));
    }
}

}  // namespace triptych::pptx::verify
