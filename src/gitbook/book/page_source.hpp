#pragma once

#include <cstddef>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/front_matter.hpp"
#include "gitbook/book/options.hpp"
#include "gitbook/book/outline.hpp"
#include "gitbook/convert/body.hpp"

namespace triptych::gitbook {

/// A page on its way from the outline to the model.
struct PageSource {
    OutlineEntry entry;
    std::size_t part = 0;        ///< index into `Outline::parts`
    FileId file = FileId::none;  ///< none for a title without a page
    FrontMatter front;
    Body body;
    Diagnostics diagnostics;  ///< of this page alone
};

/// Reads the files and front matters of the pages in `outline`, in its order. Hidden pages are left
/// out and reported unless wanted; what was nested under them moves up. Unreadable files are
/// reported.
std::vector<PageSource> load_pages(const Files& files, const Outline& outline,
                                   const Options& options, Sources& sources,
                                   Diagnostics& diagnostics);

}  // namespace triptych::gitbook
