#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <triptych/message.hpp>

namespace triptych::gitbook {

/// Cells of a row of a table as GitHub counts them. A stroke behind a backslash is none of theirs.
std::size_t cells_of_row(std::string_view line);

/// Looks for what tables would cost the parser beyond their length: rows, each filled up to the
/// width of the delimiter row however short it is, that would be many more cells than are written;
/// delimiter rows, each of which has it read the paragraph before again; rows of very many cells.
class TableBounds {
public:
    explicit TableBounds(std::string_view text) : text_(text) {}

    struct Refusal {
        std::size_t at;  ///< what is to be kept as text there, so that no table begins
        Message reason;  ///< none where nobody would see a difference
    };
    /// Whether the line is the delimiter row of such a table. Lines are asked for in order;
    /// `behind_blank`: nothing that stands before goes on in this one.
    std::optional<Refusal> look(std::size_t begin, std::size_t end, bool behind_blank);
    /// Where the cells of the line looked at last begin that no table has columns for, if it is a
    /// row of one; else `end`.
    std::size_t end_of_cells(std::size_t begin, std::size_t end) const {
        return delimiters_ == 0 ? end : end_of_row(begin, end);
    }

private:
    std::size_t end_of_row(std::size_t begin, std::size_t end) const;
    bool is_too_sparse(std::size_t begin, std::size_t columns);

    std::string_view text_;
    std::size_t paragraph_end_ = 0;  ///< where the next blank line is, once it was looked for
    std::size_t lines_ = 0;          ///< from the line on it was looked for, which is the most
    // Since the last blank line or heading:
    std::size_t delimiters_ = 0;  ///< rows of them
    bool wide_ = false;           ///< a line has more cells than any table
};

}  // namespace triptych::gitbook
