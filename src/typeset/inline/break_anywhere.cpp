#include "typeset/inline/break_anywhere.hpp"

#include <algorithm>

namespace triptych::typeset {

namespace {

using Kind = BreakItem::Kind;

/// The penalty of a break inside a word that is wider than the measure.
constexpr std::int32_t anywhere_penalty = 3'000;

/// Items `begin` to `end` can't be parted by a break; `width` is the least they need.
struct Solid {
    std::size_t begin = 0, end = 0;
    Length width;
};

bool is_legal_break(const Material& material, std::size_t at) {
    const BreakItem& item = material.items[at];
    if (item.kind == Kind::penalty) return item.penalty < BreakItem::forbidden;
    return item.kind == Kind::glue && item.breakable && at > 0 &&
           material.items[at - 1].kind == Kind::box;
}

std::vector<Solid> wide_parts(const Material& material, Length measure) {
    std::vector<Solid> wide;
    Solid part;
    for (std::size_t i = 0; i < material.items.size(); ++i) {
        const BreakItem& item = material.items[i];
        if (is_legal_break(material, i)) {
            if (item.kind == Kind::penalty) part.width += item.width;
            part.end = i;
            if (part.width > measure) wide.push_back(part);
            part = {i + 1, i + 1, {}};
        } else if (item.kind != Kind::penalty) {
            part.width += item.width - item.shrink;
        }
    }
    return wide;
}

/// Places in the text where the clusters of a piece start.
std::vector<std::uint32_t> cluster_starts(const Piece& piece) {
    std::vector<std::uint32_t> starts;
    const auto range =
        piece.word->glyph_range(piece.begin - piece.word_begin, piece.end - piece.word_begin);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        starts.push_back(std::max(piece.begin, piece.word->glyphs[i].text + piece.word_begin));
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

class Exploder {
public:
    explicit Exploder(const Material& from) : from_(from) {}
    void copy(std::size_t begin, std::size_t end);
    void explode(const Solid& part);
    Material take() { return std::move(to_); }

private:
    void add(const BreakItem& item, const Piece& piece);
    void add_break(const Piece& behind);
    void explode_text(const BreakItem& item, const Piece& piece);

    const Material& from_;
    Material to_;
};

void Exploder::add(const BreakItem& item, const Piece& piece) {
    to_.items.push_back(item);
    to_.pieces.push_back(piece);
}

void Exploder::copy(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) add(from_.items[i], from_.pieces[i]);
}

void Exploder::add_break(const Piece& behind) {
    BreakItem item;
    item.kind = Kind::penalty;
    item.penalty = anywhere_penalty;
    Piece piece = behind;
    piece.kind = Piece::Kind::sign;
    piece.end = piece.begin;
    piece.word = nullptr;
    add(item, piece);
}

void Exploder::explode_text(const BreakItem& item, const Piece& piece) {
    const std::vector<std::uint32_t> starts = cluster_starts(piece);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        Piece cluster = piece;
        cluster.begin = i == 0 ? piece.begin : starts[i];
        cluster.end = i + 1 < starts.size() ? starts[i + 1] : piece.end;
        BreakItem box;
        box.width = piece.word->width_of(piece.word->glyph_range(cluster.begin - piece.word_begin,
                                                                 cluster.end - piece.word_begin));
        if (item.width > Length{}) {
            box.stretch = box.shrink = item.stretch.scaled(box.width.units, item.width.units);
        }
        if (i == 0) box.hang_left = item.hang_left;
        if (i + 1 == starts.size()) box.hang_right = item.hang_right;
        if (i > 0) add_break(cluster);
        add(box, cluster);
    }
}

void Exploder::explode(const Solid& part) {
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const BreakItem& item = from_.items[i];
        const Piece& piece = from_.pieces[i];
        const bool follows_box = i > part.begin && from_.items[i - 1].kind == Kind::box;
        if (item.kind == Kind::glue) {
            BreakItem glue = item;
            glue.breakable = piece.kind == Piece::Kind::space;
            add(glue, piece);
            continue;
        }
        const bool content = piece.kind == Piece::Kind::text ||
                             piece.kind == Piece::Kind::picture ||
                             piece.kind == Piece::Kind::formula;
        if (follows_box && content) add_break(piece);
        if (piece.kind == Piece::Kind::text) {
            explode_text(item, piece);
        } else {
            add(item, piece);
        }
    }
}

}  // namespace

void break_anywhere(const MaterialRules& rules, Material& material) {
    const std::vector<Solid> wide = wide_parts(material, rules.measure);
    if (wide.empty()) return;
    Exploder exploder(material);
    std::size_t done = 0;
    for (const Solid& part : wide) {
        exploder.copy(done, part.begin);
        exploder.explode(part);
        done = part.end;
    }
    exploder.copy(done, material.items.size());
    material = exploder.take();
    material.exploded = true;
}

}  // namespace triptych::typeset
