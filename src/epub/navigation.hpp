#pragma once

#include <string>
#include <vector>

#include "doc/model.hpp"
#include "epub/documents.hpp"

namespace triptych::epub {

/// Where a page of the printed edition begins.
struct PrintedPage {
    std::string label, address;  ///< address from the folder of all documents
};
struct NavigationParts {
    const doc::Book& book;
    const Documents& documents;
    const std::vector<PrintedPage>& printed_pages;
    bool has_cover = false;
};

/// The navigation document (EPUB 3.3 §7): table of contents with parts, pages and their headings;
/// landmarks; the printed pages, if any are known.
std::string write_navigation(const NavigationParts& parts);
/// The same for readers of EPUB 2.
std::string write_ncx(const NavigationParts& parts, const std::string& identifier);

}  // namespace triptych::epub
