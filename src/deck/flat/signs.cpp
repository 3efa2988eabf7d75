#include "deck/flat/signs.hpp"

#include "base/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {

bool is_blank_sign(char32_t c) { return doc::typography::is_space(c) || c == 0x0D || c == 0x200B; }
bool is_opening(char32_t c) { return c == U'(' || c == U'[' || c == 0xAB || c == 0x201C; }
bool is_closing(char32_t c) { return c == U')' || c == U']' || c == 0xBB || c == 0x201D; }
bool is_stop(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == 0x2026; }

std::vector<Sign> signs_of(const FlatText& flat, Range range) {
    std::vector<Sign> signs;
    signs.reserve(range.end - range.begin);
    for (std::size_t at = range.begin; at < range.end;) {
        Sign sign{0, at, at, 0};
        sign.c = text::next_code_point(flat.text, at);
        sign.end = at;
        signs.push_back(sign);
    }
    std::vector<std::size_t> open;
    std::vector<Range> pairs;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i].c == U'\n') open.clear();
        if (is_opening(signs[i].c)) open.push_back(i);
        if (!is_closing(signs[i].c) || open.empty()) continue;
        pairs.push_back({open.back(), i});
        open.pop_back();
    }
    std::vector<int> change(signs.size() + 1);
    for (const Range& pair : pairs) {
        ++change[pair.begin];
        --change[pair.end];
    }
    int depth = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        depth += change[i];
        signs[i].depth = depth;
    }
    return signs;
}

}  // namespace triptych::deck
