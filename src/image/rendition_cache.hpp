#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <triptych/cache.hpp>

#include "image/raster.hpp"
#include "image/store.hpp"

namespace triptych::image {

/// The renditions of one picture in a cache that is not trusted: an entry counts only when it was
/// written by this version from the very same bytes, is undamaged, and is what it should be.
class RenditionCache {
public:
    /// `cache` may be null. Of a drawing nothing is kept: it has to be made harmless first.
    RenditionCache(Cache* cache, std::string_view bytes);
    /// `drawing` must outlive this.
    RenditionCache(Cache* cache, const svg::Drawing& drawing);

    std::optional<Rendition> load(const Fit& fit) const;
    void save(const Fit& fit, const Rendition& rendition) const;

private:
    std::string key(const Fit& fit) const;
    /// A rendition of this picture has that format and size.
    bool is_plausible(const Fit& fit, const Rendition& rendition) const;
    PixelSize size_at(const Fit& fit) const;

    Cache* cache_;
    std::string source_;  ///< digest of the picture's bytes; empty when nothing is kept
    Info info_;
    const svg::Drawing* drawing_ = nullptr;  ///< null for a picture of another format
};

}  // namespace triptych::image
