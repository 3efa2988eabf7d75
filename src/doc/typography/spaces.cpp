#include "doc/typography/rules.hpp"

/// Spaces that belong to a sign.
namespace triptych::doc::typography {

namespace {

constexpr std::size_t longest_entity = 32;  ///< characters between `&` and `;`

/// What the author may have put before a high mark without a space.
bool takes_mark(char32_t c) {
    return is_alphanumeric(c) || c == object || is_one_of(c, U".…»”’)]}%€$£°²³¹");
}

/// A mark behind one of these has nothing to keep a space from.
constexpr std::u32string_view nothing_before = U"\u2028«";

/// What can follow a mark that ends a phrase.
bool can_follow(char32_t mark, char32_t c) {
    if (is_gap(c) || c == object || is_one_of(c, U")]}»”’\"'«…")) return true;
    return mark != ':' && is_one_of(c, U".,;:!?");
}

/// True when the `;` at `at` ends something like `&nbsp;`.
bool ends_entity(const Passage& passage, std::size_t at) {
    for (std::size_t length = 1; length <= longest_entity && length <= at; ++length) {
        const char32_t c = passage.written(at - length);
        if (c == '&') return length > 1;
        if (!is_alphanumeric(c) && c != '#') return false;
    }
    return false;
}

/// True when the `:` at `at` ends the name of a scheme, as in `http:`.
bool ends_scheme(const Passage& passage, std::size_t at) {
    for (const std::u32string_view scheme :
         {U"http", U"https", U"mailto", U"tel", U"ftp", U"file", U"data"})
        if (at >= scheme.size() && passage.has(at - scheme.size(), scheme) &&
            !is_letter(at == scheme.size() ? edge : passage.written(at - scheme.size() - 1)))
            return true;
    return false;
}

bool is_high_mark(char32_t c) { return is_one_of(c, U":;!?"); }

/// A mark at `at` without a space before it: does it want one?
bool wants_space(const Passage& passage, std::size_t at) {
    const char32_t mark = passage.written(at);
    if (!takes_mark(passage.shown_before(at))) return false;
    if (mark == ';') return !ends_entity(passage, at);
    return mark != ':' || !ends_scheme(passage, at);
}

void space_mark(Passage& passage, std::size_t at) {
    const char32_t space = passage.written(at) == ':' ? no_break : thin_no_break;
    const std::size_t count = passage.spaces_before(at);
    if (count == 0) {
        if (wants_space(passage, at)) passage.insert_before(at, space, Rule::space_before_mark);
    } else if (count < at && !is_one_of(passage.shown_before(at - count), nothing_before)) {
        passage.set_space(at - count, count, space, Rule::space_before_mark);
    }
}

/// `;)` and `:(` are faces when a space stands before them and no bracket is open.
bool is_face(const Passage& passage, std::size_t at, std::size_t open_brackets) {
    return is_one_of(passage.written(at), U":;") && is_gap(passage.before(at)) &&
           passage.written(at + 1) == ')' && open_brackets == 0;
}

void space_opening(Passage& passage, std::size_t at) {
    const std::size_t count = passage.spaces_from(at + 1);
    const char32_t next = passage.shown(at + 1 + count);
    if (next == edge || next == line_break || next == U'»') return;
    if (count > 0)
        passage.set_space(at + 1, count, thin_no_break, Rule::space_in_guillemets);
    else
        passage.insert_after(at, thin_no_break, Rule::space_in_guillemets);
}

void space_closing(Passage& passage, std::size_t at) {
    const std::size_t count = passage.spaces_before(at);
    const char32_t previous = count < at ? passage.shown(at - count - 1) : edge;
    if (previous == edge || previous == line_break || previous == U'«') return;
    if (count > 0)
        passage.set_space(at - count, count, thin_no_break, Rule::space_in_guillemets);
    else
        passage.insert_before(at, thin_no_break, Rule::space_in_guillemets);
}

}  // namespace

void space_guillemets(Passage& passage) {
    for (const std::size_t at : passage.signs()) {
        if (passage.is_locked(at)) continue;
        if (passage.shown(at) == U'«') space_opening(passage, at);
        if (passage.shown(at) == U'»') space_closing(passage, at);
    }
}

void space_high_marks(Passage& passage) {
    std::size_t open_brackets = 0;
    for (const std::size_t at : passage.signs()) {
        const char32_t mark = passage.written(at);
        if (mark == '(') ++open_brackets;
        if (mark == ')' && open_brackets > 0) --open_brackets;
        if (!is_high_mark(mark) || passage.is_locked(at)) continue;
        if (is_high_mark(passage.before(at)) && !passage.is_locked(at - 1)) continue;
        if (!can_follow(mark, passage.shown(at + 1)) || is_face(passage, at, open_brackets))
            continue;
        space_mark(passage, at);
    }
}

}  // namespace triptych::doc::typography
