#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

constexpr int deepest_element = 1000;

/// What may stand in an element, in this order: alternatives are joined by `|`, what may be
/// repeated ends in `*` (ISO/IEC 29500-1 Annex A).
struct Order {
    std::string_view parent, children;
};

#define FILLS \
    "a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill a:effectLst|a:effectDag "

constexpr std::string_view of_paragraphs =
    "a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont "
    "a:buNone|a:buAutoNum|a:buChar|a:buBlip a:tabLst a:defRPr a:extLst";
constexpr std::string_view of_runs =
    "a:ln " FILLS
    "a:highlight a:uLnTx|a:uLn a:uFillTx|a:uFill a:latin a:ea a:cs a:sym a:hlinkClick "
    "a:hlinkMouseOver a:rtl a:extLst";

constexpr std::array<Order, 21> orders = {
    {{"p:presentation",
      "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz "
      "p:smartTags p:embeddedFontLst p:custShowLst p:photoAlbum p:custDataLst p:kinsoku "
      "p:defaultTextStyle p:modifyVerifier p:extLst"},
     {"p:sldMaster",
      "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst"},
     {"p:sldLayout", "p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst"},
     {"p:sld", "p:cSld p:clrMapOvr p:transition p:timing p:extLst"},
     {"p:notes", "p:cSld p:clrMapOvr p:extLst"},
     {"p:notesMaster", "p:cSld p:clrMap p:hf p:notesStyle p:extLst"},
     {"p:cSld", "p:bg p:spTree p:custDataLst p:controls p:extLst"},
     {"p:sp", "p:nvSpPr p:spPr p:style p:txBody p:extLst"},
     {"p:pic", "p:nvPicPr p:blipFill p:spPr p:style p:extLst"},
     {"p:graphicFrame", "p:nvGraphicFramePr p:xfrm a:graphic p:extLst"},
     {"p:spPr", "a:xfrm a:custGeom|a:prstGeom " FILLS "a:ln a:scene3d a:sp3d a:extLst"},
     {"p:txBody", "a:bodyPr a:lstStyle a:p*"},
     {"a:txBody", "a:bodyPr a:lstStyle a:p*"},
     {"a:p", "a:pPr a:r*|a:br*|a:fld*|a14:m* a:endParaRPr"},
     {"a:r", "a:rPr a:t"},
     {"a:pPr", of_paragraphs},
     {"a:rPr", of_runs},
     {"a:endParaRPr", of_runs},
     {"a:defRPr", of_runs},
     {"a:tbl", "a:tblPr a:tblGrid a:tr*"},
     {"a:tc", "a:txBody a:tcPr a:extLst"}}};

#undef FILLS

/// Where a child stands in its parent's order; `repeats` where there may be several.
struct Place {
    int rank = -1;
    bool repeats = false;
};
Place place_of(std::string_view child, std::string_view children) {
    for (int rank = 0; !children.empty();) {
        const std::size_t end = std::min(children.find_first_of(" |"), children.size());
        std::string_view name = children.substr(0, end);
        const bool repeats = name.ends_with('*');
        if (repeats) name.remove_suffix(1);
        if (name == child) return {rank, repeats};
        if (children.substr(end).starts_with(' ')) ++rank;
        children.remove_prefix(std::min(end + 1, children.size()));
    }
    return {};
}

/// Looks at every element of one part.
class Inspector final : public pugi::xml_tree_walker {
public:
    Inspector(const std::string& part, Report& report) : part_(part), report_(report) {}

    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element) return true;
        const std::string_view name = node.name();
        check_order(node, name);
        if (name == "p:cNvPr") check_id(node);
        if (name == "p:txBody" || name == "a:txBody")
            expect(node.child("a:bodyPr") && node.child("a:p"), "ISO 29500-1 19.3.1.51",
                   "a text body has no paragraph");
        if (name == "a:normAutofit") check_autofit(node);
        if (name == "a:tbl") check_table(node);
        if (name == "a:blip") check_blip(node);
        return depth() < deepest_element;
    }

private:
    void expect(bool holds, const char* clause, const std::string& message) const {
        report_.expect(holds, clause, fmt::format("'{}': {}", part_, message));
    }
    void check_order(const pugi::xml_node& node, std::string_view name) const {
        const auto* const order = std::find_if(
            orders.begin(), orders.end(), [&](const Order& each) { return each.parent == name; });
        if (order == orders.end()) return;
        int last = -1;
        for (const auto child : node.children()) {
            const std::string_view inner = child.name();
            if (child.type() != pugi::node_element || inner == "mc:AlternateContent") continue;
            const Place place = place_of(inner, order->children);
            const bool follows = place.rank > last || (place.rank == last && place.repeats);
            expect(place.rank >= 0 && follows, "ISO 29500-1 A",
                   fmt::format("<{}> stands at a wrong place in <{}>", inner, name));
            last = std::max(last, place.rank);
        }
    }
    void check_id(const pugi::xml_node& node) {
        const std::string id = node.attribute("id").value();
        expect(node.attribute("id").as_uint() > 0 && ids_.insert(id).second,
               "ISO 29500-1 19.3.1.12", fmt::format("shape id '{}' is not unique", id));
    }
    void check_share(const pugi::xml_attribute& share, int least) const {
        const int value = share.as_int();
        const bool plain = std::string_view(share.value()).find('%') == std::string_view::npos;
        expect(!share || !plain || (value >= least && value <= 100'000), "ISO 29500-1 21.1.2.1.3",
               fmt::format("{} of {} is out of range", share.name(), share.value()));
    }
    void check_autofit(const pugi::xml_node& node) const {
        check_share(node.attribute("fontScale"), 1'000);
        check_share(node.attribute("lnSpcReduction"), 0);
    }
    void check_table(const pugi::xml_node& table) const {
        const auto columns = all(table.child("a:tblGrid"), "a:gridCol").size();
        for (const auto row : table.children("a:tr"))
            expect(all(row, "a:tc").size() == columns, "ISO 29500-1 21.1.3.18",
                   "a row of a table has not as many cells as the table has columns");
    }
    void check_blip(const pugi::xml_node& blip) const {
        const auto filled = [&](const char* name) {
            return !std::string_view(blip.attribute(name).value()).empty();
        };
        expect(filled("r:embed") || filled("r:link"), "ISO 29500-1 20.1.8.13",
               "a picture names no image");
    }

    const std::string& part_;
    Report& report_;
    std::set<std::string> ids_;
};

bool holds_shapes(std::string_view content_type) {
    constexpr std::array<std::string_view, 6> kinds = {"slide+xml",       "slideLayout+xml",
                                                       "slideMaster+xml", "notesSlide+xml",
                                                       "notesMaster+xml", "presentation.main+xml"};
    return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
        return content_type.ends_with("presentationml." + std::string(kind));
    });
}

}  // namespace

void check_elements(const opc::Archive& archive, Report& report) {
    for (const auto& [part, bytes] : archive.parts) {
        if (!holds_shapes(archive.content_type(part))) continue;
        auto document = opc::parse(archive, part);
        Inspector inspector(part, report);
        document.traverse(inspector);
    }
}

}  // namespace triptych::pptx::verify
