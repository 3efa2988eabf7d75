#pragma once

#include <functional>

#include "doc/model.hpp"

namespace triptych::doc {

/// Makes figures of the pictures that items end in and that are too high to be read in a line.
void lift_high_pictures(Book& book, const std::function<bool(MediaId)>& is_high);

}  // namespace triptych::doc
