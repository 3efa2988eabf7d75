#include "font/cluster.hpp"

#include <unicode/uchar.h>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::font {
namespace {

constexpr char32_t joiner = 0x200D, emoji_selector = 0xFE0F, keycap = 0x20E3;

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool is_pictographic(char32_t c) {
    return c >= 0xA9 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool is_emoji_by_default(char32_t c) {
    return c >= 0x231A && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION);
}

/// Marks, joiners, selectors, tags and skin tones: they belong to what stands before them.
bool extends(char32_t c) {
    if (c < 0x300) return false;
    if (is_skin_tone(c)) return true;
    const auto code_point = static_cast<UChar32>(c);
    return u_hasBinaryProperty(code_point, UCHAR_GRAPHEME_EXTEND) || c == joiner ||
           u_charType(code_point) == U_COMBINING_SPACING_MARK;
}

/// Reads one code point after another and remembers what it saw.
class Scanner {
public:
    Scanner(std::string_view text, std::size_t at) : text_(text) {
        cluster_.begin = cluster_.end = at;
        cluster_.base = take();
        pictographic_ = is_pictographic(cluster_.base);
        cluster_.presentation =
            is_emoji_by_default(cluster_.base) ? Presentation::emoji : Presentation::text;
    }

    Cluster run() {
        if (is_regional(cluster_.base) && is_regional(peek())) take_as_emoji();
        while (cluster_.end < text_.size() && take_extension()) continue;
        return cluster_;
    }

private:
    char32_t peek() const {
        std::size_t at = cluster_.end;
        return at < text_.size() ? text::next_code_point(text_, at) : 0;
    }
    char32_t take() {
        ++cluster_.code_points;
        return last_ = text::next_code_point(text_, cluster_.end);
    }
    void take_as_emoji() {
        take();
        cluster_.presentation = Presentation::emoji;
    }

    bool take_extension() {
        const char32_t next = peek();
        const bool joined = last_ == joiner && pictographic_ && is_pictographic(next);
        if (!joined && !extends(next)) return false;
        const bool as_emoji = joined || next == emoji_selector || next == keycap ||
                              (pictographic_ && is_skin_tone(next));
        if (as_emoji) {
            take_as_emoji();
        } else {
            take();
            if (next == text_selector) cluster_.presentation = Presentation::text;
        }
        return true;
    }

    std::string_view text_;
    Cluster cluster_;
    char32_t last_ = 0;
    bool pictographic_ = false;
};

}  // namespace

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

Cluster next_cluster(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    // Most text is ASCII followed by ASCII, and that is a cluster of one.
    if (byte(at) < 0x80 && (at + 1 == text.size() || byte(at + 1) < 0x80))
        return {at, at + 1, byte(at), 1, Presentation::text};
    return Scanner(text, at).run();
}

bool is_space(char32_t c) {
    if (c < 0x80) return ascii::is_space(c);
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

bool is_ignorable(char32_t c) {
    if (c < 0xAD) return false;
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

}  // namespace triptych::font
