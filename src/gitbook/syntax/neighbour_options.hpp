#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/inclusion.hpp"

namespace triptych::gitbook {

/// All that the files included in one page may add up to.
inline constexpr std::size_t most_included = std::size_t{16} << 20U;

/// Where the page called `name` is, as a link from the root of the book; nothing when there is
/// none.
using PageFinder = std::function<std::optional<std::string>(std::string_view name)>;

struct NeighbourOptions {
    Dialect dialect = Dialect::gitbook;
    const IncludeLoader& load;    ///< may be empty: no file is found then
    const PageFinder& find_page;  ///< may be empty: `[[Page]]` is text then
    std::size_t& included;        ///< bytes of files included in the page so far
};

}  // namespace triptych::gitbook
