#include "deck/flat/struck.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/flat/signs.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr char32_t edge = 0;    ///< where a line begins or ends
constexpr char32_t word = 'a';  ///< code, a picture: what is read, and stays
constexpr std::size_t longest_joining_word = 3;

/// Stands between two things, and needs both.
bool parts(char32_t c) { return c == U',' || c == U';' || c == U':' || c == 0x2013 || c == 0x2014; }
bool joins(std::string_view folded) {
    static constexpr std::array<std::string_view, 4> joining = {"et", "ou", "and", "or"};
    return is_one_of(folded, joining);
}

/// What is left of a text, or what stands where there is none.
struct Piece {
    doc::Text* text = nullptr;
    Range left{};
    char32_t sign = word;  ///< where it is no text
    bool is_gap = false;   ///< here something was struck out

    bool says_something() const { return !text || !trimmed(text->text, left).empty(); }
};

/// Takes struck words out of inlines, and closes the gaps; in linear time, whatever is in them.
class Remover {
public:
    explicit Remover(doc::Inlines& inlines) { take_out(inlines); }

    void close_gaps() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].is_gap) i = close_from(i);
            if (i < pieces_.size() && pieces_[i].says_something()) before_.push_back(i);
        }
        for (Piece& piece : pieces_)
            if (piece.text)
                piece.text->text =
                    piece.text->text.substr(piece.left.begin, piece.left.end - piece.left.begin);
    }

private:
    void take_out(doc::Inlines& inlines) {
        for (auto& node : inlines) {
            const bool is_gap = std::holds_alternative<doc::Strikethrough>(node.node);
            if (is_gap) node.node = doc::Text{};
            if (auto* text = std::get_if<doc::Text>(&node.node)) {
                pieces_.push_back({text, {0, text->text.size()}, word, is_gap});
                continue;
            }
            bool holds_words = false;
            doc::for_each_child(node, [&](doc::Inlines& inner) {
                holds_words = true;
                take_out(inner);
            });
            const bool breaks = std::holds_alternative<doc::LineBreak>(node.node);
            if (!holds_words) pieces_.push_back({nullptr, {}, breaks ? edge : word, false});
        }
    }

    /// The signs before and behind the gap, blanks aside.
    char32_t last() {
        while (!before_.empty() && !pieces_[before_.back()].says_something()) before_.pop_back();
        if (before_.empty()) return edge;
        const Piece& piece = pieces_[before_.back()];
        if (!piece.text) return piece.sign;
        std::size_t at = last_sign_in(piece);
        return text::next_code_point(piece.text->text, at);
    }
    char32_t first() {
        while (behind_ < pieces_.size() &&
               (pieces_[behind_].is_gap || !pieces_[behind_].says_something()))
            ++behind_;
        if (behind_ == pieces_.size()) return edge;
        const Piece& piece = pieces_[behind_];
        if (!piece.text) return piece.sign;
        std::size_t at = trimmed(piece.text->text, piece.left).begin;
        return text::next_code_point(piece.text->text, at);
    }
    static std::size_t last_sign_in(const Piece& piece) {
        const std::string& text = piece.text->text;
        return text::start_of_character(text, trimmed(text, piece.left).end - 1);
    }
    void drop_last() {
        Piece& piece = pieces_[before_.back()];
        piece.left.end = last_sign_in(piece);
    }
    void drop_first() {
        Piece& piece = pieces_[behind_];
        piece.left.begin = trimmed(piece.text->text, piece.left).begin;
        text::next_code_point(piece.text->text, piece.left.begin);
    }

    /// Where "and" or "or" stands before the gap; at the end of the piece where none does.
    std::size_t joining_word_before() {
        const Piece& piece = pieces_[before_.back()];
        const Range said = trimmed(piece.text->text, piece.left);
        const std::size_t from =
            std::max(piece.left.begin, said.end - std::min(said.end, longest_joining_word + 1));
        const auto words = words_in(piece.text->text, {from, said.end});
        const bool found = !words.empty() && joins(words.back().folded) &&
                           words.back().range.begin > from && words.back().range.end == said.end;
        return found ? words.back().range.begin : piece.left.end;
    }
    bool goes_on_with_joining_word() {
        if (first() == edge || !pieces_[behind_].text) return false;
        const Piece& piece = pieces_[behind_];
        const Range said = trimmed(piece.text->text, piece.left);
        const std::size_t end = std::min(said.end, said.begin + longest_joining_word + 1);
        const auto words = words_in(piece.text->text, {said.begin, end});
        return !words.empty() && joins(words.front().folded) &&
               words.front().range.begin == said.begin && words.front().range.end < end;
    }

    /// Closes this gap and those that only blanks part from it; returns where the text goes on.
    std::size_t close_from(std::size_t gap) {
        behind_ = gap + 1;
        while (is_opening(last()) && is_closing(first())) {
            drop_last();
            drop_first();
        }
        if (last() == edge || is_opening(last())) {
            while (parts(first()) || first() == U'.') drop_first();
        } else if (first() == edge || is_stop(first()) || is_closing(first())) {
            close_at_end();
        } else {
            while (parts(last()) && parts(first())) drop_first();
        }
        if (last() == U',' && goes_on_with_joining_word()) drop_last();
        close_blanks(gap);
        return behind_;
    }
    void close_at_end() {
        while (last() != edge && pieces_[before_.back()].text) {
            Piece& piece = pieces_[before_.back()];
            const std::size_t joining = parts(last()) ? piece.left.end : joining_word_before();
            if (parts(last()))
                drop_last();
            else if (joining < piece.left.end)
                piece.left.end = joining;
            else
                break;
        }
        if (is_stop(last()) && is_stop(first())) drop_first();
    }
    /// No second blank stays, none before a full stop or a comma, and none where a line begins.
    void close_blanks(std::size_t gap) {
        const bool opens = last() == edge || is_opening(last());
        const char32_t next = first();
        Piece* before = opens || !pieces_[before_.back()].text ? nullptr : &pieces_[before_.back()];
        Piece* behind = next == edge || !pieces_[behind_].text ? nullptr : &pieces_[behind_];
        bool blank = before && trimmed(before->text->text, before->left).end < before->left.end;
        bool blank_behind = false;
        for (std::size_t i = before_.empty() ? 0 : before_.back() + 1; i < behind_; ++i) {
            if (!pieces_[i].text) continue;
            (i < gap ? blank : blank_behind) |= !pieces_[i].left.empty();
            pieces_[i].left.end = pieces_[i].left.begin;
        }
        if (before) before->left.end = trimmed(before->text->text, before->left).end;
        const bool closes = next == edge || next == U'.' || next == U',' || next == U')';
        const std::size_t words = behind ? trimmed(behind->text->text, behind->left).begin : 0;
        if (behind && (opens || closes)) behind->left.begin = words;
        const bool has_own = behind && behind->left.begin < words;
        if (opens || closes || has_own || !(blank || blank_behind)) return;
        pieces_[gap].text->text = " ";
        pieces_[gap].left = {0, 1};
    }

    std::vector<Piece> pieces_;
    std::vector<std::size_t> before_;  ///< the pieces up to here that say something
    std::size_t behind_ = 0;           ///< the next one that does
};

}  // namespace

bool holds_struck(const doc::Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const doc::Inline& node) {
        bool found = std::holds_alternative<doc::Strikethrough>(node.node);
        doc::for_each_child(
            node, [&](const doc::Inlines& inner) { found = found || holds_struck(inner); });
        return found;
    });
}

doc::Inlines without_struck(const doc::Inlines& inlines) {
    doc::Inlines left = inlines;
    Remover(left).close_gaps();
    return left;
}

}  // namespace triptych::deck
