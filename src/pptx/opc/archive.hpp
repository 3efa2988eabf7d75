#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

/// Reading a package of the Open Packaging Conventions (ISO/IEC 29500-2) that anyone may have made.
namespace triptych::pptx::opc {

/// The parts of a package by name, without a leading slash, as they are in the ZIP archive.
struct Archive {
    std::map<std::string, std::string, std::less<>> parts;
    std::vector<std::string> repeated;  ///< names that the archive has more than once
    std::map<std::string, std::string, std::less<>> defaults;   ///< content type by extension
    std::map<std::string, std::string, std::less<>> overrides;  ///< content type by part

    bool has(std::string_view name) const { return parts.find(name) != parts.end(); }
    /// Empty when the package names none.
    std::string content_type(std::string_view part) const;
};

/// Nothing when it is no ZIP archive, is damaged or unpacks to more than `limit` bytes.
std::optional<Archive> read_archive(std::string_view bytes, std::size_t limit);

struct Relationship {
    std::string id;
    std::string type;    ///< the last step of its address: `slideLayout`
    std::string target;  ///< name of a part; empty when it leads out of the package's folders
    bool external = false;
};
/// Relationships of the part `source`; the package itself is "".
std::vector<Relationship> relationships_of(const Archive& archive, const std::string& source);
/// The target of the first relationship of a type; empty when there is none.
std::string related(const Archive& archive, const std::string& source, std::string_view type);

/// Name of the part that holds the relationships of `source`, and the other way round; the latter
/// is nothing for parts that hold none.
std::string relationships_part(const std::string& source);
std::optional<std::string> relationships_source(std::string_view part);

/// The part as XML; an empty document when it is missing or not well-formed.
pugi::xml_document parse(const Archive& archive, std::string_view part);

}  // namespace triptych::pptx::opc
