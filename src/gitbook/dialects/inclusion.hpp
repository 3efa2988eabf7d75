#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/syntax/allowance.hpp"

namespace triptych::gitbook {

/// The text an `include` asked for, from byte `begin` on: behind the front matter, or where the
/// part of it that was asked for begins. It ends where that part ends.
struct Inclusion {
    std::string_view text;  ///< must live until the page is read
    FileId file{};
    std::uint32_t begin = 0;
};
/// Files of files: one more is refused.
inline constexpr std::size_t deepest_inclusion = 20;

/// What a file of `size` bytes counts for where it is included: reading any costs something.
std::size_t cost_of_inclusion(std::size_t size);
/// Whether a page may take in a file of `size` bytes; says so the first time when it may not.
bool may_include(Allowance& included, std::size_t size, Span place, Diagnostics& diagnostics);

/// Finds the included file `path` as written in file `from`, where a part of it may be named as in
/// `listing.rs:2:10` or `listing.rs:anchor`; nothing when there is no such file or part.
using IncludeLoader = std::function<std::optional<Inclusion>(std::string_view path, FileId from)>;
/// Why the loader gives nothing, where it is more than that there is no such file or part.
using IncludeObstacle = std::function<std::optional<Obstacle>(std::string_view path, FileId from)>;

/// Says that an included file is there and can't be read; false when that is not what is wrong.
/// `obstacle` may be empty.
bool report_unreadable_include(const IncludeObstacle& obstacle, std::string_view path, FileId from,
                               Span span, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
