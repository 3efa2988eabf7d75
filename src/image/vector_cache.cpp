#include "image/vector_cache.hpp"

#include <string_view>

#include <fmt/format.h>

#include "image/digest.hpp"

namespace triptych::image {
namespace {

/// To be counted up when drawing changes otherwise.
constexpr std::string_view drawn_by = "triptych vectors 1; librsvg " TRIPTYCH_LIBRSVG_VERSION;

std::string key_of(const svg::Drawing& drawing) {
    return "vectors-" + sha256(fmt::format("{}\n{}\n{} {}\n{}", drawn_by, drawing.pixels_per_unit,
                                           drawing.width, drawing.height, drawing.drawable));
}

/// In front of the file: its digest, and a line feed.
constexpr std::size_t digest_size = 64;

}  // namespace

std::optional<std::string> load_vectors(Cache* cache, const svg::Drawing& drawing) {
    auto entry = cache ? cache->load(key_of(drawing)) : std::nullopt;
    if (!entry || entry->size() <= digest_size + 1) return std::nullopt;
    std::string pdf = entry->substr(digest_size + 1);
    if (entry->substr(0, digest_size) != sha256(pdf)) return std::nullopt;
    return pdf;
}

void save_vectors(Cache* cache, const svg::Drawing& drawing, const std::string& pdf) {
    if (cache) cache->save(key_of(drawing), sha256(pdf) + '\n' + pdf);
}

}  // namespace triptych::image
