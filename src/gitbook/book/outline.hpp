#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/config.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/options.hpp"

/// Which pages make the book, in reading order.
namespace triptych::gitbook {

/// One page to read, or a title without a page: a heading of the contents or a link to the web.
struct OutlineEntry {
    std::string path;     ///< true path of the Markdown file; "" for a title without one
    std::string address;  ///< web address of a title without a page; may be empty
    std::string title;    ///< as the SUMMARY says; "" when no SUMMARY does
    std::string label;    ///< shorter title for navigation; may be empty
    std::uint8_t depth = 0;
    Span span;                     ///< in the SUMMARY
    std::size_t space = 0;         ///< index into `Config::spaces`
    std::string description = {};  ///< of a folder without a page; may be empty
};

struct OutlinePart {
    std::string title;
    std::vector<OutlineEntry> entries;
};

/// A page in the folder of a space whose SUMMARY does not list it.
struct UnlistedPage {
    std::string path;
    Span summary;
};

struct Outline {
    std::string title;  ///< heading of the first SUMMARY; may be empty
    std::vector<OutlinePart> parts;
    std::vector<UnlistedPage> unlisted;       ///< and left out
    std::vector<std::string> generated = {};  ///< as `doc::Book::generated`
    bool of_mdbook = false;                   ///< a SUMMARY has what only mdBook's have
    bool of_folders = false;                  ///< some pages are in it because they lie in a folder
};

/// The outline by the SUMMARY of each space, or by what its dialect has instead; a space without
/// one is read as a folder (`in_reading_order`). With `Options::page` that page alone. Entries
/// whose page is missing are reported.
Outline make_outline(const Files& files, const FileIndex& index, const Config& config,
                     const Options& options, Sources& sources, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
