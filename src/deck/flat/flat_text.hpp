#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

/// Inlines as one string that can be looked at, and cut, by offset.
namespace triptych::deck {

/// Bytes `begin` to `end` of a flat text.
struct Range {
    std::size_t begin = 0, end = 0;

    bool empty() const { return begin >= end; }
    bool holds(std::size_t at) const { return begin <= at && at < end; }
};

/// The visible words of inlines. A line break is a line feed, a picture one U+FFFC. Struck-out text
/// is not there, nor are the signs around it that it alone needed, since no slide may show it as if
/// it held.
struct FlatText {
    std::string text;
    std::vector<Range> atoms;  ///< code, formulas, links, pictures: never cut inside; in order

    bool is_inside_atom(std::size_t at) const;  ///< neither at its start nor at its end
    std::string_view at(Range range) const {
        return std::string_view(text).substr(range.begin, range.end - range.begin);
    }
};
FlatText flatten(const doc::Inlines& inlines);

/// The inlines of some ranges of their flat text, one behind the other, with all their markup.
doc::Inlines slice(const doc::Inlines& inlines, const std::vector<Range>& ranges);

/// A word of a text: letters, digits, hyphens and apostrophes. French elisions are words of their
/// own ("l'", "qu'").
struct TextWord {
    Range range;
    std::string folded;  ///< in lower case, with straight apostrophes
};
std::vector<TextWord> words_in(std::string_view text, Range range);
std::vector<TextWord> words_in(const doc::Inlines& inlines);

/// The range without white space at both ends, no-break spaces included.
Range trimmed(std::string_view text, Range range);

}  // namespace triptych::deck
