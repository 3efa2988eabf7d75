#pragma once

#include <cstddef>
#include <map>
#include <string_view>

#include "gitbook/syntax/code_runs.hpp"

/// Emphasis in scripts that are set without spaces. CommonMark (6.2) lets `**` beside punctuation
/// open or close only where a space or punctuation stands on its other side, so that in
/// `**「…」**は` it does neither; the authors of such text mean it all the same.
namespace triptych::gitbook {

/// Where a gap must be put beside a run of asterisks so that it counts as emphasis.
struct EmphasisGaps {
    bool before = false, behind = false;
};

/// For the run between the two halves of a line; none unless an ideograph, kana, hangul or their
/// punctuation touches it.
EmphasisGaps emphasis_gaps(std::string_view before, std::string_view behind);

/// Gaps that make bold of what the editor of GitBook shows and exports as such, with spaces or
/// punctuation inside the asterisks (`**Note **As`, `**only:**word`), by the offset of the run in
/// `line`. None where the asterisks that CommonMark leaves over make no pairs.
std::map<std::size_t, EmphasisGaps> gaps_of_bold(std::string_view line, const CodeRuns& code);

}  // namespace triptych::gitbook
