#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/config.hpp"
#include "gitbook/book/file_index.hpp"

/// The order of pages that no table of contents lists.
namespace triptych::gitbook {

/// A page, or a folder that a heading of the contents stands for.
struct FolderEntry {
    std::string path;   ///< true path of the page; "" for a folder
    std::string title;  ///< of a folder
    std::uint8_t depth = 0;
    std::string description = {};  ///< of a folder
};

/// `pages`, all below the root of `space`, as its dialect orders them: the page of a folder first,
/// then by the places that pages give themselves or that a README gives them by its links, else by
/// names in natural order; a folder beside the page of its name, one without a page or a number
/// behind the files. Docusaurus and MkDocs show
/// folders, too. Says when code that should list the pages was not understood.
std::vector<FolderEntry> in_reading_order(std::vector<std::string> pages, const Space& space,
                                          const Files& files, const FileIndex& index,
                                          Diagnostics& diagnostics);

/// Order of names as people sort them: case apart, digits by their number, README before all.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace triptych::gitbook
