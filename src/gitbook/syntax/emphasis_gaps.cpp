#include "gitbook/syntax/emphasis_gaps.hpp"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// The last code point of `text`, or 0.
char32_t last_of(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (text[at] & 0xC0) == 0x80) --at;
    return text::next_code_point(text, at);
}

char32_t first_of(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : text::next_code_point(text, at);
}

bool is_space(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_punctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)) != 0; }

/// Letters, punctuation and full-width forms of Chinese, Japanese and Korean.
bool is_east_asian(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

/// A run of two asterisks, and what CommonMark lets it do.
struct BoldRun {
    std::size_t at;
    bool opens, closes;
};

BoldRun bold_run(std::string_view line, std::size_t at) {
    const char32_t left = last_of(line.substr(0, at)), right = first_of(line.substr(at + 2));
    const bool left_space = is_space(left), right_space = is_space(right);
    const bool opens =
        !right_space && (!is_punctuation(right) || left_space || is_punctuation(left));
    const bool closes =
        !left_space && (!is_punctuation(left) || right_space || is_punctuation(right));
    return {at, opens, closes};
}

/// The runs of two asterisks outside of code.
std::vector<BoldRun> bold_runs(std::string_view line, const CodeRuns& code) {
    std::vector<BoldRun> runs;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == '\\') {
            at += 2;
        } else if (c == '`' || c == '*') {
            const std::size_t behind = std::min(line.find_first_not_of(c, at), line.size());
            if (c == '*' && behind - at == 2) runs.push_back(bold_run(line, at));
            const std::size_t end = c == '`' ? code.end_of_code(behind, behind - at) : 0;
            at = std::max(end, behind);
        } else {
            ++at;
        }
    }
    return runs;
}

}  // namespace

std::map<std::size_t, EmphasisGaps> gaps_of_bold(std::string_view line, const CodeRuns& code) {
    if (line.find("**") == line.npos) return {};
    std::vector<BoldRun> left_over, open;
    for (const BoldRun& run : bold_runs(line, code)) {
        if (run.closes && !open.empty())
            open.pop_back();
        else if (run.opens)
            open.push_back(run);
        else
            left_over.push_back(run);
    }
    left_over.insert(left_over.end(), open.begin(), open.end());
    if (left_over.size() % 2 != 0) return {};
    std::sort(left_over.begin(), left_over.end(),
              [](const BoldRun& a, const BoldRun& b) { return a.at < b.at; });
    std::map<std::size_t, EmphasisGaps> gaps;
    for (std::size_t i = 0; i < left_over.size(); i += 2) {
        const BoldRun &first = left_over[i], &second = left_over[i + 1];
        // Between spaces they are no marks but signs.
        const bool sign = !first.opens && !first.closes && !second.opens && !second.closes;
        if (sign || second.at - first.at < 3) return {};
        if (!first.opens) gaps[first.at] = {true, true};
        if (!second.closes) gaps[second.at] = {true, true};
    }
    return gaps;
}

EmphasisGaps emphasis_gaps(std::string_view before, std::string_view behind) {
    const char32_t left = last_of(before), right = first_of(behind);
    if (is_space(left) || is_space(right)) return {};
    if (!is_east_asian(left) && !is_east_asian(right)) return {};
    const bool left_mark = is_punctuation(left), right_mark = is_punctuation(right);
    return {right_mark && !left_mark, left_mark && !right_mark};
}

}  // namespace triptych::gitbook
