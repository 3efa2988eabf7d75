#include "typeset/inline/reading_room.hpp"

#include <algorithm>

#include "typeset/inline/east_asian.hpp"

namespace triptych::typeset {

namespace {

/// Puts an empty box of `width` in front of item `at`.
void insert_room(std::size_t at, Length width, Piece piece, Material& material) {
    if (width <= Length{}) return;
    const auto offset = static_cast<std::ptrdiff_t>(at);
    BreakItem item;
    item.width = width;
    piece.kind = Piece::Kind::padding;
    material.items.insert(material.items.begin() + offset, item);
    material.pieces.insert(material.pieces.begin() + offset, piece);
}

}  // namespace

void widen_for_reading(const WordsUnderReading& words, Material& material) {
    const auto& [text, passage, measure, first] = words;
    const Look& look = text.looks[passage.look];
    Length width;
    std::size_t start = material.items.size();
    for (std::size_t i = material.items.size(); i > first; --i) {
        const Piece::Kind kind = material.pieces[i - 1].kind;
        // A gap or a break in front of the words is none of them.
        if (kind != Piece::Kind::gap && kind != Piece::Kind::sign) start = i - 1;
        if (material.items[i - 1].kind != BreakItem::Kind::penalty)
            width += material.items[i - 1].width;
    }
    if (start == material.items.size()) return;
    const Length reading = text.readings[static_cast<std::size_t>(look.ruby)].width;
    const Length missing = (std::min(reading, measure) - width) / 2;
    const auto beside = [&](char32_t c) { return is_kana(c) ? missing - look.size / 4 : missing; };
    Piece piece;
    piece.look = passage.look;
    piece.level = material.pieces[start].level;
    piece.begin = piece.end = passage.end;
    insert_room(material.items.size(), beside(code_point_at(text.text, passage.end)), piece,
                material);
    piece.begin = piece.end = passage.begin;
    insert_room(start, beside(code_point_before(text.text, passage.begin)), piece, material);
}

}  // namespace triptych::typeset
