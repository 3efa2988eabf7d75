#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace triptych::gitbook {

/// Looks for tables whose rows, each filled up to the width of the delimiter row however short it
/// is, would be many more cells than are written.
class TableBounds {
public:
    explicit TableBounds(std::string_view text) : text_(text) {}

    struct Refusal {
        std::size_t front;  ///< of the delimiter row, behind markers of lists and quotes
        const char* reason;
    };
    /// Whether the line is the delimiter row of such a table. Lines are asked for in order.
    std::optional<Refusal> look(std::size_t begin, std::size_t end);

private:
    bool is_too_sparse(std::size_t begin, std::size_t columns);

    std::string_view text_;
    std::size_t paragraph_end_ = 0;  ///< where the next blank line is, once it was looked for
    std::size_t lines_ = 0;          ///< from the line on it was looked for, which is the most
};

}  // namespace triptych::gitbook
