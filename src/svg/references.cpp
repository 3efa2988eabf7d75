#include "svg/references.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <vector>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "svg/allowed.hpp"

namespace triptych::svg {
namespace {

void for_each_element(pugi::xml_node node, const std::function<void(pugi::xml_node)>& call) {
    call(node);
    pugi::xml_node next;
    for (auto child = node.first_child(); child; child = next) {
        next = child.next_sibling();
        if (child.type() == pugi::node_element) for_each_element(child, call);
    }
}

/// Elements that show each other, one inside or behind the other.
constexpr int longest_chain = 400;

/// The id in the value of an attribute.
std::string id_in(pugi::xml_attribute attribute) {
    const std::string_view value = attribute.value();
    if (std::string_view(attribute.name()) == "xlink:href")
        return std::string(value.starts_with('#') ? value.substr(1) : "");
    const auto end = value.find(')');
    if (!value.starts_with("url(") || end == std::string_view::npos) return {};
    return referred_id(value.substr(0, end + 1)).value_or("");
}

/// Whether `attribute` of an element may refer to `target`.
bool is_fitting(pugi::xml_node from, std::string_view attribute, pugi::xml_node target) {
    const std::string_view name = target.name();
    const auto* rule = find_element(name);
    if (!rule) return false;
    if (attribute == "fill" || attribute == "stroke")
        return rule->role == Role::gradient || name == "pattern";
    if (attribute == "filter" || attribute == "mask") return name == attribute;
    if (attribute == "clip-path") return name == "clipPath";
    if (attribute.starts_with("marker-")) return name == "marker";
    const auto* own = find_element(from.name());
    if (own && own->role == Role::use) return name == "symbol" || is_drawn(name);
    if (own && own->role == Role::gradient) return rule->role == Role::gradient;
    return name == from.name();  // patterns take what they lack from others
}

using TakenAway = std::function<void(std::string_view id)>;

/// Takes a reference away; a colour to fall back to stays.
void drop(pugi::xml_node node, pugi::xml_attribute attribute) {
    const std::string_view name = attribute.name(), value = attribute.value();
    if (name == "fill" || name == "stroke") {
        const auto rest = text::trim(value.substr(std::min(value.find(')') + 1, value.size())));
        const std::string otherwise(rest.empty() ? "none" : rest);
        attribute.set_value(otherwise.c_str());
        return;
    }
    node.remove_attribute(attribute);
}

/// Walks what shows what, each element once, and cuts what leads back.
class Circles {
public:
    Circles(const Targets& targets, const TakenAway& taken_away)
        : targets_(targets), taken_away_(taken_away) {}

    void cut(pugi::xml_node node, int depth = 0) {
        if (!open_.insert(node).second) return;
        std::vector<std::pair<pugi::xml_attribute, pugi::xml_node>> references;
        for_each_reference(node, [&](pugi::xml_attribute attribute, std::string_view id) {
            if (const auto target = targets_.find(id); target != targets_.end())
                references.emplace_back(attribute, target->second);
        });
        for (auto& [attribute, target] : references) {
            if (open_.count(target) != 0 || depth >= longest_chain) {
                if (taken_away_) taken_away_(id_in(attribute));
                drop(node, attribute);
            } else if (done_.count(target) == 0) {
                cut(target, depth + 1);
            }
        }
        for (const auto child : node.children())
            if (child.type() == pugi::node_element && done_.count(child) == 0)
                cut(child, depth + 1);
        open_.erase(node);
        done_.insert(node);
    }

private:
    struct Before {
        bool operator()(pugi::xml_node a, pugi::xml_node b) const {
            return a.internal_object() < b.internal_object();
        }
    };
    const Targets& targets_;
    const TakenAway& taken_away_;
    std::set<pugi::xml_node, Before> open_, done_;
};

}  // namespace

Targets targets_in(pugi::xml_node root) {
    Targets out;
    for_each_element(root, [&](pugi::xml_node node) {
        if (const auto id = node.attribute("id")) out.try_emplace(id.value(), node);
    });
    return out;
}

void for_each_reference(
    pugi::xml_node node,
    const std::function<void(pugi::xml_attribute attribute, std::string_view id)>& call) {
    pugi::xml_attribute next;
    for (auto attribute = node.first_attribute(); attribute; attribute = next) {
        next = attribute.next_attribute();
        if (const auto id = id_in(attribute); !id.empty()) call(attribute, id);
    }
}

void mend_references(pugi::xml_node root, const TakenAway& taken_away) {
    const auto targets = targets_in(root);
    for_each_element(root, [&](pugi::xml_node node) {
        for_each_reference(node, [&](pugi::xml_attribute attribute, std::string_view id) {
            const auto target = targets.find(id);
            if (target != targets.end() && is_fitting(node, attribute.name(), target->second))
                return;
            if (taken_away) taken_away(id);
            drop(node, attribute);
        });
    });
    Circles(targets, taken_away).cut(root);
    std::map<std::string, std::string, std::less<>> names;
    for_each_element(root, [&](pugi::xml_node node) {
        for_each_reference(node, [&](pugi::xml_attribute attribute, std::string_view id) {
            const auto [named, fresh] =
                names.try_emplace(std::string(id), fmt::format("d{}", names.size() + 1));
            const std::string value = attribute.value();
            const auto rest = value.find(')');
            attribute.set_value(
                std::string_view(attribute.name()) == "xlink:href"
                    ? ("#" + named->second).c_str()
                    : ("url(#" + named->second + ")" + value.substr(rest + 1)).c_str());
        });
    });
    std::vector<pugi::xml_node> empty;
    for_each_element(root, [&](pugi::xml_node node) {
        node.remove_attribute("id");
        if (std::string_view(node.name()) == "use" && !node.attribute("xlink:href"))
            empty.push_back(node);
    });
    for (auto node : empty) node.parent().remove_child(node);
    for (const auto& [written, made] : names) {
        auto node = targets.at(written);
        node.prepend_attribute("id").set_value(made.c_str());
    }
}

}  // namespace triptych::svg
