#include "pptx/templates/take.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/templates/clean.hpp"

namespace triptych::pptx::templates {
namespace {

namespace parts = pptx::parts;

constexpr std::size_t most_layouts = 400;

/// Pictures that programs for presentations show, with the extension they get.
struct PictureKind {
    std::string_view content_type, extension;
};
constexpr std::array<PictureKind, 9> picture_kinds = {{{"image/png", "png"},
                                                       {"image/jpeg", "jpg"},
                                                       {"image/jpg", "jpg"},
                                                       {"image/gif", "gif"},
                                                       {"image/bmp", "bmp"},
                                                       {"image/tiff", "tiff"},
                                                       {"image/svg+xml", "svg"},
                                                       {"image/x-emf", "emf"},
                                                       {"image/x-wmf", "wmf"}}};

const PictureKind* kind_of(const std::string& content_type) {
    const auto* const found =
        std::find_if(picture_kinds.begin(), picture_kinds.end(),
                     [&](const PictureKind& kind) { return kind.content_type == content_type; });
    return found == picture_kinds.end() ? nullptr : found;
}

bool is_well_formed(const std::string& bytes) {
    pugi::xml_document document;
    return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size()));
}

std::string numbered(const char* name, std::size_t number, std::string_view extension = "xml") {
    return name + std::to_string(number) + "." + std::string(extension);
}

/// `document` with the declaration every part begins with.
std::string serialised(pugi::xml_document& document) {
    auto declaration = document.prepend_child(pugi::node_declaration);
    for (const auto& [name, value] :
         {std::pair("version", "1.0"), {"encoding", "UTF-8"}, {"standalone", "yes"}})
        xml::set_attribute(declaration, name, value);
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace

bool Taker::is_picture(const std::string& part) const {
    const auto found = archive_.parts.find(part);
    const auto* kind = kind_of(archive_.content_type(part));
    return found != archive_.parts.end() && kind != nullptr &&
           (kind->extension != "svg" || is_well_formed(found->second));
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
    const auto* kind = kind_of(archive_.content_type(target));
    const auto [known, added] = pictures_.try_emplace(target);
    if (added) known->second = numbered("ppt/media/template", pictures_.size(), kind->extension);
    const std::string_view type =
        kind->extension == "jpg" ? parts::jpeg.content_type : kind->content_type;
    const pptx::PartKind part_kind{type, parts::png.relationship};
    if (added) package_.add(known->second, part_kind, archive_.parts.at(target));
    return package_.relate(source.to, part_kind, known->second);
}

bool Taker::prepare(const std::string& part, const char* root, pugi::xml_document& document) const {
    if (!load(archive_, part, root, document)) return false;
    const auto pictures = pictures_of(part);
    pugi::xml_document trial;
    trial.reset(document);
    // Lists of layouts are made anew.
    trial.document_element().remove_child("p:sldLayoutIdLst");
    return clean(trial.document_element(), [&](const std::string& id) {
        return pictures.count(id) != 0 ? std::optional(id) : std::nullopt;
    });
}

void Taker::settle(const Source& source, pugi::xml_document& document) {
    const auto pictures = pictures_of(source.from);
    clean(document.document_element(), [&](const std::string& id) {
        const auto target = pictures.find(id);
        return target == pictures.end() ? std::nullopt
                                        : std::optional(picture(source, target->second));
    });
    tell_shapes_apart(document.document_element());
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
