#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"
#include "typeset/context.hpp"
#include "typeset/inline/text_run.hpp"

/// One paragraph: itemize → shape → break_lines → place.
namespace triptych::typeset {

/// One set line. Items lie relative to the left end of its base line, which is the left edge of the
/// measure: indents and alignment are already in their places.
struct Line {
    std::vector<pages::Item> items;
    Length width;             ///< of the text, without hanging punctuation
    Length ascent, descent;   ///< of what is drawn; the style's leading rules the distance
    bool hyphenated = false;  ///< a word is divided at its end, or a compound behind its hyphen
    std::vector<std::uint32_t> notes;  ///< notes of the page whose references stand in this line
    std::vector<std::string> anchors;  ///< ids of anchors that stand in this line
};

/// Pages of a book that reads from right to left are laid out as if they read to the right, and
/// mirrored when they are whole (`pages::mirror`). Its lines are mirrored before, each in its
/// measure, and so come out as they were set.
bool is_mirrored(const Context& context);

struct ParagraphRequest {
    const doc::Inlines& body;
    const style::TextStyle& style;
    Length measure;
    Length first_indent;
    /// Of the paragraph; links, code, formulas … get elements under it.
    pages::ElementId element{};
};

/// Lines of the paragraph, none wider than the measure. Total-fit breaking (Knuth and Plass,
/// "Breaking Paragraphs into Lines", 1981) for justified text; the same without stretch for ragged
/// text.
std::vector<Line> set_paragraph(const ParagraphRequest& request, Context& context);

/// One line of plain text without breaks, for heads, folios, labels and code: all spaces count, at
/// its ends too.
Line set_line(std::string_view text, const style::TextStyle& style, pages::ElementId element,
              Context& context);
/// The same in several styles.
Line set_line(std::span<const TextRun> runs, pages::ElementId element, Context& context);

/// Width of the line that `set_line` makes of a text of ours in `language`.
Length line_width(std::string_view text, const style::TextStyle& style, std::string_view language,
                  const Resources& resources);

/// How narrow and how wide a paragraph can be, for the columns of tables.
struct InlineWidths {
    Length least;  ///< of its widest part that can't be broken (without hyphens)
    Length most;   ///< of its longest line when only forced breaks are made
};
/// What counts as a part that can't be broken, beside words.
enum class Unbroken : std::uint8_t { nothing, phrases };
InlineWidths measure_inlines(const doc::Inlines& body, const style::TextStyle& style,
                             Context& context, Unbroken unbroken = Unbroken::nothing);

}  // namespace triptych::typeset
