#include "deck/gist/stance.hpp"

#include <array>
#include <string_view>

#include "base/text.hpp"
#include "base/words.hpp"
#include "deck/flat/flat_text.hpp"
#include "deck/flat/title.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::array<char32_t, 6> wrong_signs = {0x274C, 0x274E, 0x2716, 0x2717, 0x1F6AB, 0x1F44E};
constexpr std::array<char32_t, 5> right_signs = {0x2705, 0x2714, 0x2713, 0x2611, 0x1F44D};

template <std::size_t count>
bool holds_one_of(std::string_view text, const std::array<char32_t, count>& signs) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        for (const char32_t sign : signs)
            if (c == sign) return true;
    }
    return false;
}

bool are(Stance left, Stance right, Stance one, Stance other) {
    return (left == one && right == other) || (left == other && right == one);
}

bool is_said(char32_t c) {
    return doc::typography::is_alphanumeric(c) || c == U')' || c == 0xBB || c == U'?' || c == U'!';
}

}  // namespace

Stance stance_of(const doc::Inlines& label, const Lexicon* lexicon) {
    const FlatText flat = flatten(label);
    if (holds_one_of(flat.text, wrong_signs)) return Stance::wrong;
    if (holds_one_of(flat.text, right_signs)) return Stance::right;
    const auto words = words_in(flat.text, {0, flat.text.size()});
    if (!lexicon || words.empty()) return Stance::none;
    const auto is = [&](const Phrases& phrases) { return phrases.hold(words); };
    if (is(lexicon->wrong)) return Stance::wrong;
    if (is(lexicon->right)) return Stance::right;
    if (is(lexicon->before)) return Stance::before;
    return is(lexicon->after) ? Stance::after : Stance::none;
}

std::optional<Stances> stances_of(const doc::Inlines& left, const doc::Inlines& right,
                                  const Lexicon* lexicon) {
    const Stances found{stance_of(left, lexicon), stance_of(right, lexicon)};
    const bool opposite = are(found.left, found.right, Stance::wrong, Stance::right) ||
                          are(found.left, found.right, Stance::before, Stance::after);
    return opposite ? std::optional(found) : std::nullopt;
}

doc::Inlines label_words(const doc::Inlines& label) {
    const doc::Inlines bare = bare_title(label);
    const FlatText flat = flatten(bare);
    std::size_t end = 0;
    for (std::size_t at = 0; at < flat.text.size();)
        if (is_said(text::next_code_point(flat.text, at))) end = at;
    if (end == 0 && flat.atoms.empty()) return {};
    return flat.atoms.empty() ? slice(bare, {{0, end}}) : bare;
}

doc::Inlines words_for(Stance stance, std::string_view language, Span span) {
    switch (stance) {
        case Stance::wrong:
            return doc::own_words(triptych::Word::wrong, language, span);
        case Stance::right:
            return doc::own_words(triptych::Word::right, language, span);
        case Stance::none:
        case Stance::before:
        case Stance::after:
            break;
    }
    return {};
}

}  // namespace triptych::deck
