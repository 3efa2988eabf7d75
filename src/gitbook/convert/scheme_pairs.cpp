#include "gitbook/convert/scheme_pairs.hpp"

#include <cstddef>
#include <string_view>

namespace triptych::gitbook {
namespace {

bool is_for_light(const MediaReference& picture) {
    const std::string_view path = picture.path;
    return path.ends_with("#gh-light-mode-only") || path.ends_with("#only-light");
}
bool is_for_dark(const MediaReference& picture) {
    const std::string_view path = picture.path;
    return path.ends_with("#gh-dark-mode-only") || path.ends_with("#only-dark");
}

}  // namespace

void pair_schemes(std::vector<MediaReference>& media) {
    for (std::size_t i = 1; i < media.size(); ++i) {
        MediaReference &before = media[i - 1], &after = media[i];
        MediaReference* const light = is_for_light(before)  ? &before
                                      : is_for_light(after) ? &after
                                                            : nullptr;
        MediaReference* const dark = is_for_dark(before)  ? &before
                                     : is_for_dark(after) ? &after
                                                          : nullptr;
        if (light == nullptr || dark == nullptr || dark->is_twin || !light->dark.empty()) continue;
        light->dark = dark->path;
        dark->is_twin = true;
    }
}

}  // namespace triptych::gitbook
