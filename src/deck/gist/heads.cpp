#include "deck/gist/heads.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "deck/flat/signs.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_head = 6;  // words

bool is_separator(char32_t c) {
    return c == U':' || c == 0x2013 || c == 0x2014 || c == U'-' || c == U'.';
}

/// The separator between head and tail at or behind `from`, with blanks around it; nothing where
/// something else stands there.
std::optional<Split> split_at(const FlatText& flat, std::size_t from) {
    std::size_t at = from, end = from;
    bool blank_before = false;
    char32_t c = 0;
    while (at < flat.text.size()) {
        end = at;
        c = text::next_code_point(flat.text, at);
        if (!doc::typography::is_space(c)) break;
        blank_before = true;
    }
    const bool dash = c == U'-' || c == 0x2013 || c == 0x2014;
    if (!is_separator(c) || (dash && !blank_before)) return std::nullopt;
    if (at < flat.text.size()) {
        std::size_t next = at;
        if (!doc::typography::is_space(text::next_code_point(flat.text, next))) return std::nullopt;
    }
    return Split{trimmed(flat.text, {0, end}), trimmed(flat.text, {at, flat.text.size()})};
}

/// Whether the rest stands on a line of its own.
bool breaks_at(const FlatText& flat, std::size_t from) {
    for (std::size_t next = from; next < flat.text.size();) {
        const char32_t c = text::next_code_point(flat.text, next);
        if (c == U'\n') return true;
        if (!doc::typography::is_space(c)) return false;
    }
    return false;
}

/// A picture letter or another sign before words, as authors put them before a label.
bool is_sign_alone(const doc::Inline& node) {
    if (std::holds_alternative<doc::Anchor>(node.node)) return true;
    const auto* text = std::get_if<doc::Text>(&node.node);
    if (text == nullptr) return false;
    for (std::size_t at = 0; at < text->text.size();) {
        const char32_t c = text::next_code_point(text->text, at);
        if (doc::typography::is_letter(c) || doc::typography::is_digit(c) || is_separator(c))
            return false;
    }
    return true;
}

/// Without the sign at its end that parts it from its tail.
Range without_separator(const FlatText& flat, Range head) {
    for (const std::string_view sign : {":", ".", " -", " \xE2\x80\x93", " \xE2\x80\x94"})
        if (flat.at(head).ends_with(sign))
            return trimmed(flat.text, {head.begin, head.end - sign.size()});
    return head;
}

/// A head in bold, its own colon or dash inside or behind it; or a question, or a line by itself.
std::optional<Split> bold_head(const doc::Inlines& item, const FlatText& flat) {
    const auto first = std::find_if_not(item.begin(), item.end(), is_sign_alone);
    if (first == item.end() || !std::holds_alternative<doc::Strong>(first->node))
        return std::nullopt;
    const std::size_t end = flatten({item.begin(), first + 1}).text.size();
    if (end >= flat.text.size()) return std::nullopt;
    const Range whole = trimmed(flat.text, {0, end}), head = without_separator(flat, whole);
    if (head.end != whole.end || flat.at(head).ends_with('?') || breaks_at(flat, end))
        return Split{head, trimmed(flat.text, {end, flat.text.size()})};
    return split_at(flat, end);
}

/// A short term before a colon or a dash; not inside brackets or quotes.
std::optional<Split> short_head(const FlatText& flat) {
    for (const Sign& sign : signs_of(flat, {0, flat.text.size()})) {
        if (sign.c == U'\n' || sign.c == U'(') return std::nullopt;
        const bool separates = is_separator(sign.c) && sign.c != U'.' && sign.depth == 0;
        if (!separates || flat.is_inside_atom(sign.begin)) continue;
        if (count_words(flat.at({0, sign.begin})) > longest_head) return std::nullopt;
        if (auto split = split_at(flat, trimmed(flat.text, {0, sign.begin}).end)) return split;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Split> head_of(const doc::Inlines& item, const FlatText& flat) {
    auto split = bold_head(item, flat);
    if (!split) split = short_head(flat);
    if (!split || split->head.empty() || split->tail.empty()) return std::nullopt;
    if (opens_with_verdict(flat, {0, flat.text.size()})) return std::nullopt;
    const bool is_short = count_words(flat.at(split->head)) <= longest_head + 2 &&
                          split->head.end - split->head.begin <= most_bytes;
    return is_short ? split : std::nullopt;
}

bool opens_with_term(const doc::Inlines& words) {
    const FlatText flat = flatten(words);
    const auto split = bold_head(words, flat);
    return split && !split->head.empty() && !split->tail.empty() &&
           !opens_with_verdict(flat, {0, flat.text.size()});
}

}  // namespace triptych::deck
