#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "font/script_packs.hpp"
#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/material.hpp"

namespace triptych::typeset {

/// Makes the material of one paragraph.
class MaterialBuilder {
    using Kind = BreakItem::Kind;

public:
    MaterialBuilder(const StyledText& text, const MaterialRules& rules)
        : text_(text), rules_(rules), opportunities_(text, rules.effort) {}
    Material build();

private:
    void add_passages();
    void add_passage_part(std::uint32_t begin, std::uint32_t end);
    std::uint32_t word_end(std::uint32_t begin, std::uint32_t limit) const;
    bool is_picture(std::uint32_t at) const;
    bool is_formula(std::uint32_t at) const;
    void add_word_part(std::uint32_t begin, std::uint32_t end);
    void add_segment(std::uint32_t begin, std::uint32_t end, std::span<const Opportunity> breaks);
    void add_text(const ShapedWord& word, std::uint32_t word_begin, std::uint32_t begin,
                  std::uint32_t end, ShapedWord::Range range);
    std::uint32_t segment_end(std::uint32_t begin, std::uint32_t end,
                              std::span<const Opportunity> breaks) const;
    std::uint32_t add_ideographs(std::uint32_t from, std::uint32_t end, char32_t before,
                                 std::span<const Opportunity>& breaks);
    void add_spaced_segment(const ShapedWord& word, std::uint32_t begin, std::uint32_t end,
                            std::span<const Opportunity> breaks);
    void add_gap(const Opportunity* opportunity, const Gap& gap, std::uint32_t at);
    void hang_blanks(BreakItem& item, std::uint32_t begin, std::uint32_t end) const;
    Length ems(std::int32_t thousandths) const { return look_->size.scaled(thousandths, 1000); }
    void add_break(const Opportunity& opportunity);
    void correct_break(std::size_t at);
    void add_space(std::uint32_t begin, std::uint32_t end, bool breakable);
    void add_picture(std::uint32_t begin, std::uint32_t end);
    void add_formula(std::uint32_t begin, std::uint32_t end);
    void add_padding(std::uint32_t at);
    void add_hair(std::uint32_t at, char32_t neighbour);
    bool is_ruled(std::int32_t ground) const;
    void add_line_end(std::uint32_t at, Length stretch);
    void add_fixed(Piece::Kind kind, Length width, std::uint32_t at);
    BreakItem& add(BreakItem::Kind kind, const Piece& piece);
    Piece piece(Piece::Kind kind, std::uint32_t begin, std::uint32_t end) const;
    ShapedWords& words(std::uint32_t begin, std::uint32_t end) const;
    ShapedWords& words() const { return words(0, 0); }

    const StyledText& text_;
    const MaterialRules& rules_;
    Opportunities opportunities_;
    Material material_;
    std::vector<Opportunity> found_;
    const Look* look_ = nullptr;
    std::uint32_t look_index_ = 0;
    std::uint8_t level_ = 0;
    bool spaced_ = false;      ///< with gaps between letters
    bool by_letters_ = false;  ///< … and in a language with ideographs
    font::HanForm form_{};
    std::size_t next_picture_ = 0;
    std::size_t next_formula_ = 0;
    Place place_ = Place::sentence_start;
};

}  // namespace triptych::typeset
