#include "deck/gist/line_drawings.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_drawn = 3, drawn_in_ten = 3;  // lines
/// Of a slide with one line of a title, at 16 pt, in hundredths of a point.
constexpr std::size_t slide_height = 31200, line_height = 2133, claim_line = 3400,
                      below_claim = 1800, foot_line = 3100;
constexpr std::size_t letters_across = 87, claim_letters = 64;

bool is_box(char32_t c) { return c >= 0x2500 && c < 0x2580; }
bool is_arrow(char32_t c) { return (c >= 0x2190 && c < 0x2200) || (c >= 0x25B2 && c < 0x25C5); }
/// Opens a box to the right, or closes one: trees of folders have no such corners.
bool is_corner(char32_t c) {
    return (c >= 0x250C && c <= 0x2513) || (c >= 0x2518 && c <= 0x251B) || c == 0x2554 ||
           c == 0x2557 || c == 0x255D || (c >= 0x256D && c <= 0x256F);
}

/// Draws something else than the branch that a name hangs on: behind a word, or around a corner.
bool draws(std::string_view line) {
    bool behind_word = false;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = text::next_code_point(line, at);
        if (is_corner(c) || (behind_word && is_box(c))) return true;
        behind_word = behind_word || doc::typography::is_alphanumeric(c);
    }
    return false;
}

/// A line of a frame in plain letters: "+-----+".
bool is_frame(std::string_view line) {
    const std::size_t open = line.find("+--");
    return open != line.npos && line.find("--+", open + 1) != line.npos;
}

/// One frame, whatever is in it: its lines draw the same.
bool is_one_frame(const std::vector<std::string_view>& lines) {
    std::size_t tops = 0, arrows = 0;
    for (const auto line : lines)
        for (std::size_t at = 0; at < line.size();) {
            const char32_t c = text::next_code_point(line, at);
            tops += c == 0x250C || c == 0x2554 || c == 0x256D;
            arrows += is_arrow(c);
        }
    return tops == 1 && arrows == 0;
}

}  // namespace

bool is_line_drawing(const doc::CodeBlock& code) {
    const auto lines = text::split(code.text, '\n');
    const auto drawn = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), draws));
    std::set<std::string_view> frames;
    for (const auto line : lines)
        if (is_frame(line)) frames.insert(text::trim(line));
    const bool in_boxes = drawn >= least_drawn && drawn * 10 >= lines.size() * drawn_in_ten;
    return frames.size() > 1 || (in_boxes && !is_one_frame(lines));
}

bool fits_whole(const doc::CodeBlock& code, std::size_t claim_bytes, bool has_foot) {
    const auto lines = text::split(code.text, '\n');
    const std::size_t claim_lines = (claim_bytes + claim_letters - 1) / claim_letters;
    std::size_t used = lines.size() * line_height + (has_foot ? foot_line : 0);
    // One line of a claim stands right below the title.
    if (claim_lines > 1) used += claim_lines * claim_line + below_claim;
    return used <= slide_height &&
           std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
               return text::count_characters(line) <= letters_across;
           });
}

}  // namespace triptych::deck
