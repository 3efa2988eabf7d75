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
#include "doc/walk.hpp"
#include "epub/write.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"
#include "pipeline/load.hpp"
#include "slides/deck.hpp"

namespace triptych {
namespace {

using pipeline::Loaded;

/// What one task makes; joined in the order of the tasks.
struct Made {
    std::vector<Output> outputs;
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
    return slides::fit(slides::split(loaded.book, diagnostics), loaded.book,
                       loaded.resources(request), diagnostics);
}

std::string write_pdf(const pages::Pages& pages, const Request& request, const Loaded& loaded,
                      pdf::Form form, Diagnostics& diagnostics) {
    return pdf::write(pages, *loaded.fonts, *loaded.images, {.form = form, .jobs = request.jobs},
                      diagnostics);
}

/// Keeps an output that was made; an empty one failed and has been reported.
void keep(Made& made, Output output) {
    if (!output.bytes.empty()) made.outputs.push_back(std::move(output));
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

void make_booklet(const Request& request, const Loaded& loaded, Made& made) {
    auto pages = compose_booklet(request, loaded, made.diagnostics);
    keep(made, {Panel::booklet, output_name(loaded.book, "-booklet.pdf"),
                write_pdf(pages, request, loaded, pdf::Form::compact, made.diagnostics),
                pages.pages.size()});
    if (request.imposition) make_sheets(request, loaded, std::move(pages), made);
}

void make_epub(const Request& request, const Loaded& loaded, Made& made) {
    auto epub =
        epub::write(loaded.book, {*loaded.fonts, *loaded.images, loaded.sheet, request.jobs},
                    {.date = loaded.date}, made.diagnostics);
    keep(made,
         {Panel::epub, output_name(loaded.book, ".epub"), std::move(epub.bytes), epub.documents});
}

void make_slides_pdf(const Request& request, const Loaded& loaded, const slides::Deck& deck,
                     Made& made) {
    const auto pages = slides::compose(deck, loaded.book, loaded.resources(request),
                                       {.date = loaded.date}, made.diagnostics);
    keep(made, {Panel::slides, output_name(loaded.book, "-slides.pdf"),
                write_pdf(pages, request, loaded, pdf::Form::compact, made.diagnostics),
                pages.pages.size()});
}

void make_pptx(const Request& request, const Loaded& loaded, const slides::Deck& deck, Made& made) {
    auto bytes = slides::write_pptx(deck, loaded.book, loaded.resources(request),
                                    {.date = loaded.date}, made.diagnostics);
    keep(made, {Panel::pptx, output_name(loaded.book, "-slides.pptx"), std::move(bytes),
                deck.slides.size()});
}

bool wants(const Request& request, Panel panel) {
    return std::find(request.panels.begin(), request.panels.end(), panel) != request.panels.end();
}

/// One task per independent result; both decks share one, since they share the fitted slides.
std::vector<std::function<void(Made&)>> plan(const Request& request, const Loaded& loaded) {
    std::vector<std::function<void(Made&)>> tasks;
    if (wants(request, Panel::booklet))
        tasks.emplace_back([&](Made& made) { make_booklet(request, loaded, made); });
    if (wants(request, Panel::epub))
        tasks.emplace_back([&](Made& made) { make_epub(request, loaded, made); });
    if (wants(request, Panel::slides) || wants(request, Panel::pptx))
        tasks.emplace_back([&](Made& made) {
            const auto deck = make_deck(request, loaded, made.diagnostics);
            if (wants(request, Panel::slides)) make_slides_pdf(request, loaded, deck, made);
            if (wants(request, Panel::pptx)) make_pptx(request, loaded, deck, made);
        });
    return tasks;
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

std::string_view version() { return TRIPTYCH_VERSION; }

}  // namespace triptych
