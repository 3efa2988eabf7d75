#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "base/report.hpp"
#include "pptx/opc/archive.hpp"

/// The rules that finished presentations are held against.
namespace triptych::pptx::verify {

/// Closure of the package: parts, content types and relationships agree.
void check_package(const opc::Archive& archive, Report& report);
/// Slide list, masters, layouts, notes and sections. Returns the parts of the slides in order.
std::vector<std::string> check_presentation(const opc::Archive& archive, Report& report);
/// Elements, attributes and values of all parts that the schemas describe; ids of shapes, tables
/// and pictures of those that hold shapes.
void check_elements(const opc::Archive& archive, Report& report);
/// Placeholders, titles, alternatives, languages and links of the slides.
void check_slides(const opc::Archive& archive, const std::vector<std::string>& slides,
                  Report& report);

/// What parts of a presentation are (ISO/IEC 29500-1 §13.3).
struct PartKind {
    std::string_view relationship;          ///< that leads to them, by the last step of its type
    std::string_view type;                  ///< what their content type ends with
    std::string_view root;                  ///< their root element, by its usual prefix
    std::array<std::string_view, 2> needs;  ///< relationships that each has once
};
/// Null for parts that no rule is known of.
const PartKind* kind_led_to(std::string_view relationship);
const PartKind* kind_of(std::string_view content_type);

/// Whether a part is XML, by its name and content type.
bool is_xml(std::string_view name, std::string_view type);
/// The places that a layout of ours must have for what it is named after.
void check_archetype(const opc::Archive& archive, const std::string& layout, Report& report);

/// All elements of the name below `root`.
std::vector<pugi::xml_node> all(const pugi::xml_node& root, const char* name);
/// The text of all runs below `node`.
std::string text_of(const pugi::xml_node& node);

/// What tells placeholders apart.
struct PlaceholderKey {
    std::string type, index;
    friend bool operator<(const PlaceholderKey& a, const PlaceholderKey& b) {
        return std::pair(a.type, a.index) < std::pair(b.type, b.index);
    }
};
/// The placeholders in a part, types as written or implied (ISO/IEC 29500-1 §19.3.1.36).
std::set<PlaceholderKey> placeholders_in(const pugi::xml_node& root);

}  // namespace triptych::pptx::verify
