#include "epub/write.hpp"

#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "base/zip.hpp"
#include "epub/cover.hpp"
#include "epub/css.hpp"
#include "epub/document.hpp"
#include "epub/media.hpp"
#include "epub/navigation.hpp"
#include "epub/package.hpp"

namespace triptych::epub {
namespace {

constexpr const char* container =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
)";

std::vector<std::string> write_pages(const doc::Book& book, const MediaFiles& media,
                                     unsigned jobs) {
    std::vector<std::string> documents(book.pages.size());
    for_each_index(documents.size(), jobs,
                   [&](std::size_t i) { documents[i] = write_page(book, book.pages[i], media); });
    return documents;
}

/// PNG and JPEG are compressed already.
ZipMethod method_for(const MediaFile& file) {
    return file.media_type == "image/svg+xml" ? ZipMethod::deflated : ZipMethod::stored;
}

}  // namespace

Epub write(const doc::Book& book, const Resources& resources, const Options& options,
           Diagnostics& diagnostics) {
    auto media = collect_media(book, resources, diagnostics);
    auto documents = write_pages(book, media, resources.jobs);
    const auto identifier = publication_identifier(book.metadata);
    std::vector<ZipEntry> entries = {
        {"mimetype", "application/epub+zip", ZipMethod::stored},
        {"META-INF/container.xml", container},
        {"EPUB/package.opf", write_package({book, media, identifier, options.date})},
        {"EPUB/nav.xhtml", write_navigation(book)},
        {"EPUB/toc.ncx", write_ncx(book, identifier)},
        {"EPUB/style.css", write_css(resources.sheet)},
        {"EPUB/text/cover.xhtml", write_cover_page(book)},
        {"EPUB/images/cover.svg", write_cover_picture(book, resources)},
    };
    for (std::size_t i = 0; i < documents.size(); ++i)
        entries.push_back({"EPUB/text/" + document_name(book.pages[i]), std::move(documents[i])});
    for (auto& file : media)
        if (!file.bytes.empty())
            entries.push_back(
                {"EPUB/images/" + file.name, std::move(file.bytes), method_for(file)});
    auto bytes = zip(entries);
    if (!bytes) {
        diagnostics.report(Kind::unwritable_output, {}, "the e-book could not be packed");
        return {};
    }
    return {std::move(*bytes), book.pages.size()};
}

}  // namespace triptych::epub
