#pragma once

#include <string>

#include "doc/model.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {

/// What the home page of VuePress (`home: true`) or VitePress (`layout: home`) shows out of its
/// front matter.
struct HomePage {
    std::string title;   ///< "" when none is given
    doc::Blocks before;  ///< the text: claim, where to begin, features
    doc::Blocks behind;  ///< the text: the footer
};

/// Nothing for other pages. `front` is the page's front matter.
HomePage read_home_page(const YAML::Node& front, const YamlSource& source);

}  // namespace triptych::gitbook
