#pragma once

#include <string>

#include "doc/model.hpp"
#include "epub/write.hpp"

namespace triptych::epub {

/// The cover as SVG in the booklet's cover design; its lines are measured with the layout's fonts
/// and set with room to spare, since a reader may draw them with another face.
std::string write_cover_picture(const doc::Book& book, const Resources& resources);
/// The document that shows it.
std::string write_cover_page(const doc::Book& book);

}  // namespace triptych::epub
