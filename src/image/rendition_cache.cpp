#include "image/rendition_cache.hpp"

#include <fmt/format.h>
#include <jconfig.h>
#include <libdeflate.h>
#include <png.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "image/digest.hpp"

namespace triptych::image {
namespace {

#define TRIPTYCH_TEXT(x) TRIPTYCH_TEXT_OF(x)
#define TRIPTYCH_TEXT_OF(x) #x
/// Entries of another version are as good as none. To be counted up when renditions change.
constexpr std::string_view version =
    "triptych rendition 3; libdeflate " LIBDEFLATE_VERSION_STRING "; libpng " PNG_LIBPNG_VER_STRING
    "; libjpeg-turbo " TRIPTYCH_TEXT(LIBJPEG_TURBO_VERSION);
#undef TRIPTYCH_TEXT_OF
#undef TRIPTYCH_TEXT

/// The first line of `rest`, which goes on behind it.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

std::string serialized(std::string_view key, const Rendition& rendition) {
    const std::string payload = rendition.file + rendition.mask;
    return fmt::format("{}\n{}\n{}\n{}\n{}", version, key, rendition.file.size(), sha256(payload),
                       payload);
}

/// Nothing when it is damaged, of another version or of another picture.
std::optional<Rendition> parsed(std::string_view key, std::string_view entry) {
    if (take_line(entry) != version || take_line(entry) != key) return std::nullopt;
    const std::string_view size = take_line(entry), digest = take_line(entry);
    std::size_t split = 0;
    const auto number = std::from_chars(size.data(), size.data() + size.size(), split);
    if (number.ec != std::errc() || split > entry.size() || sha256(entry) != digest)
        return std::nullopt;
    const std::string_view file = entry.substr(0, split), mask = entry.substr(split);
    const auto info = probe(file);
    if (!info) return std::nullopt;
    return Rendition{info->format, std::string(file), std::string(mask)};
}

/// The scales of JPEG round a little differently.
bool has_size(const Info& info, PixelSize size) {
    const auto near = [](std::uint32_t a, std::uint32_t b) { return a <= b + 1 && b <= a + 1; };
    return near(info.width, size.width) && near(info.height, size.height);
}

}  // namespace

RenditionCache::RenditionCache(Cache* cache, std::string_view bytes) : cache_(cache) {
    const auto info = cache ? probe(bytes) : std::nullopt;
    if (!info || info->format == Format::svg) return;
    info_ = *info;
    source_ = sha256(bytes);
}

RenditionCache::RenditionCache(Cache* cache, const svg::Drawing& drawing)
    : cache_(cache), drawing_(&drawing) {
    // To be counted up when drawing changes otherwise.
    constexpr std::string_view drawn_by = "triptych 2; librsvg " TRIPTYCH_LIBRSVG_VERSION;
    if (cache)
        source_ = sha256(fmt::format("{}\n{} {} {}\n{}", drawn_by, drawing.width, drawing.height,
                                     drawing.greatest_scale, drawing.drawable));
}

std::optional<Rendition> RenditionCache::load(const Fit& fit) const {
    if (source_.empty()) return std::nullopt;
    const auto entry = cache_->load(key(fit));
    auto rendition = entry ? parsed(key(fit), *entry) : std::nullopt;
    if (!rendition || !is_plausible(fit, *rendition)) return std::nullopt;
    return rendition;
}

void RenditionCache::save(const Fit& fit, const Rendition& rendition) const {
    if (!source_.empty()) cache_->save(key(fit), serialized(key(fit), rendition));
}

std::string RenditionCache::key(const Fit& fit) const {
    return fmt::format("{}-{}-{}-{}", source_, fit.width, fit.height,
                       fit.alpha == AlphaPlace::inside ? "inside" : "apart");
}

bool RenditionCache::is_plausible(const Fit& fit, const Rendition& rendition) const {
    const PixelSize size = size_at(fit);
    const auto file = probe(rendition.file);
    if (!file || !has_size(*file, size) || file->orientation != 1) return false;
    if (file->format != Format::png && file->format != Format::jpeg) return false;
    if (rendition.mask.empty()) return true;
    const auto mask = probe(rendition.mask);
    return mask && mask->format == Format::png && mask->channels == 1 && has_size(*mask, size);
}

PixelSize RenditionCache::size_at(const Fit& fit) const {
    const PixelSize room{fit.width, fit.height};
    return drawing_ ? drawn_size(*drawing_, room)
                    : shrunk_to_fit({info_.width, info_.height}, room);
}

}  // namespace triptych::image
