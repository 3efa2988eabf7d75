#include "image/vector_cache.hpp"

#include <string_view>

#include <fmt/format.h>

#include "image/digest.hpp"

namespace triptych::image {
namespace {

/// To be counted up when drawing changes otherwise.
constexpr std::string_view drawn_by = "triptych vectors 3; librsvg " TRIPTYCH_LIBRSVG_VERSION;

std::string key_of(const svg::Drawing& drawing) {
    return "vectors-" + sha256(fmt::format("{}\n{}\n{} {}\n{}", drawn_by, drawing.pixels_per_unit,
                                           drawing.width, drawing.height, drawing.drawable));
}

/// In front of the file: its digest, and a line feed.
constexpr std::size_t digest_size = 64;

std::string key_of_page(std::string_view pdf) {
    constexpr std::string_view read_by = "triptych page 1; poppler " TRIPTYCH_POPPLER_VERSION;
    return "page-" + sha256(fmt::format("{}\n{}", read_by, sha256(pdf)));
}

std::optional<std::string> load_sound(Cache& cache, const std::string& key) {
    const auto entry = cache.load(key);
    if (!entry || entry->size() <= digest_size + 1) return std::nullopt;
    std::string file = entry->substr(digest_size + 1);
    if (entry->substr(0, digest_size) != sha256(file)) return std::nullopt;
    return file;
}

void save_sound(Cache& cache, const std::string& key, const std::string& file) {
    cache.save(key, sha256(file) + '\n' + file);
}

}  // namespace

std::optional<std::string> load_vectors(Cache* cache, const svg::Drawing& drawing) {
    return cache ? load_sound(*cache, key_of(drawing)) : std::nullopt;
}
void save_vectors(Cache* cache, const svg::Drawing& drawing, const std::string& pdf) {
    if (cache) save_sound(*cache, key_of(drawing), pdf);
}

std::optional<std::string> load_page(Cache* cache, std::string_view pdf) {
    return cache ? load_sound(*cache, key_of_page(pdf)) : std::nullopt;
}
void save_page(Cache* cache, std::string_view pdf, const std::string& svg) {
    if (cache) save_sound(*cache, key_of_page(pdf), svg);
}

}  // namespace triptych::image
