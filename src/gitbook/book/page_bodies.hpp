#pragma once

#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/config.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/metadata.hpp"
#include "gitbook/book/options.hpp"
#include "gitbook/book/outline.hpp"
#include "gitbook/book/page_source.hpp"

namespace triptych::gitbook {

/// What the bodies of pages are read with.
struct BodyContext {
    const Files& files;
    const FileIndex& index;
    const Config& config;
    const BookFile& book;
    const Outline& outline;
    const Options& options;
    Sources& sources;
};

/// Reads the files that `pages` include, then the bodies of the pages, by several threads. Pages
/// that are neither listed nor included are reported. What files and variables add is bounded for
/// each page and for the book.
void read_bodies(std::vector<PageSource>& pages, const BodyContext& context,
                 Diagnostics& diagnostics);

}  // namespace triptych::gitbook
