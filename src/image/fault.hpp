#pragma once

#include <string_view>

#include <triptych/files.hpp>

#include "image/store.hpp"
#include "svg/clean.hpp"

namespace triptych::image {

/// Of a file that can't be read.
Fault fault_of(Obstacle obstacle);
/// Of a file that is read and yet can't be shown: only what can be said without decoding it.
Fault fault_of(std::string_view bytes, const svg::Setting& setting);

}  // namespace triptych::image
