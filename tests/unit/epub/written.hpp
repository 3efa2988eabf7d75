#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <triptych/verify.hpp>

#include "../../typesetting_fixture.hpp"
#include "base/zip.hpp"
#include "epub/write.hpp"

namespace triptych::test {

/// An e-book as its reader has it.
struct Written {
    std::string bytes;
    std::map<std::string, std::string> files;
    Diagnostics diagnostics;

    const std::string& text(const std::string& page) const {
        return files.at("EPUB/text/" + page + ".xhtml");
    }
    const std::string& package() const { return files.at("EPUB/package.opf"); }
    const std::string& navigation() const { return files.at("EPUB/nav.xhtml"); }
};

inline Written write_epub(doc::Book book, epub::Options options = {}, unsigned jobs = 1) {
    const Press press(std::move(book));
    Threads threads(jobs);
    Written written;
    auto epub = epub::write(press.book, {*press.fonts, *press.images, press.sheet, threads},
                            options, written.diagnostics);
    written.bytes = epub::pack(std::move(epub.files), threads, written.diagnostics);
    auto entries = unzip(written.bytes, 100'000'000);
    REQUIRE(entries.has_value());
    for (auto& entry : *entries) written.files.emplace(entry.name, std::move(entry.bytes));
    return written;
}

/// A book of one page in one part.
inline doc::Book book_of(doc::Blocks body) {
    doc::Book book;
    book.metadata.title = "Le carnet";
    doc::Page page;
    page.id = "page";
    page.title = test::text("Page");
    page.short_title = "Page";
    page.body = std::move(body);
    page.span = {FileId{0}, 0, 1000};
    book.pages.push_back(std::move(page));
    book.parts.push_back({{}, "part-1", {PageId{0}}});
    return book;
}

inline bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace triptych::test
