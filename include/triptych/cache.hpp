#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace triptych {

/// Results of long work that outlive a build. An entry may be gone or damaged at any time: who asks
/// for it checks it. Safe to call from several threads.
class Cache {
public:
    virtual ~Cache() = default;
    virtual std::optional<std::string> load(std::string_view key) = 0;
    /// A later `load` of `key` may give `bytes`.
    virtual void save(std::string_view key, std::string_view bytes) = 0;
};

/// A cache in `folder`, which is made when first needed and may be deleted at any time. Keys are of
/// lower-case letters, digits and `-`, at least three of them. What was not used for longest is
/// removed when the entries take more than `limit` bytes. A folder that can't be read or written
/// behaves like an empty one.
std::unique_ptr<Cache> folder_cache(const std::string& folder, std::uint64_t limit);

}  // namespace triptych
