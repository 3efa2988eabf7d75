#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/inclusion.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// What neighbouring dialects write in GitBook's words: admonitions, tabs, callouts, includes and
/// links by name become the tags and links that GitBook has, so that nothing behind this pass knows
/// of them.
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

/// `source` with GitBook's marks in place of those of its neighbours, every byte with its place in
/// the author's file. Takes time linear in `source` and in what it includes.
MappedText in_gitbook_marks(const MappedText& source, const NeighbourOptions& options,
                            Diagnostics& diagnostics);

}  // namespace triptych::gitbook
