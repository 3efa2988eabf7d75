#include "typeset/inline/text_builder.hpp"

#include <utility>

#include <unicode/uchar.h>

#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "typeset/inline/bidi.hpp"

namespace triptych::typeset {

namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool is_white_space(char32_t c) {
    return c == ' ' || between(c, 0x09, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) { return c < 0x20 || between(c, 0x7F, 0x9F); }

bool needs_bidi(char32_t c) {
    return between(c, 0x0590, 0x08FF) || between(c, 0xFB1D, 0xFDFF) || between(c, 0xFE70, 0xFEFE) ||
           between(c, 0x10800, 0x10FFF) || between(c, 0x1E800, 0x1EFFF) || c == 0x200F ||
           c == 0x202B || c == 0x202E || c == 0x2067;
}

/// Scripts of Southeast and East Asia, whose lines break between letters too.
bool needs_break_rules(char32_t c) {
    return between(c, 0x0E00, 0x0EFF) || between(c, 0x1000, 0x11FF) || between(c, 0x1780, 0x17FF) ||
           between(c, 0x2E80, 0xD7FF) || between(c, 0xF900, 0xFAFF) || between(c, 0xFF00, 0xFFEF) ||
           between(c, 0x20000, 0x3FFFF);
}

/// Ideographs, kana and hangul: letters of which no more need be asked.
bool is_plain_wide(char32_t c) { return between(c, 0x3041, 0xD7A3); }

std::optional<TextMark::Kind> mark_kind(char32_t c) {
    if (c == 0xAD) return TextMark::Kind::soft_hyphen;
    if (c == 0x200B) return TextMark::Kind::break_here;
    if (c == 0x2060 || c == 0xFEFF) return TextMark::Kind::no_break;
    return std::nullopt;
}

}  // namespace

void TextBuilder::append_space(Spaces spaces) {
    std::string& text = result_.text;
    const bool collapses = text.empty() || text.back() == ' ' || text.back() == '\n';
    if (spaces == Spaces::keep || !collapses) text += ' ';
}

void TextBuilder::append_other(char32_t c, Spaces spaces) {
    if (is_white_space(c)) return append_space(spaces);
    if (is_control(c)) return;
    if (const auto kind = mark_kind(c)) {
        TextMark mark;
        mark.kind = *kind;
        return append_mark(std::move(mark));
    }
    result_.right_to_left = result_.right_to_left || needs_bidi(c);
    result_.complex_breaks = result_.complex_breaks || needs_break_rules(c);
    text::append_code_point(result_.text, c);
}

void TextBuilder::append_characters(std::string_view text, Spaces spaces, bool upper_case) {
    result_.text.reserve(result_.text.size() + text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (byte > ' ' && byte < 0x7F && !upper_case) {
            result_.text += byte;
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text, at);
        if (!upper_case && is_plain_wide(c)) {
            result_.complex_breaks = true;
            result_.text.append(text, begin, at - begin);
            continue;
        }
        append_other(upper_case ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))) : c,
                     spaces);
    }
}

ShapedWords& TextBuilder::words(const style::TextStyle& style, const Look& look) const {
    return shaped_words(style, look.language, look.technical, context_.resources);
}

const Patterns* TextBuilder::patterns(const Look& look) const {
    const Files* folder = context_.resources.hyphenation;
    if (folder == nullptr || !look.hyphenate || look.technical || look.unbroken) return nullptr;
    return context_.resources.inline_cache->hyphenation().patterns(*folder, look.language);
}

void TextBuilder::prepare_right_to_left() {
    for (Look& look : result_.looks) {
        Shaping shaping = look.words->shaping();
        shaping.direction = font::Direction::right_to_left;
        for (std::size_t i = 0; i < look.words_to_left.size(); ++i) {
            shaping.joins_before = (i & 1) != 0;
            shaping.joins_behind = (i & 2) != 0;
            look.words_to_left[i] =
                &context_.resources.inline_cache->words(shaping, context_.resources.fonts);
        }
    }
}

void TextBuilder::close_passage(std::size_t begin, const style::TextStyle& style, const Look& look,
                                Span span) {
    const std::size_t end = result_.text.size();
    if (begin == end) return;
    Look& added = result_.looks.emplace_back(look);
    added.size = style.size;
    added.colour = style.colour;
    added.span = span;
    const bool elastic = style.align == style::TextAlign::justify && !look.technical;
    added.expansion = elastic ? style.expansion : 0;
    added.words = &words(style, look);
    added.patterns = patterns(look);
    result_.passages.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                                static_cast<std::uint32_t>(result_.looks.size() - 1)});
}

void TextBuilder::append(std::string_view text, const style::TextStyle& style, const Look& look,
                         Span span) {
    const std::size_t begin = result_.text.size();
    append_characters(text, Spaces::collapse, style.upper_case);
    close_passage(begin, style, look, span);
}

void TextBuilder::append_verbatim(std::string_view text, const style::TextStyle& style,
                                  const Look& look, Span span) {
    const std::size_t begin = result_.text.size();
    append_characters(text, Spaces::keep, style.upper_case);
    close_passage(begin, style, look, span);
}

void TextBuilder::append_picture(InlinePicture picture, const style::TextStyle& style,
                                 const Look& look, Span span) {
    const std::size_t begin = result_.text.size();
    picture.offset = static_cast<std::uint32_t>(begin);
    result_.pictures.push_back(picture);
    result_.text += object_replacement;
    close_passage(begin, style, look, span);
}

void TextBuilder::append_formula(InlineFormula formula, const style::TextStyle& style,
                                 const Look& look, Span span) {
    const std::size_t begin = result_.text.size();
    formula.offset = static_cast<std::uint32_t>(begin);
    result_.formulas.push_back(std::move(formula));
    result_.text += object_replacement;
    close_passage(begin, style, look, span);
}

void TextBuilder::drop_last_space() {
    if (result_.text.empty() || result_.text.back() != ' ') return;
    result_.text.pop_back();
    const auto size = static_cast<std::uint32_t>(result_.text.size());
    result_.passages.back().end = size;
    if (result_.passages.back().begin == size) result_.passages.pop_back();
    for (auto mark = result_.marks.rbegin(); mark != result_.marks.rend(); ++mark) {
        if (mark->offset <= size) break;
        mark->offset = size;
    }
}

void TextBuilder::append_line_break(const style::TextStyle& style, const Look& look, Span span) {
    drop_last_space();
    const std::size_t begin = result_.text.size();
    result_.text += '\n';
    close_passage(begin, style, look, span);
}

void TextBuilder::append_mark(TextMark mark) {
    mark.offset = static_cast<std::uint32_t>(result_.text.size());
    result_.marks.push_back(std::move(mark));
}

/// Text without a letter of a script that reads to the left needs nothing in a language that reads
/// to the right.
void TextBuilder::set_direction() {
    result_.language = context_.language;
    if (!result_.right_to_left && !is_right_to_left(result_.language)) return;
    result_.to_left = !result_.code && paragraph_direction(result_.text, result_.language) ==
                                           ParagraphDirection::to_left;
    result_.right_to_left = result_.right_to_left || result_.to_left;
    if (result_.right_to_left) prepare_right_to_left();
}

StyledText TextBuilder::take() {
    drop_last_space();
    while (result_.text.ends_with('\n')) {
        result_.text.pop_back();
        result_.passages.pop_back();
    }
    return take_verbatim(false);
}

StyledText TextBuilder::take_verbatim(bool code) {
    result_.code = code;
    result_.kinsoku = context_.medium.kinsoku;
    result_.stops_hang = context_.medium.stops == style::LineEndStops::hanging;
    set_direction();
    return std::move(result_);
}

}  // namespace triptych::typeset
