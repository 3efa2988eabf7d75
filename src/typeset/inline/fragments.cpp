#include "typeset/inline/fragments.hpp"

#include <algorithm>

#include "typeset/inline/bidi.hpp"
#include "typeset/inline/east_asian.hpp"

namespace triptych::typeset {

namespace {

/// Spaces are not stretched more often than this by what they can stretch: wider ones are holes,
/// and a line that stays short is seen less. The many small gaps between ideographs may give more.
constexpr std::int64_t most_stretch = 3, most_stretch_of_gaps = 6;

bool is_elastic(const Fragment& fragment) {
    return fragment.kind == Piece::Kind::space || fragment.kind == Piece::Kind::gap;
}

class LineBuilder {
public:
    LineBuilder(const StyledText& text, const Material& material, const BrokenLine& line,
                const Filling& filling)
        : text_(text), material_(material), line_(line), filling_(filling) {}
    LineFragments build();

private:
    void collect();
    void add_end();
    void add(const Piece& piece, Length width);
    void resolve(Fragment& fragment) const;
    Length content_width() const;
    void fill();
    void expand(Length excess);
    bool expands(const Fragment& fragment) const;
    void stretch_letters(Fragment& fragment, std::int32_t stretch) const;
    bool is_too_short() const;
    Length elasticity(Length BreakItem::*elastic) const;
    void spread(Length excess, Length total, Length BreakItem::*elastic);
    void set_places(Length x);
    Length start(Length width, bool full) const;

    const StyledText& text_;
    const Material& material_;
    const BrokenLine& line_;
    const Filling& filling_;
    LineFragments result_;
    std::vector<std::uint32_t> items_;  ///< of each fragment, the first item it was made from
    Length hang_left_, hang_right_;
    std::size_t visible_ = 0;  ///< fragments in front of the space at the line's end
};

void LineBuilder::add(const Piece& piece, Length width) {
    Fragment& fragment = result_.fragments.emplace_back();
    fragment.kind = piece.kind;
    fragment.level = piece.level;
    fragment.begin = piece.begin;
    fragment.end = piece.end;
    fragment.look = piece.look;
    fragment.picture = piece.picture;
    fragment.part = piece.part;
    fragment.word = piece.word;
    fragment.word_begin = piece.word_begin;
    fragment.width = width;
}

void LineBuilder::collect() {
    for (std::size_t i = line_.begin; i < line_.end; ++i) {
        const Piece& piece = material_.pieces[i];
        const BreakItem& item = material_.items[i];
        if (item.kind == BreakItem::Kind::penalty) continue;
        Fragment* last = result_.fragments.empty() ? nullptr : &result_.fragments.back();
        const bool joins = last != nullptr && piece.kind == Piece::Kind::text &&
                           last->kind == Piece::Kind::text && last->word == piece.word &&
                           last->look == piece.look && last->end == piece.begin &&
                           last->word_begin == piece.word_begin;
        if (joins) {
            last->end = piece.end;
        } else {
            add(piece, item.width);
            items_.push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (Fragment& fragment : result_.fragments) resolve(fragment);
}

/// A part of a word that ends inside a ligature is shaped again.
void LineBuilder::resolve(Fragment& fragment) const {
    if (fragment.kind == Piece::Kind::space) {
        fragment.glyphs = {0, static_cast<std::uint32_t>(fragment.word->glyphs.size())};
    }
    if (fragment.kind != Piece::Kind::text) return;
    const std::uint32_t from = fragment.begin - fragment.word_begin;
    const std::uint32_t to = fragment.end - fragment.word_begin;
    if (!fragment.word->parts_at(from) || !fragment.word->parts_at(to)) {
        const Look& look = text_.looks[fragment.look];
        const bool left = (fragment.level & 1) != 0 && look.words_to_left[0] != nullptr;
        ShapedWords& words = left ? *look.words_to_left[0] : *look.words;
        fragment.word = &words.get(
            std::string_view(text_.text).substr(fragment.begin, fragment.end - fragment.begin));
        fragment.word_begin = fragment.begin;
    }
    fragment.glyphs = fragment.word->glyph_range(fragment.begin - fragment.word_begin,
                                                 fragment.end - fragment.word_begin);
    fragment.width = fragment.word->width_of(fragment.glyphs);
}

/// The hyphen, and the space that ends the line for those who copy its text.
void LineBuilder::add_end() {
    const BreakItem& item = material_.items[line_.end];
    Piece piece = material_.pieces[line_.end];
    const ShapedWords& words = *text_.looks[piece.look].words;
    if (piece.kind == Piece::Kind::hyphen) {
        piece.word = &words.hyphen();
        add(piece, piece.word->width);
        hang_right_ = item.hang_right;
    } else if (line_.end > line_.begin) {
        hang_right_ = material_.items[line_.end - 1].hang_right;
    }
    visible_ = result_.fragments.size();
    const bool is_last = line_.end + 1 == material_.items.size();
    const bool forced = item.kind == BreakItem::Kind::penalty && item.penalty <= BreakItem::forced;
    if (piece.kind == Piece::Kind::space || (forced && !is_last)) {
        piece.kind = Piece::Kind::space;
        piece.word = &words.space();
        add(piece, piece.word->width);
        result_.fragments.back().at_line_end = true;
    }
    for (Fragment& fragment : result_.fragments) {
        if (fragment.kind == Piece::Kind::hyphen || fragment.kind == Piece::Kind::space) {
            fragment.glyphs = {0, static_cast<std::uint32_t>(fragment.word->glyphs.size())};
        }
    }
}

Length LineBuilder::content_width() const {
    Length width;
    for (std::size_t i = 0; i < visible_; ++i) width += result_.fragments[i].width;
    return width - hang_left_ - hang_right_;
}

/// Shares `excess` out by what each space can give; the sum is exact.
void LineBuilder::spread(Length excess, Length total, Length BreakItem::*elastic) {
    Length seen, given;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!is_elastic(result_.fragments[i])) continue;
        seen += material_.items[items_[i]].*elastic;
        const Length due = excess.scaled(seen.units, total.units);
        result_.fragments[i].width += due - given;
        given = due;
    }
}

/// What the spaces of the line can give.
Length LineBuilder::elasticity(Length BreakItem::*elastic) const {
    Length sum;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (!is_elastic(result_.fragments[i])) continue;
        sum += material_.items[items_[i]].*elastic;
    }
    return sum;
}

bool LineBuilder::expands(const Fragment& fragment) const {
    if (fragment.kind != Piece::Kind::text || text_.looks[fragment.look].expansion == 0)
        return false;
    if (!text_.complex_breaks) return true;
    const char32_t c = code_point_at(text_.text, fragment.begin);
    const bool wide_sign = c >= 0x2014 && c <= 0x2026 && fragment.word->parts.front().of_pack;
    return !wide_sign && !is_ideographic(c);
}

void LineBuilder::stretch_letters(Fragment& fragment, std::int32_t stretch) const {
    fragment.stretch = stretch;
    fragment.width = Length{};
    for (std::uint32_t i = fragment.glyphs.begin; i < fragment.glyphs.end; ++i) {
        fragment.width += Length{stretched(fragment.word->glyphs[i].advance, stretch)};
    }
}

/// Letters give what they can before the spaces do, all by the same scale: a change of shape that
/// nobody sees keeps the colour of the page even.
void LineBuilder::expand(Length excess) {
    Length width, letters;
    for (const Fragment& fragment : result_.fragments) {
        if (!expands(fragment)) continue;
        width += fragment.width;
        letters += fragment.width.scaled(text_.looks[fragment.look].expansion, 1000);
    }
    if (letters <= Length{}) return;
    const Length given = std::clamp(excess, -letters, letters);
    const std::int64_t rounding = given < Length{} ? 1 : 0;  // down, so as never to be too wide
    const std::int64_t scale =
        unstretched + given.scaled(unstretched, width.units).units - rounding;
    for (Fragment& fragment : result_.fragments) {
        if (expands(fragment)) stretch_letters(fragment, static_cast<std::int32_t>(scale));
        // Nothing is seen of it, but a run of text goes on where all of it has one scale.
        if (fragment.kind == Piece::Kind::space)
            fragment.stretch = static_cast<std::int32_t>(scale);
    }
}

bool LineBuilder::is_too_short() const {
    const std::vector<Fragment>& fragments = result_.fragments;
    const bool has_gaps =
        std::any_of(fragments.begin(), fragments.end(),
                    [](const Fragment& fragment) { return fragment.kind == Piece::Kind::gap; });
    const std::int64_t most = has_gaps ? most_stretch_of_gaps : most_stretch;
    return filling_.measure - content_width() > line_.give + line_.stretch * most;
}

void LineBuilder::fill() {
    const Length excess = filling_.measure - content_width();
    const bool grows = excess > Length{};
    if (excess == Length{} || (grows && line_.stretch >= line_fill)) return;
    if (grows && is_too_short()) return;
    const auto elastic = grows ? &BreakItem::stretch : &BreakItem::shrink;
    const Length spaces = elasticity(elastic);
    expand(excess);
    if (spaces == Length{}) return;
    const Length rest = std::max(filling_.measure - content_width(), -spaces);
    spread(rest, spaces, elastic);
}

Length LineBuilder::start(Length width, bool full) const {
    const Length rest = filling_.measure - width;
    if (filling_.align == style::TextAlign::centre) return rest / 2;
    if (filling_.align == style::TextAlign::end) return filling_.right_to_left ? Length{} : rest;
    return filling_.right_to_left && !full ? rest : Length{};
}

void LineBuilder::set_places(Length x) {
    std::vector<Fragment>& fragments = result_.fragments;
    if (!text_.right_to_left) {
        for (Fragment& fragment : fragments) {
            fragment.x = x;
            x += fragment.width;
        }
        return;
    }
    const Length start_of_line = x;
    std::vector<std::uint8_t> levels;
    for (std::size_t i = 0; i < visible_; ++i) levels.push_back(fragments[i].level);
    for (const std::uint32_t i : visual_order(levels)) {
        fragments[i].x = x;
        x += fragments[i].width;
    }
    if (visible_ == fragments.size()) return;
    fragments.back().x = text_.to_left ? start_of_line - fragments.back().width : x;
}

LineFragments LineBuilder::build() {
    collect();
    add_end();
    if (line_.begin < line_.end) hang_left_ = material_.items[line_.begin].hang_left;
    if (filling_.align == style::TextAlign::justify) fill();
    result_.width = content_width();
    set_places(start(result_.width, result_.width == filling_.measure) - hang_left_);
    return std::move(result_);
}

}  // namespace

LineFragments place_fragments(const StyledText& text, const Material& material,
                              const BrokenLine& line, const Filling& filling) {
    return LineBuilder(text, material, line, filling).build();
}

}  // namespace triptych::typeset
