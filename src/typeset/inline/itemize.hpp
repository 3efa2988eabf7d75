#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"
#include "typeset/context.hpp"
#include "typeset/inline/shape.hpp"
#include "typeset/inline/text_run.hpp"
#include "typeset/math/formula.hpp"

/// Inlines to one text with its looks: the first step of setting a paragraph.
namespace triptych::typeset {

/// A structure element that is made when its first item is drawn, so that elements come in reading
/// order. Element 0 of a text is the paragraph's own.
struct PlannedElement {
    pages::Element element;  ///< its parent is the index of a planned element
    std::optional<pages::ElementId> made;
};

/// A ground behind a passage, and a border around it.
struct Ground {
    std::optional<Colour> fill, border;
};

/// How a passage looks and what it means.
struct Look {
    ShapedWords* words = nullptr;  ///< left to right
    /// Right to left; null in texts that do not need it. By whether letters join in front (1) and
    /// behind (2).
    std::array<ShapedWords*, 4> words_to_left{};
    const Patterns* patterns = nullptr;  ///< of its language; null: not hyphenated
    Length size;
    Length rise;  ///< of the base line
    Colour colour;
    std::string language;
    std::uint32_t element = 0;  ///< index of a planned element
    std::int32_t link = -1;     ///< index of a link, −1 for none
    std::int32_t ground = -1;   ///< index of a ground, −1 for none
    std::int32_t ruby = -1;  ///< index of a reading over it, −1 for none; lines do not break it
    bool struck = false;
    bool technical = false;  ///< code, formulas: never hyphenated, broken at signs, even spaces
    bool unbroken = false;   ///< lines never break inside
    bool hyphenate = false;
    bool dots = false;  ///< ideographs are stressed by dots beside them
    int expansion = 0;  ///< in thousandths, see `style::TextStyle`
    Span span;          ///< of the source
};

/// Part of the text with one look.
struct Passage {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t look = 0;
};

/// A picture in the line; its place in the text holds U+FFFC.
struct InlinePicture {
    std::uint32_t offset = 0;
    MediaId media{};
    Size size;
};

/// A formula in the line; its place in the text holds U+FFFC.
struct InlineFormula {
    std::uint32_t offset = 0;
    std::vector<math::LinePart> parts;
};

/// A reading over the passages that name it.
struct Reading {
    std::string text;
    style::TextStyle style;
    std::uint32_t element = 0;  ///< index of a planned element
    Length width;
};

/// What stands at a place of the text without being text.
struct TextMark {
    enum class Kind : std::uint8_t { soft_hyphen, break_here, no_break, anchor, note };
    std::uint32_t offset = 0;
    Kind kind{};
    std::string id;          ///< of an anchor
    std::uint32_t note = 0;  ///< of a note's reference
};

/// A break between letters of a script that is not broken at spaces alone.
struct ScriptBreak {
    std::uint32_t offset = 0;
    std::int32_t cost = 0;
};

/// A paragraph as one text. White space is single spaces, no-break spaces and line feeds for forced
/// breaks.
struct StyledText {
    std::string text;
    std::vector<Look> looks;
    std::vector<Passage> passages;  ///< cover the text without gaps
    std::vector<PlannedElement> elements;
    std::vector<pages::LinkArea> links;  ///< without their size
    std::vector<Ground> grounds;
    std::vector<InlinePicture> pictures;
    std::vector<InlineFormula> formulas;
    std::vector<Reading> readings;
    std::vector<TextMark> marks;  ///< sorted by offset
    std::string language;         ///< BCP 47, of the paragraph
    bool right_to_left = false;   ///< needs the bidirectional algorithm
    bool to_left = false;         ///< the paragraph itself reads from right to left
    bool code = false;            ///< a line of a listing: reads to the right, part by part
    bool complex_breaks = false;  ///< holds scripts that are not broken at spaces alone
    /// Their breaks, kept by who breaks the text in several passes.
    std::vector<ScriptBreak> script_breaks;
    style::Kinsoku kinsoku{};  ///< of these scripts
    bool phrases = false;  ///< of Japanese and words of Chinese are rather kept whole, where lines
                           ///< need not be full
    bool stops_hang = false;  ///< of Japanese and Chinese, at ends of lines
};

/// U+FFFC in UTF-8: the place of a picture or a formula.
inline constexpr std::string_view object_replacement = "\xEF\xBF\xBC";

/// The active area of a link, without its size; nothing when the output can't lead there.
std::optional<pages::LinkArea> link_area(const doc::Target& target, const Context& context);

StyledText itemize(const doc::Inlines& body, const style::TextStyle& style,
                   pages::ElementId element, Context& context);
/// The same for a plain text whose spaces all count.
StyledText itemize(std::span<const TextRun> runs, pages::ElementId element, Context& context);

}  // namespace triptych::typeset
