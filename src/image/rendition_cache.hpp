#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <triptych/cache.hpp>

#include "image/store.hpp"

namespace triptych::image {

/// The renditions of one picture in a cache that is not trusted: an entry counts only when it was
/// written by this version from the very same bytes, is undamaged, and is what it should be. Vector
/// pictures, whose look depends on the fonts installed, are not kept.
class RenditionCache {
public:
    /// `cache` may be null. `bytes` must outlive this.
    RenditionCache(Cache* cache, std::string_view bytes);

    std::optional<Rendition> load(const Fit& fit) const;
    void save(const Fit& fit, const Rendition& rendition) const;

private:
    std::string key(const Fit& fit) const;
    /// A rendition of this picture has that format and size.
    bool is_plausible(const Fit& fit, const Rendition& rendition) const;

    Cache* cache_;
    std::string source_;  ///< digest of the picture's bytes; empty when nothing is kept
    Info info_;
};

}  // namespace triptych::image
