#include "pptx/opc/archive.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <triptych/files.hpp>

#include "base/text.hpp"
#include "base/zip.hpp"

namespace triptych::pptx::opc {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view relationships_folder = "_rels/";
constexpr std::string_view relationships_ending = ".rels";

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// Part names are equal whatever the case of their letters (ISO/IEC 29500-2 §6.2.2.3).
std::string lower(std::string_view name) {
    std::string folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return folded;
}

std::string without_slash(std::string_view name) {
    return std::string(name.starts_with('/') ? name.substr(1) : name);
}

void read_types(Archive& archive) {
    const auto document = parse(archive, types_part);
    for (const auto node : document.child("Types").children()) {
        const std::string type = node.attribute("ContentType").value();
        if (std::string_view(node.name()) == "Default")
            archive.defaults.emplace(lower(node.attribute("Extension").value()), type);
        if (std::string_view(node.name()) == "Override")
            archive.overrides.emplace(without_slash(node.attribute("PartName").value()), type);
    }
}

/// The part that `target` in `source` means.
std::string resolved(const std::string& source, const std::string& target) {
    const std::string path = target.substr(0, target.find('#'));
    if (path.empty()) return source;
    const std::string whole = path.starts_with('/') ? path.substr(1) : folder_of(source) + path;
    return normal_path(text::percent_decode(whole)).value_or("");
}

}  // namespace

std::string Archive::content_type(std::string_view part) const {
    if (const auto own = overrides.find(part); own != overrides.end()) return own->second;
    const std::size_t dot = part.rfind('.');
    if (dot == std::string_view::npos) return {};
    const auto usual = defaults.find(lower(part.substr(dot + 1)));
    return usual == defaults.end() ? "" : usual->second;
}

std::optional<Archive> read_archive(std::string_view bytes, std::size_t limit) {
    auto entries = unzip(bytes, limit);
    if (!entries) return std::nullopt;
    Archive archive;
    std::map<std::string, std::string> names;
    for (auto& entry : *entries) {
        if (entry.name.ends_with('/')) continue;
        if (!names.emplace(lower(entry.name), entry.name).second)
            archive.repeated.push_back(entry.name);
        archive.parts.emplace(entry.name, std::move(entry.bytes));
    }
    read_types(archive);
    return archive;
}

std::vector<Relationship> relationships_of(const Archive& archive, const std::string& source) {
    std::vector<Relationship> all;
    const auto document = parse(archive, relationships_part(source));
    for (const auto node : document.child("Relationships").children("Relationship")) {
        const std::string type = node.attribute("Type").value();
        const std::string target = node.attribute("Target").value();
        const bool external = std::string_view(node.attribute("TargetMode").value()) == "External";
        all.push_back({node.attribute("Id").value(), type.substr(type.rfind('/') + 1),
                       external ? target : resolved(source, target), external});
    }
    return all;
}

std::string related(const Archive& archive, const std::string& source, std::string_view type) {
    for (const auto& relationship : relationships_of(archive, source))
        if (relationship.type == type && !relationship.external) return relationship.target;
    return {};
}

std::string relationships_part(const std::string& source) {
    const std::string folder = folder_of(source);
    return folder + std::string(relationships_folder) + source.substr(folder.size()) +
           std::string(relationships_ending);
}

std::optional<std::string> relationships_source(std::string_view part) {
    if (!part.ends_with(relationships_ending)) return std::nullopt;
    const std::string folder = folder_of(part);
    if (!folder.ends_with(relationships_folder)) return std::nullopt;
    const std::string_view name = part.substr(folder.size());
    return folder.substr(0, folder.size() - relationships_folder.size()) +
           std::string(name.substr(0, name.size() - relationships_ending.size()));
}

pugi::xml_document parse(const Archive& archive, std::string_view part) {
    pugi::xml_document document;
    const auto found = archive.parts.find(part);
    if (found == archive.parts.end()) return document;
    const auto& bytes = found->second;
    if (!document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata))
        document.reset();
    return document;
}

}  // namespace triptych::pptx::opc
