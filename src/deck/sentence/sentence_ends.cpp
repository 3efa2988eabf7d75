#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "deck/flat/signs.hpp"
#include "deck/sentence/cut.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_linking = 3;  // letters

/// Of any script that tells small letters from capitals; in others no letter is small.
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

bool may_open_sentence(char32_t c) {
    if (doc::typography::is_letter(c)) return !is_small(c);
    return doc::typography::is_digit(c) || is_opening(c) || c == U'"' ||
           (c >= 0x2000 && c != 0x2013 && c != 0x2014);
}

bool is_wide_stop(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F; }

/// Finds the ends of sentences in the characters of a text.
class SentenceEnds {
public:
    SentenceEnds(const FlatText& flat, const Lexicon* lexicon)
        : flat_(flat), lexicon_(lexicon), signs_(signs_of(flat, {0, flat.text.size()})) {}

    std::vector<Range> take() {
        for (std::size_t i = 0; i < signs_.size(); ++i)
            if (ends_at(i)) close(signs_[i].end);
        close(flat_.text.size());
        return std::move(done_);
    }

private:
    /// Code is written as it is, with a small letter at the start of a sentence, too.
    bool is_code_at(std::size_t offset) const {
        const auto atom =
            std::lower_bound(flat_.atoms.begin(), flat_.atoms.end(), offset,
                             [](const Range& range, std::size_t at) { return range.begin < at; });
        return atom != flat_.atoms.end() && atom->begin == offset;
    }
    bool ends_at(std::size_t i) const {
        const Sign& sign = signs_[i];
        if (sign.c == U'\n') return !goes_on_behind(i);
        if (sign.depth > 0 || flat_.is_inside_atom(sign.begin)) return false;
        if (is_wide_stop(sign.c)) return true;
        if (is_closing(sign.c)) return closes_sentence(i) && opens_behind(i);
        return is_stop(sign.c) && opens_behind(i) && !(sign.c == U'.' && is_abbreviation(i));
    }
    /// A line may be broken in the middle of a sentence: behind a short word ("de", "of the") or
    /// before a small letter, where no sign ends it.
    bool goes_on_behind(std::size_t i) const {
        std::size_t last = i, next = i + 1;
        while (last > 0 && is_blank_sign(signs_[last - 1].c)) --last;
        while (next < signs_.size() && is_blank_sign(signs_[next].c)) ++next;
        std::size_t first = last;
        while (first > 0 && doc::typography::is_letter(signs_[first - 1].c)) --first;
        if (first == last || next >= signs_.size()) return false;
        const bool linking = last - first <= longest_linking &&
                             std::all_of(signs_.begin() + static_cast<std::ptrdiff_t>(first),
                                         signs_.begin() + static_cast<std::ptrdiff_t>(last),
                                         [](const Sign& sign) { return is_small(sign.c); });
        return linking || is_small(signs_[next].c);
    }
    /// A bracket that holds whole sentences: a stop stands right before it.
    bool closes_sentence(std::size_t i) const { return i > 0 && is_stop(signs_[i - 1].c); }
    bool opens_behind(std::size_t i) const {
        std::size_t next = i + 1;
        if (next >= signs_.size() || !is_blank_sign(signs_[next].c)) return false;
        while (next < signs_.size() && is_blank_sign(signs_[next].c)) ++next;
        return next < signs_.size() &&
               (may_open_sentence(signs_[next].c) || is_code_at(signs_[next].begin));
    }
    bool is_abbreviation(std::size_t i) const {
        static const Phrases anywhere = {"e.g", "i.e", "cf", "vs"};
        std::size_t begin = i;
        // "e.g": a stop between two letters.
        while (begin > 0 && (doc::typography::is_letter(signs_[begin - 1].c) ||
                             (signs_[begin - 1].c == U'.' && begin < i && begin > 1 &&
                              doc::typography::is_letter(signs_[begin - 2].c))))
            --begin;
        if (begin == i) return false;
        if (i - begin == 1 && is_capital(signs_[begin].c)) return true;  // an initial
        const auto words = words_in(flat_.text, {signs_[begin].begin, signs_[i].begin});
        return anywhere.end(words) || (lexicon_ && lexicon_->abbreviations.end(words));
    }
    void close(std::size_t end) {
        const Range range = trimmed(flat_.text, {begin_, end});
        if (!range.empty()) done_.push_back(range);
        begin_ = end;
    }

    const FlatText& flat_;
    const Lexicon* lexicon_;
    std::vector<Sign> signs_;
    std::vector<Range> done_;
    std::size_t begin_ = 0;
};

}  // namespace

std::vector<Range> sentences_of(const FlatText& flat, const Lexicon* lexicon) {
    return SentenceEnds(flat, lexicon).take();
}

}  // namespace triptych::deck
