#pragma once

#include <string>

#include "doc/model.hpp"

namespace triptych::epub {

/// The document that shows the cover picture.
std::string write_cover_page(const doc::Book& book);

}  // namespace triptych::epub
