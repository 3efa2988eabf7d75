#include "deck/flat/title.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "deck/flat/flat_text.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

bool is_ornament(char32_t c) {
    return !doc::typography::is_alphanumeric(c) && (c >= 0x2000 || doc::typography::is_space(c)) &&
           c != 0xAB && c != 0x201C && c != 0x2019 && c != 0x2026 &&
           c != 0xFFFC;  // a picture says something
}

}  // namespace

doc::Inlines bare_title(const doc::Inlines& title) {
    const FlatText flat = flatten(title);
    Range range = trimmed(flat.text, {0, flat.text.size()});
    Range best = range;
    while (!range.empty()) {
        std::size_t next = range.begin;
        const char32_t c = text::next_code_point(flat.text, next);
        if (!is_ornament(c)) break;
        range.begin = next;
    }
    if (range.empty()) return title;
    best.begin = range.begin;
    // A term that the author's own text goes on behind keeps neither colon nor comma.
    if (flat.at(best).ends_with(':') || flat.at(best).ends_with(','))
        best = trimmed(flat.text, {best.begin, best.end - 1});
    if (best.empty()) return title;
    return slice(title, {best});
}

doc::Inlines as_kicker(const doc::Inlines& heading) {
    constexpr std::size_t longest = 400;  // bytes; no slide has room for so many
    std::string words = doc::plain_text(heading);
    if (words.size() <= longest) return heading;
    text::clip(words, longest);
    return {{doc::Text{std::move(words)}, heading.front().span}};
}

}  // namespace triptych::deck
