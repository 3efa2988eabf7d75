#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/parallel.hpp"
#include "base/zip.hpp"

/// A package of the Open Packaging Conventions (ISO/IEC 29500-2), closed by construction: parts,
/// relationships and content types are made together and always agree.
namespace triptych::pptx {

/// A kind of part: its content type and the type of the relationships that lead to it.
struct PartKind {
    std::string_view content_type;
    std::string_view relationship;
};

class Package {
public:
    /// Adds the part `name` (without a leading slash, for example `ppt/slides/slide1.xml`).
    void add(const std::string& name, const PartKind& kind, std::string bytes);
    void add(const std::string& name, const PartKind& kind, const pugi::xml_document& document);
    bool has(const std::string& name) const { return names_.count(name) > 0; }
    /// The id, in the part `source`, of a relationship to the part `target`; the same each time.
    /// The package itself is the source "".
    std::string relate(const std::string& source, const PartKind& kind, const std::string& target);
    /// The same for an address outside the package.
    std::string relate_address(const std::string& source, const std::string& address);
    /// The package as bytes, packed by several threads; nothing when it is too large. To be
    /// called last.
    std::optional<std::string> to_zip(Threads& threads) &&;

private:
    struct Relationship {
        std::string type, target;
        bool external = false;
    };
    struct Part {
        std::string name, bytes, content_type;
    };
    std::string relate(const std::string& source, Relationship relationship);
    std::string content_types() const;

    std::vector<Part> parts_;
    std::set<std::string> names_;
    std::map<std::string, std::vector<Relationship>> relationships_;
    std::map<std::string, std::map<std::string, std::size_t>> known_;
};

}  // namespace triptych::pptx
