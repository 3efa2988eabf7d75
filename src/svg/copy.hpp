#pragma once

#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "svg/allowed.hpp"
#include "svg/cascade.hpp"
#include "svg/clean.hpp"
#include "svg/size.hpp"

namespace triptych::svg {

/// Copies what may be kept of a drawing, styles written out as presentation attributes, switches
/// decided, labels in HTML set as text.
class Copier {
public:
    Copier(pugi::xml_node source, const Setting& setting);

    /// Adds the copy to `target`.
    void copy(const Extent& extent, pugi::xml_document& target);

    std::vector<Finding> findings;

private:
    struct Place;  ///< where in the copy, and under which styles

    void element(pugi::xml_node source, const Place& place);
    void children(pugi::xml_node source, const Place& place);
    void known(pugi::xml_node source, const Element& rule, const Place& place);
    void unknown(pugi::xml_node source, const Place& place);
    void choose(pugi::xml_node source, const Place& place);
    bool shows(pugi::xml_node source) const;
    /// False when something is missing without which the element is nothing.
    bool attributes(pugi::xml_node source, const Element& rule, pugi::xml_node copy);
    void properties(const Properties& declared, const Element& rule, pugi::xml_node copy);
    bool reference(pugi::xml_node source, const Element& rule, pugi::xml_node copy);
    bool picture(std::string_view data, pugi::xml_node copy);
    static bool is_whole(const Element& rule, pugi::xml_node copy);
    void label(pugi::xml_node source, const Place& place);
    void note_handlers(pugi::xml_node source);
    void lost(std::string_view where, pugi::xml_node source);
    void note_path(pugi::xml_node source);
    void find(Finding::Kind kind, Message message);

    pugi::xml_node source_;
    const Setting& setting_;
    Cascade cascade_;
};

}  // namespace triptych::svg
