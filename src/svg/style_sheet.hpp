#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "svg/losses.hpp"

/// The part of CSS by which programs that draw style their SVG: rules with types, classes, ids and
/// attributes, descendants and children, custom properties. Rules with anything else, and all that
/// begins with `@`, are left out: nothing is imported, no font is fetched. Where that may change
/// the drawing it is a loss.
namespace triptych::svg {

struct Declaration {
    std::string name, value;
    bool important = false;
};
using Declarations = std::vector<Declaration>;

/// What stands in a `style` attribute or between the braces of a rule.
Declarations parse_declarations(std::string_view css);

/// One condition on an element.
struct Condition {
    enum class Kind : std::uint8_t { type, id, css_class, attribute, root } kind{};
    std::string name, value;
};
/// Conditions on one element, and how it stands to the one in front of it.
struct Compound {
    std::vector<Condition> conditions;
    bool child = false;  ///< of the element before, not just anywhere in it
};
struct Rule {
    std::vector<Compound> selector;
    Declarations declarations;
    unsigned weight = 0;  ///< specificity (Selectors 3 §9)
};

class StyleSheet {
public:
    /// `line`: where `css` begins in its file, 0 for unknown.
    void add(std::string_view css, std::uint32_t line, Losses& losses);
    /// The declarations that hold for `node`, a weaker one before a stronger one.
    Declarations matching(pugi::xml_node node) const;
    /// False when all steps that may be taken to find rules were taken: the sheet is then without
    /// effect, from the same element on at every run.
    bool is_affordable() const { return steps_ > 0; }

private:
    void add_rule(std::string_view selectors, std::string_view body, std::uint32_t line,
                  Losses& losses);
    bool matches(const Rule& rule, pugi::xml_node node) const;
    bool matches_before(const Rule& rule, std::size_t compound, pugi::xml_node node) const;

    std::vector<Rule> rules_;
    /// Rules by what their last compound asks for: `#id`, `.class`, a type, or `*`.
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_key_;
    mutable std::int64_t steps_ = 20'000'000;
};

}  // namespace triptych::svg
