#include "typeset/inline/word_bounds.hpp"

#include "base/text.hpp"
#include "typeset/inline/opportunities.hpp"
#include "typeset/inline/shape.hpp"

namespace triptych::typeset {

bool belongs_together(std::string_view text, std::size_t space) {
    if (code_point_before(text, space) == U'«') return true;
    std::size_t at = space + 1;
    if (at >= text.size()) return false;
    const char32_t sign = text::next_code_point(text, at);
    if (sign == U'»') return true;
    const bool closes = sign == ';' || sign == ':' || sign == '!' || sign == '?' || sign == '%';
    return closes && (at >= text.size() || !is_word_byte(text, at));
}

std::size_t shaped_end(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin <= longest_shaped) return end;
    std::size_t cut = begin + longest_shaped;
    while (cut > begin + 1 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    return cut;
}

}  // namespace triptych::typeset
