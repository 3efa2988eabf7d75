#pragma once

#include <string>
#include <vector>

#include "doc/model.hpp"

namespace triptych::doc {

/// What a part or a page is called in print. No number where it has none, or its author's own.
struct Name {
    std::string number, title;
};

/// Names of everything that contents, openers, running heads and bookmarks show: without the emoji
/// in front.
struct Names {
    std::vector<Name> parts;  ///< by part; numbered "1" where there are two or more
    std::vector<Name> pages;  ///< by page; chapters of numbered parts have "1.1"
};

/// `printed`: by page, whether it is; others have no number.
Names names_of(const Book& book, const std::vector<bool>& printed);

}  // namespace triptych::doc
