#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "doc/model.hpp"
#include "epub/documents.hpp"
#include "epub/media.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {

/// The configured identifier, an ISBN as `urn:isbn:`, or a name-based UUID (RFC 9562 §5.8) from
/// title, publisher and language.
std::string publication_identifier(const doc::Metadata& metadata);

struct PackageParts {
    const doc::Book& book;
    const MediaFiles& media;
    const Documents& documents;
    const std::vector<WrittenDocument>& written;  ///< in the order of the documents
    const std::vector<EmbeddedFont>& fonts;
    std::string identifier;
    std::optional<std::int64_t> date;  ///< of the last change, seconds since 1970
    std::string page_source;           ///< of the printed pages; empty when none are marked
    bool has_cover = false;
};

/// The package document (EPUB 3.3 §5): metadata with what is true of its accessibility, manifest,
/// spine.
std::string write_package(const PackageParts& parts);

}  // namespace triptych::epub
