#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "svg/style_sheet.hpp"

namespace triptych::svg {

/// Properties of an element by name.
using Properties = std::map<std::string, std::string, std::less<>>;

/// The custom properties (`--name`) in force at an element.
struct Variables {
    const Variables* outer = nullptr;
    Properties own = {};

    /// Null for one that is not known.
    const std::string* find(std::string_view name) const;
};

/// Says what properties an element has: presentation attributes, then rules, then its `style`.
class Cascade {
public:
    /// Takes all style sheets in `root`.
    Cascade(pugi::xml_node root, Losses& losses);

    /// What is declared for `node` itself, with `var()` replaced and shorthands spelled out. `here`
    /// knows what is around it, and then also what it declares of custom properties. A value that
    /// SVG does not know counts for nothing, so that a weaker one holds (CSS 2.1 §4.2); such are
    /// added to `refused`.
    Properties of(pugi::xml_node node, Variables& here,
                  std::vector<Declaration>* refused = nullptr) const;

private:
    StyleSheet sheet_;
};

/// What the parts of `font: italic bold 12px/1.5 Georgia, serif` say.
Properties parse_font(std::string_view value);

}  // namespace triptych::svg
