#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/syntax/dialect.hpp"

/// The marks at the front of lines with which neighbouring dialects open and close blocks.
namespace triptych::gitbook {

/// How a block ends.
enum class BlockForm : std::uint8_t {
    indented,   ///< at the first line that is less indented (MkDocs)
    colons,     ///< at `:::` (Docusaurus, VuePress)
    quoted,     ///< at the first line without `>` (GitHub, Obsidian)
    paragraph,  ///< at a blank line (docsify)
    element,    ///< at an end tag (Docusaurus)
    group,      ///< with the last block in it
};

/// A block that a line opens.
struct BlockMark {
    BlockForm form{};
    std::string_view tag;        ///< GitBook's: `hint`, `collapse`, `tabs`, `tab`; "" shows nothing
    std::string_view style;      ///< of a hint
    std::string title;           ///< Markdown; may be empty
    std::size_t length = 0;      ///< bytes of the mark; what is behind it is the block's first line
    std::size_t colons = 0;      ///< of the mark, or slashes
    bool shows_nothing = false;  ///< it is known, and only its content is shown
};
/// Whether so many end at `///` (MkDocs) rather than at `:::`.
bool counts_slashes(std::size_t colons);

/// The mark at the front of `line`, which has no indentation.
std::optional<BlockMark> block_mark(std::string_view line, Dialect dialect);

/// Bytes of the icon of MkDocs at the front of `text`, `:material-check:`; 0 when there is none.
std::size_t icon_at(std::string_view text);

/// What the tab called `value` is labelled in the tag of its group (Docusaurus), where it may say
/// so:
/// `<Tabs values={[{label: 'One', value: 'a'}]}>`; else `value`.
std::string label_of_tab(std::string_view tag, std::string_view value);

/// Whether `line` opens a tab of MkDocs: `=== "Title"`.
bool opens_tab(std::string_view line);
/// How much of `line` is one tag of tabs at its front (Docusaurus), or in tabs stands before the
/// next: all of it where nothing else is in the line.
std::size_t piece_of_tabs(std::string_view line, bool in_tabs);
/// Whether `line` begins what a term means (MkDocs, mdBook): `:   What it is.`
bool opens_definition(std::string_view line, Dialect dialect);
/// How many colons or slashes `line` ends blocks with; 0 when it is no such line. Slashes count
/// apart.
std::size_t closing_colons(std::string_view line);
/// The tag of GitBook that an end tag of Docusaurus alone on its line closes, or "".
std::string_view closed_element(std::string_view line);

/// What a listing of the language `info` is in fact: a callout whose text is Markdown (mdBook's
/// admonish, MyST).
std::optional<BlockMark> listing_mark(std::string_view info);

}  // namespace triptych::gitbook
