#include "epub/write.hpp"

#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "base/zip.hpp"
#include "epub/cover.hpp"
#include "epub/css.hpp"
#include "epub/document.hpp"
#include "epub/media.hpp"
#include "epub/navigation.hpp"
#include "epub/package.hpp"
#include "epub/page_breaks.hpp"
#include "markup/lexicon.hpp"

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

std::vector<WrittenDocument> write_documents(const DocumentParts& parts) {
    const auto& documents = parts.documents.all();
    std::vector<WrittenDocument> written(documents.size());
    for_each_index(documents.size(), parts.resources.threads,
                   [&](std::size_t i) { written[i] = write_document(documents[i], parts); });
    return written;
}

std::vector<EmbeddedFont> fonts_of(const std::vector<WrittenDocument>& written,
                                   std::string_view language, const Resources& resources) {
    TextUse use;
    for (const auto& document : written) add(document.text_use, use);
    return embed_fonts(use, language, resources);
}

/// Every label once: a file that is included twice would begin a page twice.
std::vector<PrintedPage> printed_pages(const Documents& documents,
                                       const std::vector<WrittenDocument>& written) {
    std::vector<PrintedPage> pages;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < written.size(); ++i)
        for (const auto& label : written[i].page_breaks)
            if (seen.insert(label).second)
                pages.push_back({label, documents.all()[i].name + "#" + page_break_id(label)});
    return pages;
}

/// PNG and JPEG are compressed already.
ZipMethod method_for(const MediaFile& file) {
    return file.media_type == "image/svg+xml" ? ZipMethod::deflated : ZipMethod::stored;
}

}  // namespace

Epub write(const doc::Book& book, const Resources& resources, const Options& options,
           Diagnostics& diagnostics) {
    auto media = collect_media(book, resources, diagnostics);
    const Documents documents(book);
    const auto starts = page_starts(book, options.pagination.breaks);
    const auto names = doc::names_of(book, std::vector(book.pages.size(), true));
    auto written = write_documents({book, documents, media, starts, resources, names});
    auto fonts = fonts_of(written, book.metadata.language, resources);
    const auto printed = printed_pages(documents, written);
    const NavigationParts navigation{book, documents, printed, !options.cover.empty()};
    const auto identifier = publication_identifier(book.metadata);
    const auto page_source = printed.empty() ? std::string() : options.pagination.source;
    std::vector<ZipEntry> entries = {
        {"mimetype", "application/epub+zip", ZipMethod::stored},
        {"META-INF/container.xml", container},
        {"EPUB/package.opf", write_package({book, media, documents, written, fonts, identifier,
                                            options.date, page_source, navigation.has_cover})},
        {"EPUB/nav.xhtml", write_navigation(navigation)},
        {"EPUB/toc.ncx", write_ncx(navigation, identifier)},
        {"EPUB/style.css", write_css(resources.sheet, fonts, book.metadata.language)},
    };
    if (auto lexicon = markup::write_lexicon(book.metadata); !lexicon.empty())
        entries.push_back({fmt::format("EPUB/{}", lexicon_name), std::move(lexicon)});
    if (!options.cover.empty()) {
        entries.push_back({"EPUB/text/cover_.xhtml", write_cover_page(book)});
        entries.push_back({"EPUB/images/cover.jpg", options.cover, ZipMethod::stored});
    }
    for (std::size_t i = 0; i < written.size(); ++i) {
        entries.push_back({"EPUB/text/" + documents.all()[i].name, std::move(written[i].xhtml)});
        diagnostics.append(std::move(written[i].diagnostics));
    }
    for (auto& file : media)
        if (!file.bytes.empty())
            entries.push_back(
                {"EPUB/images/" + file.name, std::move(file.bytes), method_for(file)});
    for (auto& font : fonts) entries.push_back({"EPUB/fonts/" + font.name, std::move(font.bytes)});
    return {std::move(entries), documents.all().size()};
}

std::string pack(std::vector<ZipEntry> files, Threads& threads, Diagnostics& diagnostics) {
    auto bytes = zip(std::move(files), threads);
    if (!bytes)
        diagnostics.report(Kind::unwritable_output, {}, say("the e-book could not be packed"));
    return bytes ? *std::move(bytes) : std::string();
}

}  // namespace triptych::epub
