#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/dialects/inclusion.hpp"
#include "gitbook/syntax/allowance.hpp"
#include "gitbook/syntax/dialect.hpp"

namespace triptych::gitbook {

/// Where the page called `name` is, as a link from the root of the book; nothing when there is
/// none.
using PageFinder = std::function<std::optional<std::string>(std::string_view name)>;

struct NeighbourOptions {
    Dialect dialect = Dialect::gitbook;
    const IncludeLoader& load;    ///< may be empty: no file is found then
    const PageFinder& find_page;  ///< may be empty: `[[Page]]` is text then
    Allowance& included;          ///< of the page
    bool is_wiki = false;         ///< `[[Page]]` is a link though no page is called so
    IncludeObstacle obstacle = {};
};

}  // namespace triptych::gitbook
