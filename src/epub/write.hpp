#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "base/parallel.hpp"
#include "base/zip.hpp"
#include "doc/model.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "style/sheet.hpp"

namespace triptych::epub {

struct Resources {
    const font::Library& fonts;
    const image::Store& images;
    const style::Sheet& sheet;
    Threads& threads = calling_thread();
};
/// A page of the printed edition begins in the block that was written at `source`, behind `offset`
/// of its characters, white space not counted; one without a place begins where the next one does.
struct PageBreak {
    std::string label;
    Span source;
    std::size_t offset = 0;
    std::string page = {};  ///< id of the page of the book that begins here and has no source
};
/// The printed edition whose pages people may cite.
struct Pagination {
    std::string source;  ///< what `dc:source` calls it
    std::vector<PageBreak> breaks;
};
struct Options {
    std::optional<std::int64_t> date;  ///< seconds since 1970, for `dcterms:modified`
    std::string cover;                 ///< a JPEG; empty: the e-book has no cover
    Pagination pagination;             ///< without breaks: no page list is written
};
struct Epub {
    std::vector<ZipEntry> files;  ///< of the package, in its order
    std::size_t documents = 0;    ///< XHTML files in the spine
};

/// What has to be made of the book's pictures; `write` asks the store for each of it once.
std::vector<image::Wish> picture_wishes(const doc::Book& book, const image::Store& images);

/// The files of an EPUB 3.3 publication of the book, one XHTML file per page of the source, more
/// for a long one. Same input, same bytes: the identifier is a UUID from title and publisher unless
/// one is configured.
Epub write(const doc::Book& book, const Resources& resources, const Options& options,
           Diagnostics& diagnostics);
/// The package with these files; empty, with a finding, when they can't be packed.
std::string pack(std::vector<ZipEntry> files, Threads& threads, Diagnostics& diagnostics);

}  // namespace triptych::epub
