#include "pptx/schema/names.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/xml.hpp"

namespace triptych::pptx::schema {
namespace {

constexpr int deepest_element = 1000;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> usual_prefixes = {
    {{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
     {"http://schemas.openxmlformats.org/presentationml/2006/main", "p"},
     {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
     {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
     {"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
     {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
     {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
     {"http://www.w3.org/XML/1998/namespace", "xml"}}};

std::string_view usual_prefix(std::string_view address) {
    for (const auto& [known, prefix] : usual_prefixes)
        if (known == address) return prefix;
    return address.empty() ? "" : "other";
}

/// `p:sp` as its prefix and the rest.
std::pair<std::string_view, std::string_view> parts_of(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return {"", name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

/// The prefix that an attribute declares.
std::optional<std::string_view> declared(std::string_view attribute) {
    if (attribute == "xmlns") return "";
    return attribute.starts_with("xmlns:") ? std::optional(attribute.substr(6)) : std::nullopt;
}

std::string joined(std::string_view prefix, std::string_view local) {
    return prefix.empty() ? std::string(local) : std::string(prefix) + ":" + std::string(local);
}

template <typename Call>
void for_each_attribute(pugi::xml_node element, Call call) {
    for (auto attribute = element.first_attribute(); attribute;) {
        const auto following = attribute.next_attribute();
        call(attribute);
        attribute = following;
    }
}

class Settler {
public:
    enum class Outcome : std::uint8_t { kept, ignored, broken };

    Outcome settle(pugi::xml_node element, int depth) {
        if (depth > deepest_element) return Outcome::broken;
        const auto opened = open(element);
        const bool ignored = settle_names(element);
        if (!ignored) settle_children(element, depth);
        for (const auto& prefix : opened) bound_[prefix].pop_back();
        if (broken_) return Outcome::broken;
        return ignored ? Outcome::ignored : Outcome::kept;
    }

private:
    /// Takes in what an element declares.
    std::vector<std::string> open(pugi::xml_node element) {
        std::vector<std::string> opened;
        for_each_attribute(element, [&](pugi::xml_attribute attribute) {
            const auto prefix = declared(attribute.name());
            if (!prefix) return;
            opened.emplace_back(*prefix);
            bound_[opened.back()].emplace_back(attribute.value());
            element.remove_attribute(attribute);
        });
        for (const auto attribute : element.attributes())
            if (usual_prefix(address_of(parts_of(attribute.name()).first)) == "mc" &&
                parts_of(attribute.name()).second == "Ignorable")
                ignore(attribute.value());
        return opened;
    }
    void ignore(std::string_view prefixes) {
        const std::string written = text::collapse_spaces(prefixes);
        for (const auto prefix : text::split(written, ' '))
            if (!prefix.empty()) ignorable_.insert(address_of(prefix));
    }
    /// The namespace of a prefix, which must be declared.
    std::string address_of(std::string_view prefix) {
        const auto found = bound_.find(prefix);
        if (found != bound_.end() && !found->second.empty()) return found->second.back();
        broken_ = true;
        return {};
    }
    /// Whether the element is one that may be ignored.
    bool settle_names(pugi::xml_node element) {
        for_each_attribute(element, [&](pugi::xml_attribute attribute) {
            const auto [prefix, local] = parts_of(attribute.name());
            if (prefix.empty()) return;
            const std::string address = address_of(prefix);
            if (usual_prefix(address) == "mc" || ignorable_.count(address) != 0)
                element.remove_attribute(attribute);
            else
                attribute.set_name(joined(usual_prefix(address), local).c_str());
        });
        const auto [prefix, local] = parts_of(element.name());
        const std::string address = address_of(prefix);
        element.set_name(joined(usual_prefix(address), local).c_str());
        return usual_prefix(address) == "other" && ignorable_.count(address) != 0;
    }
    void settle_children(pugi::xml_node element, int depth) {
        for (auto child = element.first_child(); child && !broken_;) {
            const auto following = child.next_sibling();
            if (child.type() == pugi::node_element) settle_child(element, child, depth);
            child = following;
        }
    }
    void settle_child(pugi::xml_node element, pugi::xml_node child, int depth) {
        const Outcome outcome = settle(child, depth + 1);
        if (outcome == Outcome::broken) broken_ = true;
        if (outcome == Outcome::ignored)
            element.remove_child(child);
        else if (std::string_view(child.name()) == "mc:AlternateContent")
            choose(element, child);
    }
    /// All that is known here needs no choice: what is offered for newer programs is not taken.
    static void choose(pugi::xml_node element, pugi::xml_node alternatives) {
        const auto fallback = alternatives.child("mc:Fallback");
        for (auto child = fallback.first_child(); child; child = fallback.first_child())
            element.insert_move_before(child, alternatives);
        element.remove_child(alternatives);
    }

    std::map<std::string, std::vector<std::string>, std::less<>> bound_ = {
        {"", {""}}, {"xml", {"http://www.w3.org/XML/1998/namespace"}}};
    std::set<std::string> ignorable_;
    bool broken_ = false;
};

}  // namespace

bool settle_names(pugi::xml_document& document) {
    return Settler().settle(document.document_element(), 0) != Settler::Outcome::broken;
}

}  // namespace triptych::pptx::schema
