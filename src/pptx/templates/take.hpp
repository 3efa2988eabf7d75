#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "base/length.hpp"
#include "pptx/opc/archive.hpp"
#include "pptx/opc/package.hpp"

namespace triptych::pptx::templates {

/// A layout that was taken over.
struct TakenLayout {
    std::string part;
    pugi::xml_document document;
};
struct TakenMaster {
    std::string part;
    std::uint32_t id = 0;  ///< `ST_SlideMasterId`
    pugi::xml_document document, theme;
    std::vector<TakenLayout> layouts;
};
struct TakenNotes {
    std::string part;
    pugi::xml_document document;
};

/// Takes parts out of a template into a package that stays closed: whatever a part needs comes
/// with it or is removed from it. Parts get new names, slide masters and layouts new ids.
class Taker {
public:
    /// `slide` is the size of slides, known before the first part is taken.
    Taker(const opc::Archive& archive, pptx::Package& package, const Size& slide)
        : archive_(archive), package_(package), slide_(slide) {}
    /// A slide master with its theme and its layouts; nothing when it can't be used.
    std::optional<TakenMaster> master(const std::string& part);
    std::optional<TakenNotes> notes_master(const std::string& part);
    /// Names of shapes and pictures that were left out.
    const std::vector<std::string>& lost() const { return lost_; }

private:
    struct Source {
        std::string from, to;  ///< name of a part in the template, and in the package
    };
    /// Reads a part and tells whether it can be taken; nothing gets into the package yet.
    bool prepare(const std::string& part, const char* root, pugi::xml_document& document) const;
    /// Cleans a part that was prepared; the pictures it keeps get into the package.
    void settle(const Source& source, pugi::xml_document& document);
    /// Leaves what may be in a part; false when too little is left.
    bool make_sound(pugi::xml_node root) const;
    bool is_picture(const std::string& part) const;
    std::map<std::string, std::string> pictures_of(const std::string& part) const;
    std::string picture(const Source& source, const std::string& target);
    /// Adds a theme that was prepared.
    void theme(const Source& user, const std::string& part, pugi::xml_document& document);
    void theme_override(const Source& layout);
    std::optional<TakenLayout> layout(const Source& source, const std::string& master);
    std::vector<TakenLayout> layouts(const Source& master, const pugi::xml_document& document);
    void list(const std::vector<TakenLayout>& layouts, const std::string& master,
              pugi::xml_node root);

    const opc::Archive& archive_;
    pptx::Package& package_;
    const Size& slide_;
    std::map<std::string, std::string> pictures_;  ///< template's name to ours
    std::set<std::string> seen_;                   ///< layouts
    std::vector<std::string> lost_;
    std::size_t masters_ = 0, layouts_ = 0, themes_ = 0, overrides_ = 0;
    std::uint32_t next_id_ = 2147483648;
};

}  // namespace triptych::pptx::templates
