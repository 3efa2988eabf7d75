#include "pptx/templates/read.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/colour.hpp"
#include "base/is_one_of.hpp"
#include "pptx/opc/archive.hpp"
#include "pptx/schema/prune.hpp"
#include "pptx/templates/clean.hpp"
#include "pptx/templates/look.hpp"
#include "pptx/templates/take.hpp"
#include "style/contrast.hpp"

namespace triptych::pptx {
namespace {

using namespace templates;

constexpr std::size_t most_unpacked = std::size_t{512} << 20;
constexpr std::size_t most_masters = 50;
/// ST_SlideSizeCoordinate (ISO/IEC 29500-1 §19.7.8).
constexpr std::int64_t least_side = 914'400, largest_side = 51'206'400;

/// Why slides can't be made on a template.
struct Refusal {
    Message problem, hint;
};

std::optional<Size> size_of(const pugi::xml_node& node) {
    const auto width = node.attribute("cx").as_llong(), height = node.attribute("cy").as_llong();
    for (const auto side : {width, height})
        if (side < least_side || side > largest_side) return std::nullopt;
    return Size{from_emu(width), from_emu(height)};
}

const schema::Type& type_in_presentation(const char* element) {
    return *schema::type_of_root("p:presentation")->child(element)->type;
}

/// What kind of screen or paper slides have the size of; empty when that is no known one.
std::string size_type(const pugi::xml_node& size) {
    const std::string type = size.attribute("type").value();
    return type_in_presentation("p:sldSz").attribute("type")->value->holds(type) ? type : "";
}

bool is_strict(const opc::Archive& archive, const std::string& part) {
    const auto found = archive.parts.find(part);
    return found != archive.parts.end() &&
           found->second.find("http://purl.oclc.org/ooxml/") != std::string::npos;
}

/// Reads one template; what is wrong with it is thrown away with this.
class Reader {
public:
    Reader(const opc::Archive& archive, const typeset::Resources& own)
        : archive_(archive), own_(own), taker_(archive, made_.package, made_.size) {}

    std::optional<Refusal> read() {
        const std::string part = opc::related(archive_, "", "officeDocument");
        if (is_strict(archive_, part))
            return Refusal{say("it is in the strict form of Open XML"),
                           say("save it as a plain .pptx")};
        if (!load(archive_, part, "p:presentation", presentation_))
            return Refusal{say("it is no presentation"), say("name a .pptx or .potx file")};
        const auto root = presentation_.document_element();
        const auto size = size_of(root.child("p:sldSz"));
        if (!size)
            return Refusal{say("its slides have no size that programs allow"),
                           say("give them a side of 1 to 56 inches")};
        made_.size = *size;
        made_.size_type = size_type(root.child("p:sldSz"));
        made_.notes_size = size_of(root.child("p:notesSz"))
                               .value_or(Size{from_emu(6'858'000), from_emu(9'144'000)});
        take_default_text(root.child("p:defaultTextStyle"));
        take_masters(part, root);
        if (!choose_master())
            return Refusal{say("no layout of its masters has a title that can be used"),
                           say("add a layout with a title and a text to its first master")};
        take_notes(part);
        dress(made_, theme_, own_);
        return std::nullopt;
    }
    Template take() { return std::move(made_); }
    const std::vector<std::string>& lost() const { return taker_.lost(); }
    /// Colours of links and of what they stand on, where that is one colour.
    std::optional<std::pair<Colour, Colour>> links() const {
        const auto& ground = made_.layouts[made_.choice.content.layout].ground;
        if (!ground) return std::nullopt;
        return std::pair(theme_.colour("hlink"), *ground);
    }

private:
    void take_default_text(const pugi::xml_node& style) {
        if (!style) return;
        auto copy = std::make_shared<pugi::xml_document>();
        copy->append_copy(style);
        const auto none = [](const std::string&) { return std::nullopt; };
        if (clean(copy->document_element(), none) &&
            schema::prune(copy->document_element(), type_in_presentation("p:defaultTextStyle")))
            made_.default_text = std::move(copy);
    }
    void take_masters(const std::string& presentation, const pugi::xml_node& root) {
        std::map<std::string, std::string> targets;
        for (const auto& relationship : opc::relationships_of(archive_, presentation))
            if (relationship.type == "slideMaster" && !relationship.external)
                targets.emplace(relationship.id, relationship.target);
        std::set<std::string> seen;
        for (const auto entry : root.child("p:sldMasterIdLst").children("p:sldMasterId")) {
            const auto target = targets.find(entry.attribute("r:id").value());
            if (target == targets.end() || !seen.insert(target->second).second) continue;
            if (masters_.size() >= most_masters) break;
            auto master = taker_.master(target->second);
            if (!master) continue;
            made_.masters.push_back({master->part, master->id});
            masters_.push_back(*std::move(master));
        }
    }
    /// The first master with a layout for content, or else with a title.
    bool choose_master() {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < masters_.size(); ++i) {
            const auto choice = choose(layouts_of(masters_[i]), made_.size);
            if (choice && (!found || (choice->content.text && !made_.choice.content.text))) {
                found = i;
                made_.choice = *choice;
            }
        }
        if (!found) return false;
        theme_ = theme_of(masters_[*found]);
        made_.layouts = layouts_of(masters_[*found]);
        return true;
    }
    static Theme theme_of(const TakenMaster& master) {
        return {master.theme.document_element(),
                master.document.document_element().child("p:clrMap")};
    }
    std::vector<Layout> layouts_of(const TakenMaster& master) const {
        const Theme theme = theme_of(master);
        const auto root = master.document.document_element();
        const auto default_text = presentation_.document_element().child("p:defaultTextStyle");
        std::vector<Layout> layouts;
        for (const auto& taken : master.layouts)
            layouts.push_back(read_layout(taken.document.document_element(), taken.part,
                                          {root, default_text, theme, made_.size}));
        return layouts;
    }
    /// Notes pages need a placeholder for their text.
    void take_notes(const std::string& presentation) {
        const std::string part = opc::related(archive_, presentation, "notesMaster");
        pugi::xml_document document;
        if (part.empty() || !load(archive_, part, "p:notesMaster", document)) return;
        std::vector<std::string> types;
        for (const auto shape :
             document.document_element().child("p:cSld").child("p:spTree").children("p:sp"))
            types.emplace_back(
                shape.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value());
        if (!is_one_of("body", types)) return;
        const auto taken = taker_.notes_master(part);
        if (!taken) return;
        made_.notes_master = taken->part;
        made_.notes_placeholders = std::move(types);
    }

    const opc::Archive& archive_;
    const typeset::Resources& own_;
    Template made_;
    Taker taker_;
    pugi::xml_document presentation_;
    std::vector<TakenMaster> masters_;
    Theme theme_;
};

/// WCAG 2.1, 1.4.3.
void check_links(Colour links, Colour ground, Span span, Diagnostics& diagnostics) {
    constexpr double least = 4.5;
    const double found = style::contrast(links, ground);
    if (found >= least) return;
    diagnostics.report(
        Kind::low_contrast, span,
        say("links in {} on {} have a contrast of {:.1f} to 1", css(links), css(ground), found),
        say("give the theme's colour for links at least {} to 1", least));
}

void report_lost(const std::vector<std::string>& lost, std::string_view name, Span span,
                 Diagnostics& diagnostics) {
    if (lost.empty()) return;
    const std::size_t more = lost.size() - 1;
    diagnostics.report(
        Kind::unsafe_picture, span,
        more == 0 ? say("'{}' is used without '{}'", name, lost.front())
                  : say_count(more, "'{}' is used without '{}' and {} more",
                              "'{}' is used without '{}' and {} more", name, lost.front(), more),
        say("only shapes, text and pictures that can't act are taken over; make a "
            "PNG of the rest"));
}

}  // namespace

std::shared_ptr<const Template> read_template(std::string_view file, std::string_view name,
                                              Span span, const typeset::Resources& own,
                                              Diagnostics& diagnostics) {
    std::optional<Refusal> refusal;
    const auto archive = opc::read_archive(file, most_unpacked);
    if (archive) {
        Reader reader(*archive, own);
        refusal = reader.read();
        if (!refusal) {
            report_lost(reader.lost(), name, span, diagnostics);
            if (const auto links = reader.links())
                check_links(links->first, links->second, span, diagnostics);
            return std::make_shared<const Template>(reader.take());
        }
    } else {
        refusal = Refusal{say("it is no ZIP archive, damaged or too large when unpacked"),
                          say("name a .pptx or .potx file")};
    }
    diagnostics.report(Kind::unusable_template, span,
                       say("slides can't be made on '{}': {}", name, refusal->problem),
                       refusal->hint);
    return nullptr;
}

}  // namespace triptych::pptx
