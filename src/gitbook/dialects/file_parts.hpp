#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace triptych::gitbook {

/// The parts of a file that may be included alone.
class FileParts {
public:
    FileParts() = default;
    explicit FileParts(std::string_view text);
    /// What `part` names in `text`, the file that the parts are of: lines `2:10`, `2:` or `:10`, or
    /// an anchor; all for "". Nothing when there is no such part.
    std::optional<std::string_view> find(std::string_view text, std::string_view part) const;

private:
    std::vector<std::size_t> lines_;  ///< where each begins
    std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>> anchors_;
};

/// Whether `line` only marks where such a part begins or ends.
bool is_anchor_line(std::string_view line);

}  // namespace triptych::gitbook
