#include "typeset/inline/material_builder.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "typeset/inline/bidi.hpp"
#include "typeset/inline/break_anywhere.hpp"
#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/isolates.hpp"
#include "typeset/inline/protrusion.hpp"
#include "typeset/inline/reading_room.hpp"
#include "typeset/inline/word_bounds.hpp"

namespace triptych::typeset {

/// For the text from `begin` to `end`, which may join letters of other looks beside it.
ShapedWords& MaterialBuilder::words(std::uint32_t begin, std::uint32_t end) const {
    if ((level_ & 1) == 0 || look_->words_to_left[0] == nullptr) return *look_->words;
    const std::size_t before = letters_join(text_.text, begin) ? 1 : 0;
    const std::size_t behind = letters_join(text_.text, end) ? 2 : 0;
    return *look_->words_to_left[before + behind];
}

Piece MaterialBuilder::piece(Piece::Kind kind, std::uint32_t begin, std::uint32_t end) const {
    Piece piece;
    piece.kind = kind;
    piece.level = level_;
    piece.begin = begin;
    piece.end = end;
    piece.look = look_index_;
    return piece;
}

BreakItem& MaterialBuilder::add(Kind kind, const Piece& piece) {
    material_.pieces.push_back(piece);
    BreakItem& item = material_.items.emplace_back();
    item.kind = kind;
    return item;
}

void MaterialBuilder::add_text(const ShapedWord& word, std::uint32_t word_begin,
                               std::uint32_t begin, std::uint32_t end, ShapedWord::Range range) {
    Piece shown = piece(Piece::Kind::text, begin, end);
    shown.word = &word;
    shown.word_begin = word_begin;
    BreakItem& item = add(Kind::box, shown);
    item.width = word.width_of(range);
    if (spaced_) {
        hang_blanks(item, begin, end);
        // Quotation marks of Chinese are as wide, too.
        const bool is_wide = item.hang_left != Length{} || item.hang_right != Length{};
        if (is_wide || is_ideographic(code_point_at(text_.text, begin))) return;
    }
    item.give = item.width.scaled(look_->expansion, 1000);
    if (rules_.spread == Spread::fixed || range.begin == range.end || text_.to_left) return;
    if ((level_ & 1) != 0) return;
    const std::int64_t left = left_protrusion(code_point_at(text_.text, begin));
    const std::int64_t right = right_protrusion(code_point_before(text_.text, end));
    if (left != 0) item.hang_left = Length{word.glyphs[range.begin].advance}.scaled(left, 1000);
    if (right != 0)
        item.hang_right = Length{word.glyphs[range.end - 1].advance}.scaled(right, 1000);
}

void MaterialBuilder::add_break(const Opportunity& opportunity) {
    const bool hyphen = opportunity.sign == Opportunity::Sign::hyphen;
    BreakItem& item = add(Kind::penalty, piece(hyphen ? Piece::Kind::hyphen : Piece::Kind::sign,
                                               opportunity.offset, opportunity.offset));
    item.penalty = opportunity.penalty;
    item.hyphen = opportunity.sign != Opportunity::Sign::none;
    if (!hyphen) return;
    item.width = look_->words->hyphen().width;
    if (rules_.spread == Spread::justified) {
        item.hang_right = item.width.scaled(right_protrusion('-'), 1000);
    }
}

/// A break inside a ligature takes it apart: the widths of both sides change when it is used.
void MaterialBuilder::correct_break(std::size_t at) {
    if (at == 0 || at + 1 >= material_.items.size()) return;
    const Piece& left = material_.pieces[at - 1];
    const Piece& right = material_.pieces[at + 1];
    if (left.word == nullptr || left.word != right.word) return;
    if (left.word->parts_at(left.end - left.word_begin)) return;
    const auto true_width = [&](const Piece& part) {
        return words()
            .get(std::string_view(text_.text).substr(part.begin, part.end - part.begin))
            .width;
    };
    material_.items[at].width += true_width(left) - material_.items[at - 1].width;
    material_.items[at].after = true_width(right) - material_.items[at + 1].width;
}

void MaterialBuilder::add_segment(std::uint32_t begin, std::uint32_t end,
                                  std::span<const Opportunity> breaks) {
    const ShapedWord& word =
        words(begin, end).get(std::string_view(text_.text).substr(begin, end - begin));
    if (spaced_) return add_spaced_segment(word, begin, end, breaks);
    std::uint32_t from = begin;
    std::size_t last_break = 0;
    for (const Opportunity& opportunity : breaks) {
        if (opportunity.offset > from)
            add_text(word, begin, from, opportunity.offset,
                     word.glyph_range(from - begin, opportunity.offset - begin));
        if (last_break != 0) correct_break(last_break);
        last_break = opportunity.offset > begin ? material_.items.size() : 0;
        add_break(opportunity);
        from = opportunity.offset;
    }
    add_text(word, begin, from, end, word.glyph_range(from - begin, end - begin));
    if (last_break != 0) correct_break(last_break);
}

void MaterialBuilder::add_word_part(std::uint32_t begin, std::uint32_t end) {
    opportunities_.find({begin, end, look_, place_}, found_);
    std::span<const Opportunity> breaks = found_;
    const bool starts_word = begin == 0 || !is_word_byte(text_.text, begin - 1);
    if (starts_word && !breaks.empty() && breaks.front().offset == begin)
        breaks = breaks.subspan(1);
    char32_t before =
        begin > 0 && is_word_byte(text_.text, begin - 1) ? code_point_before(text_.text, begin) : 0;
    for (std::uint32_t from = begin; from < end;) {
        if (by_letters_) from = add_ideographs(from, end, before, breaks);
        if (from == end) break;
        const std::uint32_t to = segment_end(from, end, breaks);
        const auto behind = std::partition_point(
            breaks.begin(), breaks.end(), [&](const Opportunity& o) { return o.offset < to; });
        const auto count = static_cast<std::size_t>(behind - breaks.begin());
        add_segment(from, to, breaks.first(count));
        breaks = breaks.subspan(count);
        from = to;
        before = code_point_before(text_.text, from);
    }
}

void MaterialBuilder::add_space(std::uint32_t begin, std::uint32_t end, bool breakable) {
    Piece shown = piece(Piece::Kind::space, begin, end);
    shown.word = &words().space();
    shown.word_begin = begin;
    BreakItem& item = add(Kind::glue, shown);
    item.width = shown.word->width;
    item.breakable = breakable && !look_->unbroken && look_->ruby < 0;
    if (spaced_) {
        const char32_t before = code_point_before(text_.text, begin);
        const char32_t behind = code_point_at(text_.text, end);
        const Gap gap = gap_between(before, behind, form_);
        if (is_ideographic(before) != is_ideographic(behind) && gap.width > 0)
            item.width = ems(gap.width);
    }
    if (rules_.spread == Spread::fixed || look_->technical) return;
    item.stretch = item.width / 2;
    item.shrink = item.width / 3;
}

void MaterialBuilder::add_picture(std::uint32_t begin, std::uint32_t end) {
    Piece shown = piece(Piece::Kind::picture, begin, end);
    shown.picture = static_cast<std::uint32_t>(next_picture_);
    const InlinePicture& picture = text_.pictures[next_picture_++];
    add(Kind::box, shown).width = std::min(picture.size.width, rules_.measure);
}

/// Between two parts stands a penalty, then their space, which a break swallows.
void MaterialBuilder::add_formula(std::uint32_t begin, std::uint32_t end) {
    const auto index = static_cast<std::uint32_t>(next_formula_++);
    const std::vector<math::LinePart>& parts = text_.formulas[index].parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Piece shown = piece(Piece::Kind::formula, begin, end);
        shown.picture = index;
        shown.part = static_cast<std::uint32_t>(i);
        add(Kind::box, shown).width = std::min(parts[i].box.width, rules_.measure);
        if (i + 1 == parts.size()) break;
        BreakItem& penalty = add(Kind::penalty, piece(Piece::Kind::sign, begin, begin));
        penalty.penalty = look_->unbroken ? BreakItem::forbidden : parts[i].penalty;
        add(Kind::glue, piece(Piece::Kind::nothing, begin, begin)).width = parts[i].space;
    }
}

void MaterialBuilder::add_fixed(Piece::Kind kind, Length width, std::uint32_t at) {
    add(Kind::box, piece(kind, at, at)).width = width;
}

void MaterialBuilder::add_padding(std::uint32_t at) {
    add_fixed(Piece::Kind::padding, look_->size / 8, at);
}

/// A hair space, so that the box with a rule that begins or ends at `at` does not touch what the
/// author wrote right beside it: `+` between keys. Signs that belong to a word stay close.
void MaterialBuilder::add_hair(std::uint32_t at, char32_t neighbour) {
    const auto c = static_cast<UChar32>(neighbour);
    const bool parts = neighbour == '-' || neighbour == '/' || neighbour == U'–';
    if (u_isgraph(c) != 0 && (parts || u_ispunct(c) == 0))
        add_fixed(Piece::Kind::nothing, look_->size / 8, at);
}

bool MaterialBuilder::is_ruled(std::int32_t ground) const {
    return ground >= 0 && text_.grounds[static_cast<std::size_t>(ground)].border.has_value();
}

void MaterialBuilder::add_line_end(std::uint32_t at, Length stretch) {
    BreakItem& glue = add(Kind::glue, piece(Piece::Kind::nothing, at, at));
    glue.breakable = false;
    glue.stretch = stretch;
    add(Kind::penalty, piece(Piece::Kind::nothing, at, at)).penalty = BreakItem::forced;
}

bool MaterialBuilder::is_picture(std::uint32_t at) const {
    return next_picture_ < text_.pictures.size() && text_.pictures[next_picture_].offset == at;
}

bool MaterialBuilder::is_formula(std::uint32_t at) const {
    return next_formula_ < text_.formulas.size() && text_.formulas[next_formula_].offset == at;
}

std::uint32_t MaterialBuilder::word_end(std::uint32_t begin, std::uint32_t limit) const {
    // Most bytes begin neither a space nor the place of a picture.
    const auto goes_on = [](char byte) {
        return byte != ' ' && byte != '\n' && byte != no_break_space[0] &&
               byte != object_replacement[0];
    };
    std::uint32_t end = begin + 1;
    while (end < limit && (goes_on(text_.text[end]) ||
                           (is_word_byte(text_.text, end) && !is_picture(end) && !is_formula(end))))
        ++end;
    return end;
}

/// A passage, or the part of it with one level.
void MaterialBuilder::add_passage_part(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = text_.text;
    for (std::uint32_t at = begin; at < end;) {
        const std::uint32_t from = at;
        if (text[at] == '\n') {
            add_line_end(at++, line_fill);
        } else if (text[at] == ' ') {
            ++at;
            add_space(from, at, !belongs_together(text, from));
        } else if (is_no_break_space(text, at)) {
            at += static_cast<std::uint32_t>(no_break_space.size());
            add_space(from, at, false);
        } else if (is_picture(at)) {
            at += static_cast<std::uint32_t>(object_replacement.size());
            add_picture(from, at);
        } else if (is_formula(at)) {
            at += static_cast<std::uint32_t>(object_replacement.size());
            add_formula(from, at);
        } else {
            at = word_end(from, end);
            add_word_part(from, at);
            place_ = place_behind(text.substr(from, at - from), place_);
        }
    }
}

void MaterialBuilder::add_passages() {
    const auto size = static_cast<std::uint32_t>(text_.text.size());
    std::vector<LevelRun> runs = {{0, size, 0}};
    if (text_.right_to_left)
        runs = level_runs(
            text_.text, text_.to_left ? ParagraphDirection::to_left : ParagraphDirection::to_right,
            isolates_of(text_));
    auto run = runs.begin();
    std::int32_t ground = -1;
    for (const Passage& passage : text_.passages) {
        const Look& look = text_.looks[passage.look];
        const bool begins = look.ground != ground;
        if (ground >= 0 && begins) add_padding(passage.begin);
        if (ground < 0 && passage.begin > 0 && is_ruled(look.ground))
            add_hair(passage.begin, code_point_before(text_.text, passage.begin));
        look_ = &look;
        look_index_ = passage.look;
        if (look.ground < 0 && is_ruled(ground) && passage.begin < passage.end) {
            std::size_t next = passage.begin;
            add_hair(passage.begin, text::next_code_point(text_.text, next));
        }
        spaced_ = text_.complex_breaks && !look.technical;
        if (spaced_) {
            const auto form = font::han_form(look.language);
            form_ = form.value_or(font::HanForm::japanese);
            by_letters_ = form.has_value();
        }
        if (look.ground >= 0 && begins) add_padding(passage.begin);
        ground = look.ground;
        const std::size_t first = material_.items.size();
        for (std::uint32_t at = passage.begin; at < passage.end;) {
            while (run->end <= at) ++run;
            level_ = run->level;
            const std::uint32_t end = std::min(run->end, passage.end);
            add_passage_part(at, end);
            at = end;
        }
        if (look.ruby >= 0) widen_for_reading({text_, passage, rules_.measure, first}, material_);
    }
    if (ground >= 0) add_padding(size);
}

Material MaterialBuilder::build() {
    const std::size_t guess = text_.text.size() / 2 + 8;
    material_.items.reserve(guess);
    material_.pieces.reserve(guess);
    level_ = text_.to_left ? 1 : 0;
    if (rules_.first_indent != Length{}) add_fixed(Piece::Kind::nothing, rules_.first_indent, 0);
    add_passages();
    const auto size = static_cast<std::uint32_t>(text_.text.size());
    add_line_end(size, rules_.free_last_line ? line_fill : Length{});
    return std::move(material_);
}

Material build_material(const StyledText& text, const MaterialRules& rules) {
    Material material = MaterialBuilder(text, rules).build();
    if (rules.explode) break_anywhere(rules, material);
    return material;
}

}  // namespace triptych::typeset
