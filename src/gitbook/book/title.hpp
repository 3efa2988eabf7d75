#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/file_index.hpp"

/// What a book is called.
namespace triptych::gitbook {

/// A name a book may have, and what says so.
struct NamedBy {
    std::string title;
    Message source;  ///< for example "book.json"
};

/// The names of a book in the order they count.
struct TitleCandidates {
    NamedBy configured;      ///< by a configuration file of the book
    std::string of_summary;  ///< heading of the SUMMARY
    std::string of_first_page;
    std::vector<NamedBy> otherwise;  ///< when all of these say nothing
};

/// The first title that says which book it is; one that stands in a page without its emoji. When
/// the first page has none, such as "Welcome", what was taken instead is said.
std::string choose_title(const TitleCandidates& candidates, Diagnostics& diagnostics);

/// `package.json`, the host of `site_url` and the name of `folder`, as far as they name the book.
std::vector<NamedBy> names_from_outside(const Files& files, const FileIndex& index,
                                        std::string_view site_url, std::string_view folder);

/// A title made of the name of a file or of its folder.
std::string title_from_path(std::string_view path);
/// Whether a title fits any book: "Home", "Table of contents", "Introduction", "Bienvenue".
bool is_generic_title(std::string_view title);
/// `title` without emoji and the spaces around them.
std::string without_emoji(std::string_view title);

}  // namespace triptych::gitbook
