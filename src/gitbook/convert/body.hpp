#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/changes.hpp>
#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/dialects/neighbour_options.hpp"
#include "gitbook/syntax/variables.hpp"

/// The body of one GitBook page: Markdown, `{% %}` tags and HTML islands become model nodes.
namespace triptych::gitbook {

/// A picture or file as a page names it. `path` is the written destination, Markdown-unescaped and
/// entity-decoded but not percent-decoded; it is relative to the file of `span`, which is an
/// included file when the reference came from one.
struct MediaReference {
    std::string path;
    Span span;
    std::string dark = {};  ///< the same for dark grounds, written like `path`; may be empty
    bool is_twin = false;   ///< is the `dark` of another one and has no place of its own
};

/// One page's Markdown as blocks, before anything is resolved:
/// - every target is `DeadLink` with the written destination (form as in `MediaReference`),
/// relative
///   to the file of its node's span;
/// - every `MediaId` indexes `media`;
/// - a heading carries its explicit id or "", its written level as `level` and `look`, and its
/// whole
///   text in `body`; `Anchor`, tabs, steps … carry raw explicit ids or "";
/// - a page link card keeps the written label, often a file name, as its title.
struct Body {
    std::optional<doc::Inlines> title;  ///< the first heading, when it is an H1 that opens the page
    Span title_span;
    std::vector<std::string> title_ids;  ///< explicit ids of the title
    doc::Blocks blocks;
    std::vector<doc::Note> notes;
    std::vector<MediaReference> media;
    std::vector<Change> changes;  ///< traces of the editor that were removed (`editor-noise`)
};

inline constexpr std::size_t most_included_in_page = std::size_t{16} << 20U;
inline constexpr std::size_t most_expanded_in_page = std::size_t{256} << 10U;

/// What a conditional block's expression is judged by.
enum class Conditions : std::uint8_t {
    evaluate,  ///< by `BodyOptions::variables`; an unknown name is false
    show_all,
};

struct BodyOptions {
    /// Values of `{{ name }}`, `<code class="expression">name</code>` and of names in conditions,
    /// by full name: `book.version`, `space.vars.team`, `page.vars.x`, `visitor.claims.beta`.
    Variables variables;
    Conditions conditions = Conditions::evaluate;
    /// GitHub's formulas: `$x$` in a line, and listings in the language `math`.
    bool dollar_formulas = false;
    IncludeLoader load;  ///< may be empty: no file is found then
    Dialect dialect = Dialect::gitbook;
    PageFinder find_page = {};  ///< may be empty: `[[Page]]` is text then
    /// What the files included in the page, and the values of variables in it, may add up to.
    std::size_t most_included = most_included_in_page;
    std::size_t most_expanded = most_expanded_in_page;
    bool names_are_variables = false;  ///< any name in `{{ }}`, as HonKit reads it
    bool is_wiki = false;              ///< `[[Page]]` is a link though no page is called so
    IncludeObstacle obstacle = {};     ///< may be empty
};

}  // namespace triptych::gitbook
