#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {

/// How far blocks of tags alone on their lines are indented, and what is in them: CommonMark takes
/// a line that stands farther left than the list it belongs to for the end of that list.
class BlockIndents {
public:
    explicit BlockIndents(std::string_view text) : text_(text) {}

    /// The indentation that counts for `tag`, as it is written or, for an end that is indented more
    /// than its beginning, as that is: tools that lay Markdown out take an end below a list for
    /// text of its last item.
    std::string of(const Tag& tag, std::string_view written);
    /// A block begins whose tag is written with `indent` and ends at `behind`.
    void note(const Tag& tag, std::string_view indent, std::size_t behind);
    /// What a line lacks that stands farther left than the block around it, whose end is indented
    /// as its beginning is.
    std::string_view missing(std::size_t begin, std::size_t end) const;

private:
    std::string_view text_;
    std::map<std::string, std::vector<std::string>> open_;  ///< indentation of open tags, by name
    struct End {
        std::size_t at = 0, line = 0;
    };
    std::map<std::string, End> next_ends_;  ///< of tags, as far as they were sought
    std::string_view indent_;               ///< of the block whose text is indented with it
    std::size_t until_ = 0;                 ///< the line of its end
};

}  // namespace triptych::gitbook
