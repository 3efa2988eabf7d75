#pragma once

#include <vector>

#include "doc/model.hpp"
#include "doc/names.hpp"
#include "epub/documents.hpp"
#include "epub/media.hpp"
#include "epub/page_breaks.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {

/// What all documents share.
struct DocumentParts {
    const doc::Book& book;
    const Documents& documents;
    const MediaFiles& media;
    const std::vector<PageStarts>& page_starts;
    const Resources& resources;
    const doc::Names& names;  ///< as in print
};

/// A document of the spine, to lie in `EPUB/text/`.
WrittenDocument write_document(const Document& document, const DocumentParts& parts);

}  // namespace triptych::epub
