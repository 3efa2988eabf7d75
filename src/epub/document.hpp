#pragma once

#include <string>

#include "doc/model.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {

/// One page of the source as an XHTML document, to lie in `EPUB/text/`.
std::string write_page(const doc::Book& book, const doc::Page& page, const MediaFiles& media);

}  // namespace triptych::epub
