#include "pptx/opc/package.hpp"

#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "pptx/opc/archive.hpp"
#include "pptx/opc/part_xml.hpp"

namespace triptych::pptx {
namespace {

constexpr std::string_view relationships_type =
    "application/vnd.openxmlformats-package.relationships+xml";
constexpr std::string_view hyperlink_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// `target` as seen from the folder of `source`.
std::string relative(const std::string& source, const std::string& target) {
    std::string folder = folder_of(source), up;
    while (target.rfind(folder, 0) != 0) {
        folder = folder_of(folder.substr(0, folder.size() - 1));
        up += "../";
    }
    return up + target.substr(folder.size());
}

std::string extension_of(const std::string& name) { return name.substr(name.rfind('.') + 1); }

bool is_xml(const std::string& name) { return extension_of(name) == "xml"; }

std::string id_of(std::size_t number) { return "rId" + std::to_string(number + 1); }

}  // namespace

void Package::add(const std::string& name, const PartKind& kind, std::string bytes) {
    if (!names_.insert(name).second) return;
    parts_.push_back({name, std::move(bytes), std::string(kind.content_type)});
}

void Package::add(const std::string& name, const PartKind& kind,
                  const pugi::xml_document& document) {
    add(name, kind, xml::to_string(document, xml::Layout::raw));
}

std::string Package::relate(const std::string& source, Relationship relationship) {
    auto& all = relationships_[source];
    const auto [known, added] =
        known_[source].try_emplace(relationship.type + " " + relationship.target, all.size());
    if (added) all.push_back(std::move(relationship));
    return id_of(known->second);
}

std::string Package::relate(const std::string& source, const PartKind& kind,
                            const std::string& target) {
    return relate(source, {std::string(kind.relationship), relative(source, target), false});
}

std::string Package::relate_address(const std::string& source, const std::string& address) {
    return relate(source, {std::string(hyperlink_type), text::percent_encode(address), true});
}

std::string Package::content_types() const {
    pugi::xml_document document;
    auto types = add_root(document, "Types",
                          {{"xmlns",
                            "http://schemas.openxmlformats.org/package/2006/"
                            "content-types"}});
    std::map<std::string, std::string_view> defaults = {{"rels", relationships_type},
                                                        {"xml", "application/xml"}};
    for (const auto& part : parts_)
        if (!is_xml(part.name)) defaults.emplace(extension_of(part.name), part.content_type);
    for (const auto& [extension, type] : defaults)
        pptx::add(types, "Default", {{"Extension", extension}, {"ContentType", type}});
    for (const auto& part : parts_)
        if (is_xml(part.name))
            pptx::add(types, "Override",
                      {{"PartName", "/" + part.name}, {"ContentType", part.content_type}});
    return xml::to_string(document, xml::Layout::raw);
}

std::optional<std::string> Package::to_zip(Threads& threads) && {
    std::vector<ZipEntry> entries = {{"[Content_Types].xml", content_types()}};
    for (const auto& [source, all] : relationships_) {
        pugi::xml_document document;
        auto root = add_root(document, "Relationships",
                             {{"xmlns",
                               "http://schemas.openxmlformats.org/package/2006/"
                               "relationships"}});
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto node =
                pptx::add(root, "Relationship",
                          {{"Id", id_of(i)}, {"Type", all[i].type}, {"Target", all[i].target}});
            if (all[i].external) xml::set_attribute(node, "TargetMode", "External");
        }
        entries.push_back(
            {opc::relationships_part(source), xml::to_string(document, xml::Layout::raw)});
    }
    for (auto& part : parts_) {
        const auto method = is_xml(part.name) ? ZipMethod::deflated : ZipMethod::stored;
        entries.push_back({std::move(part.name), std::move(part.bytes), method});
    }
    return zip(std::move(entries), threads);
}

}  // namespace triptych::pptx
