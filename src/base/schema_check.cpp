#include "base/schema_check.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"

namespace triptych::schema {
namespace {

class Checker {
public:
    explicit Checker(const std::function<void(const Message&)>& tell) : tell_(tell) {}

    // Nested as deep as the caller lets a file be.
    void check(const pugi::xml_node& element, const Type& type) const {
        if (type.open) return;
        check_attributes(element, type);
        if (type.text != nullptr && !type.text->holds(element.text().get()))
            tell_(say("<{}> holds '{}'", element.name(), element.text().get()));
        if (const auto misfit = first_misfit(type, element)) say_misfit(element, *misfit);
        for (const auto child : element.children()) check_child(element, child, type);
    }

private:
    void say_misfit(const pugi::xml_node& element, const Misfit& misfit) const {
        const std::string_view outer = element.name(), inner = misfit.child.name();
        if (!misfit.child)
            tell_(say("<{}> has no <{}>", outer, misfit.missing));
        else if (misfit.missing.empty())
            tell_(say("<{}> stands at a wrong place in <{}>", inner, outer));
        else
            tell_(say("<{}> stands in <{}> where <{}> must be", inner, outer, misfit.missing));
    }
    void check_child(const pugi::xml_node& element, const pugi::xml_node& child,
                     const Type& type) const {
        if (child.type() == pugi::node_element) {
            const auto* place = type.child(child.name());
            if (place == nullptr) return;
            if (place->value != nullptr)
                check_text(child, *place->value);
            else
                check(child, *place->type);
        } else if (type.text == nullptr && is_text(child) && !text::trim(child.value()).empty()) {
            tell_(say("<{}> holds text", element.name()));
        }
    }
    static bool is_text(const pugi::xml_node& node) {
        return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    }
    static bool holds_elements(const pugi::xml_node& element) {
        const auto children = element.children();
        return std::any_of(children.begin(), children.end(), [](const pugi::xml_node& child) {
            return child.type() == pugi::node_element;
        });
    }
    void check_text(const pugi::xml_node& element, const Value& value) const {
        if (element.first_attribute() || holds_elements(element) ||
            !value.holds(element.text().get()))
            tell_(say("<{}> holds '{}'", element.name(), element.text().get()));
    }
    void check_attributes(const pugi::xml_node& element, const Type& type) const {
        for (const auto attribute : element.attributes()) {
            if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
            const auto* known = type.attribute(attribute.name());
            if (known == nullptr || !known->value->holds(attribute.value()))
                tell_(
                    say("<{}> has {}=\"{}\"", element.name(), attribute.name(), attribute.value()));
        }
        for (const auto& attribute : type.attributes)
            if (attribute.required && !element.attribute(std::string(attribute.name).c_str()))
                tell_(say("<{}> has no {}", element.name(), attribute.name));
    }

    const std::function<void(const Message&)>& tell_;
};

}  // namespace

void check(const pugi::xml_node& element, const Type& type,
           const std::function<void(const Message&)>& tell) {
    Checker(tell).check(element, type);
}

}  // namespace triptych::schema
