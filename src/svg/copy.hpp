#pragma once

#include <map>
#include <set>
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
    Copier(pugi::xml_node source, const Setting& setting, Losses& losses);

    /// Adds the copy to `target`.
    void copy(const Extent& extent, pugi::xml_document& target);

    /// Tells that the element of this id, which the drawing refers to, is not there.
    void note_lost(std::string_view id);

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
    /// The style of `source`, whose custom properties `here` then knows.
    void properties(pugi::xml_node source, const Element& rule, Variables& here,
                    pugi::xml_node copy);
    void property(pugi::xml_node source, const Element& rule, const Declaration& declared,
                  pugi::xml_node copy);
    void note_unread(pugi::xml_node source, std::string_view name, std::string_view value,
                     bool known);
    void refer(std::string_view id, pugi::xml_node source);
    bool reference(pugi::xml_node source, const Element& rule, pugi::xml_node copy);
    bool picture(pugi::xml_node source, std::string_view data, pugi::xml_node copy);
    static bool is_whole(const Element& rule, pugi::xml_node copy);
    void label(pugi::xml_node source, const Place& place);
    void note_handlers(pugi::xml_node source);
    bool lost(std::string_view where, pugi::xml_node source);
    void note_path(pugi::xml_node source);

    pugi::xml_node source_;
    const Setting& setting_;
    Losses& losses_;
    Cascade cascade_;
    std::map<std::string, pugi::xml_node, std::less<>> referred_;  ///< from where first, by id
    std::set<std::string, std::less<>> left_out_;  ///< ids of elements of which it was said
};

}  // namespace triptych::svg
