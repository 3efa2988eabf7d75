#include "pptx/schema/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/message.hpp>

#include "base/text.hpp"
#include "base/xml.hpp"

namespace triptych::pptx::schema {
namespace {

constexpr int deepest_element = 1000;
constexpr std::string_view alternatives_name = "mc:AlternateContent", choice_name = "mc:Choice",
                           fallback_name = "mc:Fallback";

struct Namespace {
    std::string_view address, prefix;
    bool extends = false;  ///< the standard: who does not know it may be told to ignore it
};
constexpr std::array namespaces = {
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Namespace{"http://schemas.openxmlformats.org/presentationml/2006/main", "p"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc"},
    Namespace{"http://purl.org/dc/terms/", "dcterms"},
    Namespace{"http://www.w3.org/2001/XMLSchema-instance", "xsi"},
    Namespace{"http://www.w3.org/XML/1998/namespace", "xml"},
    Namespace{"http://schemas.microsoft.com/office/drawing/2010/main", "a14", true},
    Namespace{"http://schemas.microsoft.com/office/powerpoint/2010/main", "p14", true},
    Namespace{"http://schemas.microsoft.com/office/drawing/2017/decorative", "adec", true}};

const Namespace* find_namespace(std::string_view address) {
    const auto found = std::find_if(namespaces.begin(), namespaces.end(),
                                    [&](const Namespace& one) { return one.address == address; });
    return found == namespaces.end() ? nullptr : &*found;
}
std::string_view usual_prefix(std::string_view address) {
    const auto* known = find_namespace(address);
    if (known != nullptr) return known->prefix;
    return address.empty() ? "" : "other";
}
/// Whether the standard describes it, so that nobody may ignore it.
bool is_of_the_standard(std::string_view address) {
    const auto* known = find_namespace(address);
    return known != nullptr && !known->extends;
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
    explicit Settler(pugi::xml_node choices) : choices_(choices) {}

    /// Whether the element is one that may be ignored.
    bool settle(pugi::xml_node element, int depth) {
        if (depth > deepest_element) return fail(message_id("elements are nested too deep"));
        const auto opened = open(element);
        const bool ignored = settle_names(element);
        if (!ignored) settle_children(element, depth);
        for (const auto& prefix : opened) bound_[prefix].pop_back();
        return ignored;
    }
    std::optional<std::string_view> flaw() const { return flaw_; }

private:
    bool fail(std::string_view why) {
        if (!flaw_) flaw_ = why;
        return false;
    }
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
        fail(message_id("a prefix is not declared"));
        return {};
    }
    bool settle_names(pugi::xml_node element) {
        for_each_attribute(element, [&](pugi::xml_attribute attribute) {
            const auto [prefix, local] = parts_of(attribute.name());
            if (prefix.empty()) return;
            const std::string address = address_of(prefix);
            if (usual_prefix(address) == "mc" || may_be_ignored(address))
                element.remove_attribute(attribute);
            else
                attribute.set_name(joined(usual_prefix(address), local).c_str());
        });
        const auto [prefix, local] = parts_of(element.name());
        const std::string address = address_of(prefix);
        element.set_name(joined(usual_prefix(address), local).c_str());
        if (usual_prefix(address) == "mc") expect_requirement(element);
        return may_be_ignored(address);
    }
    bool may_be_ignored(const std::string& address) const {
        return !is_of_the_standard(address) && ignorable_.count(address) != 0;
    }
    /// A choice names what a program must know to take it (ISO/IEC 29500-3 §7.6).
    void expect_requirement(const pugi::xml_node& element) {
        const bool is_choice = element.name() == choice_name;
        for (const auto attribute : element.attributes()) {
            const std::string_view name = attribute.name();
            const bool own = name.find(':') == std::string_view::npos;
            if (own && !(is_choice && name == "Requires"))
                fail(message_id("alternatives are none"));
        }
        if (!is_choice) return;
        const std::string written = text::collapse_spaces(element.attribute("Requires").value());
        if (written.empty()) fail(message_id("a choice does not say what it requires"));
        for (const auto prefix : text::split(written, ' ')) address_of(prefix);
    }
    void settle_children(pugi::xml_node element, int depth) {
        for (auto child = element.first_child(); child && !flaw_;) {
            const auto following = child.next_sibling();
            if (child.type() == pugi::node_element) settle_child(element, child, depth);
            child = following;
        }
    }
    void settle_child(pugi::xml_node element, pugi::xml_node child, int depth) {
        if (settle(child, depth + 1))
            element.remove_child(child);
        else if (child.name() == alternatives_name)
            choose(element, child);
    }
    /// All that is known here needs no choice: what is offered for newer programs is not taken.
    void choose(pugi::xml_node element, pugi::xml_node alternatives) {
        if (!holds_alternatives(alternatives)) fail(message_id("alternatives are none"));
        for (const auto choice : alternatives.children(choice_name.data()))
            for (const auto child : choice.children()) choices_.append_copy(child);
        const auto fallback = alternatives.child(fallback_name.data());
        for (auto child = fallback.first_child(); child; child = fallback.first_child())
            element.insert_move_before(child, alternatives);
        element.remove_child(alternatives);
    }
    /// Choices, and a fallback behind them.
    static bool holds_alternatives(const pugi::xml_node& alternatives) {
        std::string_view last;
        for (const auto child : alternatives.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view name = child.name();
            const bool good = name == choice_name ? last.empty() || last == choice_name
                                                  : name == fallback_name && last == choice_name;
            if (!good) return false;
            last = name;
        }
        return !last.empty();
    }

    pugi::xml_node choices_;
    std::map<std::string, std::vector<std::string>, std::less<>> bound_ = {
        {"", {""}}, {"xml", {"http://www.w3.org/XML/1998/namespace"}}};
    std::set<std::string> ignorable_;
    std::optional<std::string_view> flaw_;
};

}  // namespace

std::optional<std::string_view> settle_names(pugi::xml_document& document, pugi::xml_node choices) {
    Settler settler(choices);
    settler.settle(document.document_element(), 0);
    return settler.flaw();
}

}  // namespace triptych::pptx::schema
