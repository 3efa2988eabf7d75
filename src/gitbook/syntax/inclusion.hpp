#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <triptych/diagnostics.hpp>

namespace triptych::gitbook {

/// The text an `include` asked for, from byte `begin` on: behind the front matter, or where the
/// part of it that was asked for begins. It ends where that part ends.
struct Inclusion {
    std::string_view text;  ///< must live until the page is read
    FileId file{};
    std::uint32_t begin = 0;
};
/// Finds the included file `path` as written in file `from`, where a part of it may be named as in
/// `listing.rs:2:10` or `listing.rs:anchor`; nothing when there is no such file or part.
using IncludeLoader = std::function<std::optional<Inclusion>(std::string_view path, FileId from)>;

}  // namespace triptych::gitbook
