#include "doc/speech/words.hpp"

#include <algorithm>
#include <iterator>

namespace triptych::doc::speech {

namespace {

struct Entry {
    std::string_view sign;
    Words words;
};
constexpr Entry signs[] = {
#define SIGN(sign, english, french) {sign, {english, french}},
#include "doc/speech/signs.def"
#undef SIGN
};
constexpr Entry marks[] = {
    {"^", {"hat", "chapeau"}},
    {"~", {"tilde", "tilde"}},
    {"¯", {"bar", "barre"}},
    {"_", {"underlined", "souligné"}},
    {"˙", {"dot", "point"}},
    {"¨", {"double dot", "deux points"}},
    {"ˇ", {"check", "caron"}},
    {"˘", {"breve", "brève"}},
    {"´", {"acute", "accent aigu"}},
    {"`", {"grave", "accent grave"}},
    {"˚", {"ring", "rond"}},
    {"\u20DB", {"triple dot", "trois points"}},
    {"⏞", {"under a brace", "sous une accolade"}},
    {"⏟", {"over a brace", "sur une accolade"}},
    {"⎴", {"under a bracket", "sous un crochet"}},
    {"⎵", {"over a bracket", "sur un crochet"}},
    {"←", {"under a left arrow", "sous une flèche gauche"}},
    {"↔", {"under a double arrow", "sous une flèche double"}},
};

template <std::size_t count>
const Words* find_in(const Entry (&table)[count], std::string_view sign) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Entry& entry) { return entry.sign == sign; });
    return found == std::end(table) ? nullptr : &found->words;
}

}  // namespace

const Words* words_for(std::string_view sign) { return find_in(signs, sign); }
const Words* words_for_mark(std::string_view mark) { return find_in(marks, mark); }

}  // namespace triptych::doc::speech
