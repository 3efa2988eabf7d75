#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "pptx/writer/writing.hpp"
#include "style/sheet.hpp"

/// Inlines and blocks as DrawingML text (ISO/IEC 29500-1 §21.1.2).
namespace triptych::pptx {

enum class Links : std::uint8_t { live, plain };

/// Where text goes and what it starts from.
struct TextTarget {
    std::string part;             ///< whose relationships its links use
    Links links{};                ///< plain where links have no use
    Length size{};                ///< of every run; zero: as the placeholder says
    std::optional<Colour> ink{};  ///< of every run; none: as the placeholder says
    bool bold = false, italic = false;
    std::string face{};      ///< family of every run; empty: as the placeholder says
    unsigned bullets = 0;    ///< first level of the placeholder that has bullets; 0: none has
    bool is_spaced = false;  ///< whether the placeholder asks for space behind paragraphs
};

/// Adds runs of `inlines` to the paragraph `p`. Every run carries its language.
void add_runs(pugi::xml_node p, const doc::Inlines& inlines, const TextTarget& target,
              const Writing& writing);
/// Adds the lines of a listing, a break between two, and runs for their parts.
void add_code(pugi::xml_node p, const doc::CodeBlock& code, const TextTarget& target,
              const Writing& writing);
/// Adds a formula that has its paragraph to itself.
void add_displayed_math(pugi::xml_node p, const std::string& tex, const TextTarget& target,
                        const Writing& writing);
/// Adds one run of plain text and returns its properties (`a:rPr`).
pugi::xml_node add_run(pugi::xml_node p, std::string_view text, const TextTarget& target,
                       const Writing& writing);
/// Ends the paragraph: without runs it still keeps size and language.
void end_paragraph(pugi::xml_node p, const TextTarget& target, const Writing& writing);

/// Adds a paragraph in the placeholder's own look.
pugi::xml_node add_paragraph(pugi::xml_node body, const doc::Inlines& inlines,
                             const TextTarget& target, const Writing& writing);
/// Adds the paragraphs of `blocks`: lists with bullets by level, the rest without. What has no
/// text form of its own (tables, cards …) becomes paragraphs.
void add_paragraphs(pugi::xml_node body, const doc::Blocks& blocks, const TextTarget& target,
                    const Writing& writing);

/// The box of one line at the font's own height whose base line is where a line of the style's
/// leading at the top of `box` has it.
Rect natural_line_box(const Rect& box, const style::TextStyle& style, const Writing& writing);

/// Line spacing, in thousandths of a per cent of the font's own, that gives the style's leading.
std::string line_spacing(const style::TextStyle& style, const Writing& writing);

}  // namespace triptych::pptx
