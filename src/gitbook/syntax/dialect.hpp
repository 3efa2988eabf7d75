#pragma once

#include <cstdint>

namespace triptych::gitbook {

/// Whose Markdown a folder holds, by the files that only that program has.
enum class Dialect : std::uint8_t {
    gitbook,
    honkit,
    mdbook,
    mkdocs,
    docusaurus,
    vuepress,  ///< and VitePress
    docsify,
    obsidian,
    plain,  ///< no program's: as GitHub shows it
};

/// Whether `$x$` and listings in the language `math` are formulas there.
inline bool has_dollar_formulas(Dialect dialect) {
    return dialect == Dialect::plain || dialect == Dialect::obsidian ||
           dialect == Dialect::mkdocs || dialect == Dialect::docusaurus;
}

/// Whether `[[Page]]` may be a link there.
inline bool has_page_names(Dialect dialect) {
    return dialect == Dialect::plain || dialect == Dialect::obsidian;
}

}  // namespace triptych::gitbook
