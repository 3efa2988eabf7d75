#include "booklet/booklet.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/language_tag.hpp"
#include "booklet/assembly.hpp"
#include "booklet/back_matter.hpp"
#include "booklet/edition.hpp"

namespace triptych::booklet {
namespace {

std::vector<pages::Bookmark> bookmarks(const std::vector<Entry>& entries) {
    std::vector<pages::Bookmark> result;
    for (const Entry& entry : entries) {
        std::string title = entry.number.empty() ? entry.title : entry.number + " " + entry.title;
        const bool open = entry.kind != EntryKind::heading && entry.level == 1;
        result.push_back({std::move(title), entry.level, entry.destination, open});
    }
    return result;
}

pages::Information information(const doc::Metadata& metadata, const Options& options) {
    pages::Information result;
    result.title = metadata.title;
    result.author =
        metadata.authors.empty() ? metadata.publisher : joined(metadata.authors, metadata.language);
    result.subject = metadata.description;
    result.keywords = joined(metadata.subjects, metadata.language);
    result.language = metadata.language;
    result.publisher = metadata.publisher;
    result.rights = metadata.rights;
    result.date = options.date;
    return result;
}

Setting setting_for(const doc::Book& book, const typeset::Resources& resources) {
    return {book, resources, names_of(book, printed_pages(book))};
}

void report_left_out(const doc::Book& book, Diagnostics& diagnostics) {
    const std::vector<bool> printed = printed_pages(book);
    for (const doc::Part& part : book.parts) {
        for (const PageId id : part.pages) {
            const doc::Page& page = book.pages[index(id)];
            if (printed[index(id)]) continue;
            diagnostics.report(
                Kind::content_dropped, page.span,
                say("“{}” has no text: the booklet has no page for it", page.short_title),
                say("links to it lead to the chapter that follows"));
        }
    }
}

}  // namespace

pages::Pages compose(const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics) {
    const std::optional<doc::Book> printed = with_back_matter(book, resources.sheet.booklet);
    const Setting setting = setting_for(printed ? *printed : book, resources);
    const std::vector<Entry> entries = outline(setting.book, setting.names);
    Body body = order_body(setting);
    set_body(setting, count_front_pages(setting, body, entries), body);
    report_left_out(setting.book, diagnostics);
    Assembly assembly(setting, diagnostics);
    assembly.add_front(body, entries);
    assembly.add_body(std::move(body));
    assembly.add_back();
    pages::Pages pages = assembly.take();
    pages.bookmarks = bookmarks(entries);
    pages.information = information(book.metadata, options);
    if (is_right_to_left(book.metadata.language)) pages::mirror(pages);
    return pages;
}

pages::Page compose_cover(const doc::Book& book, const typeset::Resources& resources) {
    const Setting setting{book, resources};
    typeset::Structure structure(pages::Tag::document);
    Diagnostics said_by_the_booklet;
    typeset::Context context = make_context(setting, structure, said_by_the_booklet);
    pages::Page page;
    page.size = resources.sheet.booklet.page.size;
    page.items = set_cover(setting, context);
    if (is_right_to_left(book.metadata.language)) pages::mirror(page.items, page.size.width);
    return page;
}

}  // namespace triptych::booklet
