#include "pptx/templates/take.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/templates/clean.hpp"
#include "pptx/templates/picture_kinds.hpp"

namespace triptych::pptx::templates {
namespace {

namespace parts = pptx::parts;

constexpr std::size_t most_layouts = 400;

constexpr std::array<std::pair<const char*, const char*>, 3> namespaces = {
    {{"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"},
     {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
     {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}}};

std::string numbered(const char* name, std::size_t number, std::string_view extension = "xml") {
    return name + std::to_string(number) + "." + std::string(extension);
}

/// `document` with the declaration every part begins with, and the namespaces it may use.
std::string serialised(pugi::xml_document& document) {
    auto root = document.document_element();
    for (const auto& [name, address] : namespaces) root.prepend_attribute(name) = address;
    auto declaration = document.prepend_child(pugi::node_declaration);
    for (const auto& [name, value] :
         {std::pair("version", "1.0"), {"encoding", "UTF-8"}, {"standalone", "yes"}})
        xml::set_attribute(declaration, name, value);
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace

bool Taker::is_picture(const std::string& part) const {
    const auto found = archive_.parts.find(part);
    return found != archive_.parts.end() && kind_of_picture(found->second) != nullptr;
}

std::map<std::string, std::string> Taker::pictures_of(const std::string& part) const {
    std::map<std::string, std::string> targets;
    for (const auto& relationship : opc::relationships_of(archive_, part))
        if (relationship.type == "image" && !relationship.external &&
            is_picture(relationship.target))
            targets.emplace(relationship.id, relationship.target);
    return targets;
}

std::string Taker::picture(const Source& source, const std::string& target) {
    const std::string& bytes = archive_.parts.at(target);
    const auto* kind = kind_of_picture(bytes);
    const auto [known, added] = pictures_.try_emplace(target);
    if (added) known->second = numbered("ppt/media/template", pictures_.size(), kind->extension);
    const pptx::PartKind part_kind{kind->content_type, parts::png.relationship};
    if (added) package_.add(known->second, part_kind, bytes);
    return package_.relate(source.to, part_kind, known->second);
}

namespace {

/// Names of what is drawn, in order.
std::vector<std::string> drawn(const pugi::xml_document& document) {
    std::vector<std::string> names;
    for (const auto& match : document.select_nodes("//p:cNvPr"))
        names.emplace_back(match.node().attribute("name").value());
    return names;
}

}  // namespace

bool Taker::prepare(const std::string& part, const char* root, pugi::xml_document& document) const {
    if (!load(archive_, part, root, document)) return false;
    const auto pictures = pictures_of(part);
    pugi::xml_document trial;
    trial.reset(document);
    // Lists of layouts are made anew.
    trial.document_element().remove_child("p:sldLayoutIdLst");
    const auto keep = [&](const std::string& id) {
        return pictures.count(id) != 0 ? std::optional(id) : std::nullopt;
    };
    return clean(trial.document_element(), keep) && make_sound(trial.document_element());
}

bool Taker::make_sound(pugi::xml_node root) const {
    tell_shapes_apart(root);
    if (!keep_known(root)) return false;
    if (std::string_view(root.name()) != "p:notesMaster") keep_on_slide(root, slide_);
    return true;
}

void Taker::settle(const Source& source, pugi::xml_document& document) {
    const auto pictures = pictures_of(source.from);
    const auto before = drawn(document);
    clean(document.document_element(), [&](const std::string& id) {
        const auto target = pictures.find(id);
        return target == pictures.end() ? std::nullopt
                                        : std::optional(picture(source, target->second));
    });
    make_sound(document.document_element());
    const auto after = drawn(document);
    auto kept = after.begin();
    for (const auto& name : before)
        if (kept != after.end() && *kept == name)
            ++kept;
        else
            lost_.push_back(name);
}

void Taker::theme(const Source& user, const std::string& part, pugi::xml_document& document) {
    const Source source{part, numbered("ppt/theme/theme", ++themes_)};
    settle(source, document);
    package_.add(source.to, parts::theme, serialised(document));
    package_.relate(user.to, parts::theme, source.to);
}

void Taker::theme_override(const Source& layout) {
    const std::string part = opc::related(archive_, layout.from, "themeOverride");
    pugi::xml_document document;
    if (part.empty() || !prepare(part, "a:themeOverride", document)) return;
    const Source source{part, numbered("ppt/theme/themeOverride", ++overrides_)};
    settle(source, document);
    package_.add(source.to, parts::theme_override, serialised(document));
    package_.relate(layout.to, parts::theme_override, source.to);
}

std::optional<TakenLayout> Taker::layout(const Source& source, const std::string& master) {
    TakenLayout taken{source.to, {}};
    if (!prepare(source.from, "p:sldLayout", taken.document)) return std::nullopt;
    if (!taken.document.document_element().child("p:cSld").child("p:spTree")) return std::nullopt;
    settle(source, taken.document);
    theme_override(source);
    package_.relate(source.to, parts::slide_master, master);
    return taken;
}

std::vector<TakenLayout> Taker::layouts(const Source& master, const pugi::xml_document& document) {
    std::map<std::string, std::string> targets;
    for (const auto& relationship : opc::relationships_of(archive_, master.from))
        if (relationship.type == "slideLayout" && !relationship.external)
            targets.emplace(relationship.id, relationship.target);
    std::vector<TakenLayout> taken;
    for (const auto entry :
         document.document_element().child("p:sldLayoutIdLst").children("p:sldLayoutId")) {
        const auto target = targets.find(entry.attribute("r:id").value());
        if (target == targets.end() || layouts_ >= most_layouts) continue;
        if (!seen_.insert(target->second).second) continue;
        if (opc::related(archive_, target->second, "slideMaster") != master.from) continue;
        auto one = layout({target->second, numbered("ppt/slideLayouts/slideLayout", layouts_ + 1)},
                          master.to);
        if (!one) continue;
        ++layouts_;
        taken.push_back(std::move(*one));
    }
    return taken;
}

void Taker::list(const std::vector<TakenLayout>& layouts, const std::string& master,
                 pugi::xml_node root) {
    auto ids = root.child("p:sldLayoutIdLst");
    ids.remove_children();
    for (const auto& layout : layouts)
        pptx::add(ids, "p:sldLayoutId",
                  {{"id", std::to_string(next_id_++)},
                   {"r:id", package_.relate(master, parts::slide_layout, layout.part)}});
}

std::optional<TakenMaster> Taker::master(const std::string& part) {
    const Source source{part, numbered("ppt/slideMasters/slideMaster", masters_ + 1)};
    const std::string theme_part = opc::related(archive_, part, "theme");
    TakenMaster taken;
    taken.part = source.to;
    if (!prepare(part, "p:sldMaster", taken.document) ||
        !prepare(theme_part, "a:theme", taken.theme))
        return std::nullopt;
    auto root = taken.document.document_element();
    if (!root.child("p:cSld").child("p:spTree") || !root.child("p:clrMap")) return std::nullopt;
    taken.layouts = layouts(source, taken.document);
    if (taken.layouts.empty()) return std::nullopt;
    ++masters_;
    root.child("p:sldLayoutIdLst").remove_children();
    settle(source, taken.document);
    if (!root.child("p:txStyles")) {
        make_list_styles(root);
        for (auto& layout : taken.layouts) make_list_styles(layout.document.document_element());
    }
    taken.id = next_id_++;
    list(taken.layouts, source.to, root);
    theme(source, theme_part, taken.theme);
    package_.add(source.to, parts::slide_master, serialised(taken.document));
    for (auto& layout : taken.layouts)
        package_.add(layout.part, parts::slide_layout, serialised(layout.document));
    return taken;
}

std::optional<TakenNotes> Taker::notes_master(const std::string& part) {
    const Source source{part, "ppt/notesMasters/notesMaster1.xml"};
    const std::string theme_part = opc::related(archive_, part, "theme");
    TakenNotes taken{source.to, {}};
    pugi::xml_document theme_document;
    if (!prepare(part, "p:notesMaster", taken.document) ||
        !prepare(theme_part, "a:theme", theme_document))
        return std::nullopt;
    const auto root = taken.document.document_element();
    if (!root.child("p:cSld").child("p:spTree") || !root.child("p:clrMap")) return std::nullopt;
    settle(source, taken.document);
    theme(source, theme_part, theme_document);
    package_.add(source.to, parts::notes_master, serialised(taken.document));
    return taken;
}

}  // namespace triptych::pptx::templates
