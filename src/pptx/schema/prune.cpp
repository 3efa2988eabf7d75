#include "pptx/schema/prune.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/xml.hpp"

namespace triptych::pptx::schema {
namespace {

/// Children at wrong places that are left out one by one; an element with more is not taken.
constexpr int most_misplaced = 64;

/// Attributes that may have any text are made up where they are missing.
bool complete(pugi::xml_node element, const Type& type) {
    for (const auto& attribute : type.attributes) {
        if (!attribute.required || element.attribute(std::string(attribute.name).c_str())) continue;
        if (!attribute.value->is_text()) return false;
        xml::set_attribute(element, std::string(attribute.name).c_str(), "");
    }
    return true;
}

/// A percentage or a measure, which the standard allows for numbers, as the number that all
/// programs read: thousandths of a percent, or EMU.
std::string as_number(std::string_view written) {
    constexpr std::pair<std::string_view, double> units[] = {
        {"%", 1000},    {"mm", 36'000},  {"cm", 360'000}, {"in", 914'400},
        {"pt", 12'700}, {"pc", 152'400}, {"pi", 152'400}};
    for (const auto& [unit, size] : units) {
        if (!written.ends_with(unit)) continue;
        double value = 0;
        const char* const end = written.data() + written.size() - unit.size();
        const auto read = std::from_chars(written.data(), end, value, std::chars_format::fixed);
        if (read.ec == std::errc() && read.ptr == end && std::abs(value) < 1e9)
            return std::to_string(std::llround(value * size));
    }
    return std::string(written);
}

bool prune_attributes(pugi::xml_node element, const Type& type) {
    std::set<std::string_view> seen;
    for (auto attribute = element.first_attribute(); attribute;) {
        const auto following = attribute.next_attribute();
        const auto* known = type.attribute(attribute.name());
        // The gap between letters is one in points.
        if (known != nullptr && known->name != "spc" && !known->value->holds(attribute.value()))
            attribute.set_value(as_number(attribute.value()).c_str());
        if (known == nullptr || !known->value->holds(attribute.value()) ||
            !seen.insert(known->name).second)
            element.remove_attribute(attribute);
        attribute = following;
    }
    return complete(element, type);
}

/// Text in an element that holds nothing else.
bool prune_text(pugi::xml_node element, const Value& value) {
    const std::string text = element.text().get();
    element.remove_children();
    while (element.first_attribute()) element.remove_attribute(element.first_attribute());
    if (!value.holds(text)) return false;
    xml::append_text(element, text);
    return true;
}

/// These are described for what we write; slides have no use for those of others.
constexpr std::array<std::string_view, 3> untaken = {"a:extLst", "p:extLst", "a:graphicData"};

bool keep(pugi::xml_node child, const Type& type) {
    if (is_one_of(child.name(), untaken)) return false;
    const auto* place = child.type() == pugi::node_element ? type.child(child.name()) : nullptr;
    if (place == nullptr) return false;
    return place->value != nullptr ? prune_text(child, *place->value) : prune(child, *place->type);
}

}  // namespace

bool prune(pugi::xml_node element, const Type& type) {
    if (type.open || !prune_attributes(element, type)) return false;
    for (auto child = element.first_child(); child;) {
        const auto following = child.next_sibling();
        if (!keep(child, type)) element.remove_child(child);
        child = following;
    }
    for (int i = 0; i < most_misplaced; ++i) {
        const auto misfit = first_misfit(type, element);
        if (!misfit) return true;
        if (!misfit->child) return false;
        element.remove_child(misfit->child);
    }
    return false;
}

}  // namespace triptych::pptx::schema
