#include "gitbook/syntax/code_runs.hpp"

#include <algorithm>

namespace triptych::gitbook {

CodeRuns::CodeRuns(std::string_view line) {
    for (std::size_t at = line.find('`'); at != std::string_view::npos; at = line.find('`', at)) {
        const std::size_t end = std::min(line.find_first_not_of('`', at), line.size());
        by_length_[end - at].push_back(at);
        at = end;
    }
}

std::size_t CodeRuns::end_of_code(std::size_t at, std::size_t length) const {
    const auto runs = by_length_.find(length);
    if (runs == by_length_.end()) return 0;
    const auto next = std::lower_bound(runs->second.begin(), runs->second.end(), at);
    return next == runs->second.end() ? 0 : *next + length;
}

}  // namespace triptych::gitbook
