#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace triptych {

enum class EntryKind : std::uint8_t { file, folder, link, other };

/// What lies in a folder, found on the way through it.
struct FolderEntry {
    const std::string& path;  ///< from the folder that the walk began in, with `/` between names
    std::string_view name;
    EntryKind kind{};
    int depth = 0;  ///< 1 for what lies in the folder itself
};

enum class Walk : std::uint8_t { enter, pass };

/// Calls `visit` for all that lies in `folder`, and in the folders that it answers `enter` for, in
/// no order. Links are not followed; folders that can't be opened are told to `closed`, by their
/// path from `folder`, which itself is ""; those nested deeper than `deepest` are passed over.
/// Throws `std::bad_alloc` where memory fails; that is why `std::filesystem` does not serve here:
/// libstdc++ 12 ends the program when a folder's entries can't be allocated.
void walk_folder(const std::string& folder, const std::function<Walk(const FolderEntry&)>& visit,
                 const std::function<void(const std::string& path)>& closed = {});

}  // namespace triptych
