#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <triptych/cache.hpp>

#include "svg/clean.hpp"

namespace triptych::image {

/// A drawing in vectors (`vector_pdf`) from one build to the next. What depends on the version of
/// what draws it, or is damaged, is as good as nothing. `cache` may be null.
std::optional<std::string> load_vectors(Cache* cache, const svg::Drawing& drawing);
void save_vectors(Cache* cache, const svg::Drawing& drawing, const std::string& pdf);

/// The same of the first page of a PDF file, as SVG.
std::optional<std::string> load_page(Cache* cache, std::string_view pdf);
void save_page(Cache* cache, std::string_view pdf, const std::string& svg);

}  // namespace triptych::image
