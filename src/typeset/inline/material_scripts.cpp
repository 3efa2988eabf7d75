#include <algorithm>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "typeset/inline/glyph_steps.hpp"
#include "typeset/inline/material_builder.hpp"
#include "typeset/inline/word_bounds.hpp"

/// Text of scripts whose lines break between letters: ideographs, and words without spaces.
namespace triptych::typeset {

/// The blank of a sign at either end of a line stands outside it.
void MaterialBuilder::hang_blanks(BreakItem& item, std::uint32_t begin, std::uint32_t end) const {
    if (item.width.units * 10 < look_->size.units * 9) return;
    item.hang_left = ems(blank_of(code_point_at(text_.text, begin), form_).left);
    const char32_t last = code_point_before(text_.text, end);
    item.hang_right = ems(blank_of(last, form_).right);
    const bool hangs = text_.stops_hang && rules_.spread == Spread::justified &&
                       form_ != font::HanForm::korean && is_wide_stop(last);
    if (hangs) item.hang_right = item.width;
}

void MaterialBuilder::add_gap(const Opportunity* opportunity, const Gap& gap, std::uint32_t at) {
    const bool costs = opportunity != nullptr && opportunity->penalty > 0;
    const bool free = opportunity != nullptr && !costs && gap.is_any();
    if (opportunity != nullptr && !free) add_break(*opportunity);
    if (!gap.is_any()) return;
    BreakItem& glue = add(Kind::glue, piece(Piece::Kind::gap, at, at));
    glue.breakable = free && !look_->unbroken;
    glue.width = ems(gap.width);
    if (rules_.spread == Spread::fixed) return;
    glue.stretch = ems(gap.stretch);
    glue.shrink = ems(gap.shrink);
}

/// Where the text that is shaped as one ends. Ideographs stand alone and dictionaries tell words of
/// scripts without spaces apart, so that each is shaped but once for a book; other text ends
/// with its word.
std::uint32_t MaterialBuilder::segment_end(std::uint32_t begin, std::uint32_t end,
                                           std::span<const Opportunity> breaks) const {
    const std::string_view text = text_.text;
    const std::size_t limit = shaped_end(text, begin, end);
    if (!spaced_) return static_cast<std::uint32_t>(limit);
    std::size_t at = begin;
    auto next_break = breaks.begin();
    for (char32_t before = text::next_code_point(text, at); at < limit;) {
        const auto here = static_cast<std::uint32_t>(at);
        const char32_t c = text::next_code_point(text, at);
        if (by_letters_ && stands_alone(before) && stands_alone(c)) return here;
        while (next_break != breaks.end() && next_break->offset < here) ++next_break;
        const bool breaks_here = next_break != breaks.end() && next_break->offset == here;
        if (breaks_here && is_southeast_asian(before) && is_southeast_asian(c) &&
            u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) == 0)
            return here;
        before = c;
    }
    return static_cast<std::uint32_t>(limit);
}

/// What most of a text in Japanese or Chinese is: ideographs from `from` on that no other text
/// clings to. Takes their breaks off `breaks`, and gives where they end; `before` is the character
/// in front.
std::uint32_t MaterialBuilder::add_ideographs(std::uint32_t from, std::uint32_t end,
                                              char32_t before,
                                              std::span<const Opportunity>& breaks) {
    const std::string_view text = text_.text;
    std::size_t behind = from;
    char32_t c = text::next_code_point(text, behind);
    while (from < end && stands_alone(c)) {
        const auto to = static_cast<std::uint32_t>(behind);
        const char32_t next = to < end ? text::next_code_point(text, behind) : U'。';
        if (!stands_alone(next)) break;
        const Gap gap = before == 0 ? Gap{} : gap_between(before, c, form_);
        const bool breaks_here = !breaks.empty() && breaks.front().offset == from;
        if (breaks_here && breaks.front().sign != Opportunity::Sign::none)
            add_break(breaks.front());
        else if (breaks_here || gap.is_any())
            add_gap(breaks_here ? &breaks.front() : nullptr, gap, from);
        if (breaks_here) breaks = breaks.subspan(1);
        const ShapedWord& word = words(from, to).get(text.substr(from, to - from));
        add_text(word, from, from, to, {0, static_cast<std::uint32_t>(word.glyphs.size())});
        from = to;
        before = c;
        c = next;
    }
    return from;
}

/// A segment with ideographs or words of scripts without spaces: something stands between any two
/// of them.
void MaterialBuilder::add_spaced_segment(const ShapedWord& word, std::uint32_t begin,
                                         std::uint32_t end, std::span<const Opportunity> breaks) {
    const std::string_view text = text_.text;
    const bool adjacent = begin > 0 && is_word_byte(text, begin - 1);
    char32_t before = adjacent ? code_point_before(text, begin) : 0;
    std::uint32_t from = begin;
    std::size_t last_break = 0;
    GlyphSteps steps(word, (level_ & 1) == 0);
    const auto add_until = [&](std::uint32_t to) {
        add_text(word, begin, from, to, steps.take(from - begin, to - begin));
    };
    for (std::size_t next = begin; next < end;) {
        const auto at = static_cast<std::uint32_t>(next);
        const char32_t c = text::next_code_point(text, next);
        const bool breaks_here = !breaks.empty() && breaks.front().offset == at;
        const Opportunity* const opportunity = breaks_here ? &breaks.front() : nullptr;
        const Gap gap = before == 0 ? Gap{} : gap_between(before, c, form_);
        const bool joins = u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND);
        if (!joins) before = c;
        if (breaks_here) breaks = breaks.subspan(1);
        const bool starts = (gap.is_any() || breaks_here) && steps.parts_at(at - begin);
        const bool parts = gap.is_any() && !joins && starts;
        // Dictionaries tell where words of scripts without spaces end, and only there is a gap.
        const bool between_words = gap.is_any() && !is_ideographic(c) && !is_western(c);
        if (!breaks_here && (!parts || between_words)) continue;
        if (at > from) add_until(at);
        if (last_break != 0) correct_break(last_break);
        last_break = breaks_here && !parts && at > begin ? material_.items.size() : 0;
        if (breaks_here && opportunity->sign != Opportunity::Sign::none)
            add_break(*opportunity);
        else
            add_gap(opportunity, parts ? gap : Gap{}, at);
        from = at;
    }
    add_until(end);
    if (last_break != 0) correct_break(last_break);
}

}  // namespace triptych::typeset
