#pragma once

#include <string>

#include "doc/model.hpp"

namespace triptych::epub {

/// The navigation document (EPUB 3.3 §7): table of contents with parts, pages and their headings;
/// landmarks.
std::string write_navigation(const doc::Book& book);
/// The same table of contents for readers of EPUB 2.
std::string write_ncx(const doc::Book& book, const std::string& identifier);

}  // namespace triptych::epub
