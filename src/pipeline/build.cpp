#include <triptych/build.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "booklet/booklet.hpp"
#include "booklet/impose.hpp"
#include "booklet/slip.hpp"
#include "doc/alternatives.hpp"
#include "doc/walk.hpp"
#include "epub/write.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"
#include "pipeline/load.hpp"
#include "pipeline/pagination.hpp"
#include "pipeline/parity.hpp"
#include "raster/draw.hpp"
#include "slides/deck.hpp"

namespace triptych {
namespace {

using pipeline::Loaded;

/// What one task makes; joined in the order of the tasks.
struct Made {
    std::vector<Output> outputs;
    std::vector<Parity> parity;
    Diagnostics diagnostics;
};

std::string output_name(const doc::Book& book, std::string_view suffix) {
    return text::file_slug(book.metadata.title).append(suffix);
}

pages::Pages compose_booklet(const Request& request, const Loaded& loaded,
                             Diagnostics& diagnostics) {
    return booklet::compose(loaded.book, loaded.resources(request), {.date = loaded.date},
                            diagnostics);
}

slides::Deck make_deck(const Request& request, const Loaded& loaded, Diagnostics& diagnostics) {
    return slides::fit(slides::split(loaded.book, request.deck.depth, diagnostics), loaded.book,
                       loaded.resources(request), diagnostics);
}

std::string write_pdf(const pages::Pages& pages, const Request& request, const Loaded& loaded,
                      pdf::Form form, Diagnostics& diagnostics) {
    return pdf::write(pages, *loaded.fonts, *loaded.images, {.form = form, .jobs = request.jobs},
                      diagnostics);
}

/// Keeps an output that was made, with the account of what it does not show; an empty one failed
/// and has been reported.
void keep(Made& made, Output output, const Loaded& loaded, const slides::Deck* deck = nullptr) {
    if (output.bytes.empty()) return;
    Parity parity = pipeline::parity_of_findings(output.panel, loaded.findings, made.diagnostics);
    parity.append(pipeline::parity_of_model(output.panel, loaded.book));
    if (deck) parity.append(pipeline::parity_of_deck(output.panel, loaded.book, *deck));
    parity.sort();
    made.parity.push_back(std::move(parity));
    made.outputs.push_back(std::move(output));
}

/// The same pages on sheets of paper.
void make_sheets(const Request& request, const Loaded& loaded, pages::Pages pages, Made& made) {
    auto sheets = booklet::impose(std::move(pages), *request.imposition);
    if (request.imposition->slip)
        booklet::add_slip(loaded.book, loaded.resources(request), *request.imposition, sheets,
                          made.diagnostics);
    auto bytes = write_pdf(sheets, request, loaded, pdf::Form::compact, made.diagnostics);
    if (bytes.empty()) return;
    made.outputs.push_back({Panel::booklet, output_name(loaded.book, "-booklet-print.pdf"),
                            std::move(bytes), sheets.pages.size()});
}

void make_booklet(const Request& request, const Loaded& loaded, pages::Pages pages, Made& made) {
    keep(made,
         {Panel::booklet, output_name(loaded.book, "-booklet.pdf"),
          write_pdf(pages, request, loaded, pdf::Form::compact, made.diagnostics),
          pages.pages.size()},
         loaded);
    if (request.imposition) make_sheets(request, loaded, std::move(pages), made);
}

/// The e-book's cover is a picture of the booklet's; shelves show it small.
std::string cover_picture(const Request& request, const Loaded& loaded) {
    constexpr std::uint32_t width = 1000;
    constexpr int quality = 90;
    const auto cover = booklet::compose_cover(loaded.book, loaded.resources(request));
    return image::encode_jpeg(raster::draw(cover, {*loaded.fonts, *loaded.images}, width), quality);
}

void make_epub(const Request& request, const Loaded& loaded, epub::Pagination pagination,
               Made& made) {
    auto epub =
        epub::write(loaded.book, {*loaded.fonts, *loaded.images, loaded.sheet, request.jobs},
                    {.date = loaded.date,
                     .cover = cover_picture(request, loaded),
                     .pagination = std::move(pagination)},
                    made.diagnostics);
    keep(made,
         {Panel::epub, output_name(loaded.book, ".epub"), std::move(epub.bytes), epub.documents},
         loaded);
}

void make_slides_pdf(const Request& request, const Loaded& loaded, const slides::Deck& deck,
                     Made& made) {
    const auto pages = slides::compose(deck, loaded.book, loaded.resources(request),
                                       {.date = loaded.date}, made.diagnostics);
    keep(made,
         {Panel::slides, output_name(loaded.book, "-slides.pdf"),
          write_pdf(pages, request, loaded, pdf::Form::compact, made.diagnostics),
          pages.pages.size()},
         loaded, &deck);
}

void make_pptx(const Request& request, const Loaded& loaded, const slides::Deck& deck, Made& made) {
    auto bytes = slides::write_pptx(deck, loaded.book, loaded.resources(request),
                                    {.date = loaded.date}, made.diagnostics);
    keep(made,
         {Panel::pptx, output_name(loaded.book, "-slides.pptx"), std::move(bytes),
          deck.slides.size()},
         loaded, &deck);
}

void make_html(const Request& request, const Loaded& loaded, const slides::Deck& deck, Made& made) {
    auto page = slides::write_html(deck, loaded.book, loaded.resources(request), made.diagnostics);
    keep(made,
         {Panel::html, output_name(loaded.book, "-slides.html"), std::move(page),
          deck.slides.size()},
         loaded, &deck);
}

/// Everything of `from` behind what is in `to`.
void append(Made from, Made& to) {
    std::move(from.outputs.begin(), from.outputs.end(), std::back_inserter(to.outputs));
    std::move(from.parity.begin(), from.parity.end(), std::back_inserter(to.parity));
    to.diagnostics.append(std::move(from.diagnostics));
}

/// The e-book says where the booklet's pages begin, so both are written when those are known.
void make_booklet_and_epub(const Request& request, const Loaded& loaded, Made& made) {
    auto pages = compose_booklet(request, loaded, made.diagnostics);
    auto pagination = pipeline::pagination_of(pages, output_name(loaded.book, "-booklet.pdf"));
    Made booklet, epub;
    for_each_index(2, request.jobs, [&](std::size_t i) {
        if (i == 0)
            make_booklet(request, loaded, std::move(pages), booklet);
        else
            make_epub(request, loaded, std::move(pagination), epub);
    });
    append(std::move(booklet), made);
    append(std::move(epub), made);
}

bool wants(const Request& request, Panel panel) {
    return std::find(request.panels.begin(), request.panels.end(), panel) != request.panels.end();
}

/// One task per independent result; the decks share one, since they share the fitted slides, and
/// so do booklet and e-book, since they share the printed pages.
std::vector<std::function<void(Made&)>> plan(const Request& request, const Loaded& loaded) {
    std::vector<std::function<void(Made&)>> tasks;
    const bool booklet = wants(request, Panel::booklet), epub = wants(request, Panel::epub);
    if (booklet && epub)
        tasks.emplace_back([&](Made& made) { make_booklet_and_epub(request, loaded, made); });
    else if (booklet)
        tasks.emplace_back([&](Made& made) {
            make_booklet(request, loaded, compose_booklet(request, loaded, made.diagnostics), made);
        });
    else if (epub)
        tasks.emplace_back([&](Made& made) { make_epub(request, loaded, {}, made); });
    if (wants(request, Panel::slides) || wants(request, Panel::pptx) || wants(request, Panel::html))
        tasks.emplace_back([&](Made& made) {
            const auto deck = make_deck(request, loaded, made.diagnostics);
            if (wants(request, Panel::slides)) make_slides_pdf(request, loaded, deck, made);
            if (wants(request, Panel::pptx)) make_pptx(request, loaded, deck, made);
            if (wants(request, Panel::html)) make_html(request, loaded, deck, made);
        });
    return tasks;
}

/// What every output must show, page by page.
std::string visible_text(const doc::Book& book) {
    std::string out;
    for (const doc::Page& page : book.pages) {
        out += doc::plain_text(page.title) + '\n' + doc::plain_text(page.body) + '\n';
        for (const doc::Note& note : page.notes) out += doc::plain_text(note.body) + '\n';
    }
    return out;
}

void tell(const Request& request, std::string_view stage) {
    if (request.progress) request.progress(stage);
}

void report_fonts(const Loaded& loaded, Diagnostics& diagnostics) {
    for (const auto& path : loaded.fonts->unreadable())
        diagnostics.report(Kind::unreadable_font, {}, "font '" + path + "' can't be read",
                           "restore the file, or name another one in the layout's theme.yaml");
}

}  // namespace

Result build(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Result result;
    tell(request, "reading");
    const auto loaded = pipeline::load(request, result);
    if (loaded) {
        tell(request, "typesetting");
        const auto tasks = plan(request, *loaded);
        std::vector<Made> made(tasks.size());
        for_each_index(tasks.size(), request.jobs, [&](std::size_t i) { tasks[i](made[i]); });
        for (auto& one : made) {
            std::move(one.outputs.begin(), one.outputs.end(), std::back_inserter(result.outputs));
            std::move(one.parity.begin(), one.parity.end(), std::back_inserter(result.parity));
            result.diagnostics.append(std::move(one.diagnostics));
        }
        report_fonts(*loaded, result.diagnostics);
    }
    result.diagnostics.sort_and_deduplicate();
    return result;
}

Result check(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Result result;
    pipeline::load(request, result);
    result.diagnostics.sort_and_deduplicate();
    return result;
}

std::optional<std::string> dump(const Request& request, Stage stage, Result& result) {
    const auto loaded = pipeline::load(request, result);
    if (!loaded) return std::nullopt;
    auto& diagnostics = result.diagnostics;
    switch (stage) {
        case Stage::book:
            return doc::dump(loaded->book);
        case Stage::text:
            return visible_text(loaded->book);
        case Stage::deck:
            return slides::dump(make_deck(request, *loaded, diagnostics));
        case Stage::pages:
            return pages::dump(compose_booklet(request, *loaded, diagnostics));
        case Stage::tags:
            return pages::dump_tags(compose_booklet(request, *loaded, diagnostics));
        case Stage::pdf:
            return write_pdf(compose_booklet(request, *loaded, diagnostics), request, *loaded,
                             pdf::Form::readable, diagnostics);
    }
    return std::nullopt;
}

std::optional<std::string> list_alternatives(const Request& request, Result& result) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    const auto loaded = pipeline::load(request, result);
    result.diagnostics.sort_and_deduplicate();
    if (!loaded) return std::nullopt;
    return doc::alternatives_stub(loaded->book, result.sources);
}

std::string_view version() { return TRIPTYCH_VERSION; }

}  // namespace triptych
