#pragma once

#include <string>

#include "verify/tree.hpp"

namespace triptych::verify {

/// What becomes of a structure element in HTML.
struct HtmlType {
    enum class Kind {
        element,      ///< an element called `name`
        transparent,  ///< its kids stand in its place
        left_out,
    } kind{};
    std::string name;
    bool tells_type = false;  ///< other types become the same element, so that it says its own
};
HtmlType html_type(const TreeElement& element, const Tree& tree);

}  // namespace triptych::verify
