#include "svg/shadow.hpp"

#include <fmt/format.h>

#include <string>

#include "base/xml.hpp"
#include "svg/allowed.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

std::string number_or(pugi::xml_node source, const char* name, const char* otherwise) {
    const std::string value = source.attribute(name).value();
    return is_numbers(value) ? value : otherwise;
}

/// A property as attribute or in `style`.
std::string property_or(pugi::xml_node source, const char* name, const char* otherwise) {
    std::string value = source.attribute(name).value();
    const std::string style = source.attribute("style").value();
    if (const auto at = style.find(std::string(name) + ":"); at != std::string::npos) {
        const auto begin = style.find(':', at) + 1;
        value = style.substr(begin, style.find(';', begin) - begin);
    }
    return kept_property(name, value).value_or(otherwise);
}

pugi::xml_node step(pugi::xml_node filter, const char* name, const std::string& in,
                    const std::string& result) {
    auto node = filter.append_child(name);
    if (!in.empty()) xml::set_attribute(node, "in", in);
    if (!result.empty()) xml::set_attribute(node, "result", result);
    return node;
}

}  // namespace

void append_drop_shadow(pugi::xml_node source, pugi::xml_node filter) {
    std::size_t number = 0;
    for (const auto one : filter.children()) number += one.type() == pugi::node_element;
    const auto name = [&](const char* part) { return fmt::format("shadow-{}-{}", part, number); };
    const std::string written = source.attribute("in").value();
    const std::string in = is_name(written) ? written : number == 0 ? "SourceGraphic" : "";
    // What comes without a name is the result of the step before, which the steps here hide.
    const std::string drawn = in.empty() ? name("in") : in;
    if (in.empty()) xml::set_attribute(filter.last_child(), "result", drawn);
    auto blur = step(filter, "feGaussianBlur", drawn, name("blur"));
    xml::set_attribute(blur, "stdDeviation", number_or(source, "stdDeviation", "2"));
    auto offset = step(filter, "feOffset", name("blur"), name("offset"));
    xml::set_attribute(offset, "dx", number_or(source, "dx", "2"));
    xml::set_attribute(offset, "dy", number_or(source, "dy", "2"));
    auto flood = step(filter, "feFlood", {}, name("flood"));
    xml::set_attribute(flood, "flood-color", property_or(source, "flood-color", "black"));
    xml::set_attribute(flood, "flood-opacity", property_or(source, "flood-opacity", "1"));
    auto cut = step(filter, "feComposite", name("flood"), name("cut"));
    xml::set_attribute(cut, "in2", name("offset"));
    xml::set_attribute(cut, "operator", "in");
    auto merge = step(filter, "feMerge", {}, source.attribute("result").value());
    if (!is_name(source.attribute("result").value())) merge.remove_attribute("result");
    for (const auto& layer : {name("cut"), drawn})
        xml::set_attribute(merge.append_child("feMergeNode"), "in", layer);
}

}  // namespace triptych::svg
