#include "base/excerpt.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace triptych {

namespace {

constexpr std::size_t widest_excerpt = 100;      ///< columns of source shown under a finding
constexpr std::size_t excerpt_before = 40;       ///< columns kept before the caret when clipped
constexpr std::size_t most_excerpt_bytes = 400;  ///< marks that stand over others take no column

/// Columns a terminal gives to a code point (UAX 11).
std::size_t columns_of(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    if (c < 0x300) return 1;
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// A code point as it may go to a terminal: no control character gets through.
char32_t printable(char32_t code_point) {
    if (code_point == '\t') return ' ';
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return 0xFFFD;
    return code_point;
}

/// A line of source, and the bytes of it that a finding is about.
struct Marked {
    std::string_view line;
    std::size_t begin = 0, end = 0;
};

/// Moves `at` back by at most `count` code points.
std::size_t step_back(std::string_view line, std::size_t at, std::size_t count) {
    for (; count > 0 && at > 0; --count) {
        --at;
        for (int byte = 0; byte < 3 && at > 0 && (line[at] & 0xC0) == 0x80; ++byte) --at;
    }
    return at;
}

/// The source line and its underline, clipped around the mark when the line is long.
std::string excerpt(const Marked& marked) {
    std::size_t at = 0;
    if (marked.line.size() > widest_excerpt)
        at = step_back(marked.line, marked.begin, excerpt_before);
    std::string source = at > 0 ? " …" : " ";
    std::string underline = at > 0 ? "  " : " ";
    std::size_t columns = 0;
    const std::size_t last = std::min(marked.line.size(), at + most_excerpt_bytes);
    while (at < last && columns < widest_excerpt) {
        const std::size_t begin = at;
        const char32_t c = printable(text::next_code_point(marked.line, at));
        const char mark = begin == marked.begin                        ? '^'
                          : begin > marked.begin && begin < marked.end ? '~'
                                                                       : ' ';
        text::append_code_point(source, c);
        underline.append(columns_of(c), mark);
        columns += columns_of(c);
    }
    if (at < marked.line.size()) source += "…";
    if (marked.begin >= marked.line.size()) underline += '^';
    underline.erase(underline.find_last_not_of(' ') + 1);
    return source + '\n' + underline + '\n';
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        text::append_code_point(out, printable(text::next_code_point(text, at)));
    return out;
}

std::string excerpt(const Location& place, Span span) {
    const std::size_t length = span.end > span.begin ? span.end - span.begin : 0;
    return excerpt({place.source_line, place.offset, place.offset + length});
}

}  // namespace triptych
