#include "pipeline/outputs.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "booklet/impose.hpp"
#include "booklet/slip.hpp"
#include "deck_html/write.hpp"
#include "epub/write.hpp"
#include "pdf/write.hpp"
#include "pipeline/pagination.hpp"
#include "pipeline/parity.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/work_stage.hpp"
#include "pptx/write.hpp"
#include "raster/draw.hpp"

namespace triptych::pipeline {
namespace {

std::string output_name(const doc::Book& book, std::string_view suffix) {
    return text::file_slug(book.metadata.title).append(suffix);
}

std::string booklet_name(const Request& request, const doc::Book& book) {
    return output_name(book,
                       request.purpose == Purpose::print ? "-booklet-print.pdf" : "-booklet.pdf");
}

/// What all panels are made from.
struct Making {
    const Request& request;
    const Loaded& loaded;

    std::string write_pdf(pages::Pages pages, Panel panel, Diagnostics& diagnostics) const {
        return pdf::write(std::move(pages), *loaded.fonts, *loaded.images,
                          pdf_options(request, loaded, panel), diagnostics);
    }
};

Parity parity_of(const Output& output, const Making& making, const Diagnostics& findings,
                 const deck::Deck* deck) {
    Parity parity = parity_of_findings(output.panel, making.loaded.findings, findings);
    parity.append(parity_of_model(output.panel, making.loaded.book));
    if (deck) parity.append(parity_of_deck(output.panel, making.loaded.book, *deck));
    parity.sort();
    return parity;
}

/// Keeps an output that was made, with the account of what it does not show if that is wanted; an
/// empty one failed and has been reported.
void keep(Made& made, Output output, const Making& making, const deck::Deck* deck = nullptr) {
    if (output.bytes.empty()) return;
    made.diagnostics = with_places(made.diagnostics, making.loaded.book);
    if (making.request.parity)
        made.parity.push_back(parity_of(output, making, made.diagnostics, deck));
    made.outputs.push_back(std::move(output));
}

/// What the booklet does not show its sheets don't, either.
Parity parity_of_sheets(const Parity& booklet) {
    Parity sheets{"sheets"};
    sheets.append(booklet);
    sheets.note({}, Fate::replaced,
                "links, bookmarks and alternative texts: paper has words and page numbers only");
    sheets.sort();
    return sheets;
}

/// The same pages on sheets of paper.
void make_sheets(const Making& making, pages::Pages pages, Made& made) {
    const auto& [request, loaded] = making;
    auto sheets = booklet::impose(std::move(pages), *request.imposition);
    if (request.imposition->slip)
        booklet::add_slip(loaded.book, loaded.resources(request), *request.imposition, sheets,
                          made.diagnostics);
    const std::size_t count = sheets.pages.size();
    auto bytes = making.write_pdf(std::move(sheets), Panel::booklet, made.diagnostics);
    if (bytes.empty()) return;
    if (!made.parity.empty()) made.parity.push_back(parity_of_sheets(made.parity.back()));
    made.outputs.push_back(
        {Panel::booklet, output_name(loaded.book, "-booklet-print.pdf"), std::move(bytes), count});
}

void make_booklet(const Making& making, pages::Pages pages, Made& made) {
    const WorkStage stage(making.request, "writing booklet");
    const doc::Book& book = making.loaded.book;
    const std::size_t count = pages.pages.size();
    std::optional<pages::Pages> to_impose;
    if (making.request.imposition) to_impose = pages;
    keep(made,
         {Panel::booklet, booklet_name(making.request, book),
          making.write_pdf(std::move(pages), Panel::booklet, made.diagnostics), count},
         making);
    if (to_impose) make_sheets(making, *std::move(to_impose), made);
}

/// The e-book's cover is a picture of the booklet's.
std::string cover_picture(const Loaded& loaded, const pages::Page& cover) {
    constexpr int quality = 90;
    const auto drawn = raster::draw(cover, {*loaded.fonts, *loaded.images}, cover_width);
    return image::encode_jpeg(drawn, quality);
}

void make_epub(const Making& making, const pages::Page& cover, epub::Pagination pagination,
               Made& made) {
    const auto& [request, loaded] = making;
    const WorkStage stage(request, "writing e-book");
    auto epub =
        epub::write(loaded.book, {*loaded.fonts, *loaded.images, loaded.sheet, loaded.threads},
                    {.date = loaded.date,
                     .cover = cover_picture(loaded, cover),
                     .pagination = std::move(pagination)},
                    made.diagnostics);
    keep(made,
         {Panel::epub, output_name(loaded.book, ".epub"), std::move(epub.bytes), epub.documents},
         making);
}

void make_slides(const Making& making, const deck::Deck& deck, pages::Pages pages, Made& made) {
    const WorkStage stage(making.request, "writing slides");
    keep(made,
         {Panel::slides, output_name(making.loaded.book, "-slides.pdf"),
          making.write_pdf(std::move(pages), Panel::slides, made.diagnostics), deck.slides.size()},
         making, &deck);
}

/// The same slides on paper.
void make_handout(const Making& making, pages::Pages pages, Made& made) {
    const WorkStage stage(making.request, "writing handout");
    const std::size_t count = pages.pages.size();
    auto bytes = making.write_pdf(std::move(pages), Panel::slides, made.diagnostics);
    if (bytes.empty()) return;
    made.outputs.push_back(
        {Panel::slides, output_name(making.loaded.book, "-handout.pdf"), std::move(bytes), count});
}

void make_pptx(const Making& making, const deck::Deck& deck, Made& made) {
    const auto& [request, loaded] = making;
    const WorkStage stage(request, "writing PPTX");
    auto bytes = pptx::write(deck, loaded.book, loaded.resources(request),
                             {.date = loaded.date, .base = loaded.base.get()}, made.diagnostics);
    keep(made,
         {Panel::pptx, output_name(loaded.book, "-slides.pptx"), std::move(bytes),
          deck.slides.size()},
         making, &deck);
}

void make_html(const Making& making, const deck::Deck& deck, Made& made) {
    const auto& [request, loaded] = making;
    const WorkStage stage(request, "writing HTML");
    auto page = deck_html::write(deck, loaded.book, loaded.resources(request), made.diagnostics);
    keep(made,
         {Panel::html, output_name(loaded.book, "-slides.html"), std::move(page),
          deck.slides.size()},
         making, &deck);
}

/// The e-book says where the booklet's pages begin, when there is one.
epub::Pagination pagination(const Making& making, const Layouts& layouts) {
    if (!layouts.booklet || !wants(making.request, Panel::epub)) return {};
    return pagination_of(*layouts.booklet, booklet_name(making.request, making.loaded.book));
}

}  // namespace

MadeByPanel write_outputs(const Request& request, const Loaded& loaded, Layouts& layouts) {
    const Making making{request, loaded};
    epub::Pagination printed = pagination(making, layouts);
    MadeByPanel made;
    // First what is much for the disk, which begins with it; last what works on all threads by
    // itself.
    std::vector<std::pair<Panel, std::function<void(Made&)>>> tasks;
    if (layouts.cover)
        tasks.emplace_back(Panel::epub, [&](Made& into) {
            make_epub(making, *layouts.cover, std::move(printed), into);
        });
    if (wants(request, Panel::pptx))
        tasks.emplace_back(Panel::pptx, [&](Made& into) {
            into.diagnostics = loaded.base ? layouts.of_pptx_deck : layouts.of_deck;
            make_pptx(making, layouts.of_pptx(), into);
        });
    if (layouts.booklet)
        tasks.emplace_back(Panel::booklet, [&](Made& into) {
            into.diagnostics = std::move(layouts.of_booklet);
            make_booklet(making, *std::exchange(layouts.booklet, std::nullopt), into);
        });
    if (wants(request, Panel::html))
        tasks.emplace_back(Panel::html, [&](Made& into) {
            into.diagnostics = layouts.of_deck;
            make_html(making, *layouts.deck, into);
        });
    if (layouts.slides)
        tasks.emplace_back(Panel::slides, [&](Made& into) {
            into.diagnostics = layouts.of_deck;
            into.diagnostics.append(std::move(layouts.of_slides));
            make_slides(making, *layouts.deck, *std::exchange(layouts.slides, std::nullopt), into);
            if (layouts.handout)
                make_handout(making, *std::exchange(layouts.handout, std::nullopt), into);
        });
    for_each_index(tasks.size(), loaded.threads, [&](std::size_t i) {
        const auto& [panel, make] = tasks[i];
        Made& into = made[static_cast<std::size_t>(panel)];
        make(into);
        for (const Output& output : into.outputs)
            if (request.made) request.made(output);
    });
    return made;
}

}  // namespace triptych::pipeline
