#include <vector>

#include "doc/typography/rules.hpp"

/// Signs of the typewriter that become signs of the printer.
namespace triptych::doc::typography {

namespace {

/// Length of the run of `sign` that begins at `at`; 0 inside a run.
std::size_t run_length(const Passage& passage, std::size_t at, char32_t sign) {
    if (passage.before(at) == sign) return 0;
    std::size_t count = 0;
    while (passage.written(at + count) == sign) ++count;
    return count;
}

/// What a quotation can follow without a space.
bool can_precede_opening(char32_t c) { return is_gap(c) || is_one_of(c, U"([{«“‘'’-–—/"); }

bool ends_word(char32_t c) {
    return is_alphanumeric(c) || c == object || is_one_of(c, U".,;:!?…)]»”%");
}

/// Position of the last straight quote that can close a pair, or 0.
std::size_t last_closing(const Passage& passage) {
    for (std::size_t at = passage.size(); at-- > 1;)
        if (passage.written(at) == '\'' && ends_word(passage.before(at)) &&
            !is_alphanumeric(passage.written(at + 1)))
            return at;
    return 0;
}

struct Opening {
    std::size_t at = 0;
    bool nested = false;
};

/// Finds out which straight double quotes belong together.
class QuotePairs {
public:
    QuotePairs(Passage& passage, const Quotes& quotes) : passage_(passage), quotes_(quotes) {}

    void set() {
        for (const std::size_t at : passage_.signs()) {
            const char32_t c = passage_.written(at);
            const bool may_be_either = quotes_.open == quotes_.close;
            if (c == quotes_.open && !may_be_either) ++written_;
            if (c == quotes_.close && !may_be_either && written_ > 0) --written_;
            if (c == '"' && !passage_.is_locked(at)) set(at);
        }
    }

private:
    void set(std::size_t at) {
        const char32_t left = passage_.before(at);
        const char32_t right = passage_.written(at + 1);
        const bool may_open = can_precede_opening(left);
        if (open_.empty()) {
            if (may_open && right != '"') open(at);
        } else if (is_gap(left) && !is_gap(right) && is_opened_by(right)) {
            open(at);
        } else {
            close(at);
        }
    }

    /// Behind a space, a quote opens another quotation when a word follows it.
    static bool is_opened_by(char32_t right) {
        return is_alphanumeric(right) || right == object || is_one_of(right, U"([{'’");
    }

    void open(std::size_t at) { open_.push_back({at, written_ + open_.size() > 0}); }

    void close(std::size_t at) {
        const Opening opening = open_.back();
        open_.pop_back();
        passage_.replace(opening.at, opening.nested ? quotes_.inner_open : quotes_.open,
                         Rule::quotation_marks);
        passage_.replace(at, opening.nested ? quotes_.inner_close : quotes_.close,
                         Rule::quotation_marks);
    }

    Passage& passage_;
    const Quotes& quotes_;
    std::vector<Opening> open_;
    std::size_t written_ = 0;  ///< open ones that the author wrote
};

}  // namespace

void set_ellipses(Passage& passage) {
    for (const std::size_t at : passage.signs()) {
        const std::size_t count = run_length(passage, at, '.');
        const bool in_path =
            is_one_of(passage.before(at), U"/\\") || is_one_of(passage.written(at + count), U"/\\");
        if (count == 3 && !in_path && !passage.is_locked(at) && !passage.is_locked(at + 2)) {
            passage.replace(at, U'…', Rule::ellipsis);
            passage.remove(at + 1, Rule::ellipsis);
            passage.remove(at + 2, Rule::ellipsis);
        }
    }
}

void set_dashes(Passage& passage, const Conventions& conventions) {
    for (const std::size_t at : passage.signs()) {
        const std::size_t count = run_length(passage, at, '-');
        const char32_t left = passage.before(at);
        const char32_t right = passage.written(at + count);
        const bool between_words = (is_space(left) && is_space(right)) ||
                                   (is_alphanumeric(left) && is_alphanumeric(right));
        if (count < 2 || count > 3 || !between_words || passage.is_locked(at)) continue;
        passage.replace(at, count == 2 ? conventions.dash : U'—', Rule::dash);
        for (std::size_t i = 1; i < count; ++i) passage.remove(at + i, Rule::dash);
    }
}

void set_apostrophes(Passage& passage, const Conventions& conventions) {
    const bool pairs = conventions.is_known();
    const Quotes& quotes = conventions.quotes;
    const std::size_t last = pairs ? last_closing(passage) : 0;
    bool is_open = false;
    for (const std::size_t at : passage.signs()) {
        if (passage.written(at) != '\'' || passage.is_locked(at)) continue;
        const char32_t left = passage.before(at);
        const char32_t right = passage.written(at + 1);
        const bool word_left = is_alphanumeric(left) || left == object;
        const bool word_right = is_alphanumeric(right) || right == object;
        if (word_left && word_right && !(is_digit(left) && is_digit(right))) {
            passage.replace(at, U'’', Rule::apostrophe);
        } else if (pairs && (can_precede_opening(left) || left == '"') && word_right) {
            is_open = at < last;
            passage.replace(at, is_open ? quotes.single_open : U'’', Rule::apostrophe);
        } else if (pairs && !is_digit(left) && ends_word(left)) {
            passage.replace(at, is_open ? quotes.single_close : U'’', Rule::apostrophe);
            is_open = false;
        }
    }
}

void set_quotation_marks(Passage& passage, const Conventions& conventions) {
    QuotePairs(passage, conventions.quotes).set();
}

}  // namespace triptych::doc::typography
