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
#include "pipeline/output_name.hpp"
#include "pipeline/pagination.hpp"
#include "pipeline/parity.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/work_stage.hpp"
#include "pptx/write.hpp"
#include "raster/draw.hpp"

namespace triptych::pipeline {
namespace {

std::string booklet_name(const Request& request, const doc::Book& book) {
    return output_stem(request, book) +
           (request.purpose == Purpose::print ? "-booklet-print.pdf" : "-booklet.pdf");
}

/// What all panels are made from.
struct PanelInputs {
    const Request& request;
    const Loaded& loaded;

    std::string write_pdf(pages::Pages pages, Panel panel, Diagnostics& diagnostics) const {
        return pdf::write(std::move(pages), *loaded.fonts, *loaded.images,
                          pdf_options(request, loaded, panel), diagnostics);
    }
};

Parity parity_of(const Output& output, const PanelInputs& inputs, const Diagnostics& findings,
                 const deck::Deck* deck) {
    Parity parity = parity_of_findings(output.panel, inputs.loaded.findings, findings);
    parity.append(parity_of_model(output.panel, inputs.loaded.book, *inputs.loaded.images));
    if (deck)
        parity.append(
            parity_of_deck(output.panel, inputs.loaded.book, *deck, inputs.request.notes));
    parity.sort();
    return parity;
}

/// Keeps an output that was made, with the account of what it does not show if that is wanted; an
/// empty one failed and has been reported.
void keep(PanelResult& made, Output output, const PanelInputs& inputs,
          const deck::Deck* deck = nullptr) {
    if (output.bytes.empty()) return;
    made.diagnostics = with_places(made.diagnostics, inputs.loaded.book);
    if (inputs.request.parity)
        made.parity.push_back(parity_of(output, inputs, made.diagnostics, deck));
    made.outputs.push_back(std::move(output));
}

/// The sheets leave out what the booklet leaves out.
Parity parity_of_sheets(const Parity& booklet) {
    Parity sheets{"sheets"};
    sheets.append(booklet);
    sheets.note({}, Fate::replaced,
                "links, bookmarks and alternative texts: paper has words and page numbers only");
    sheets.sort();
    return sheets;
}

/// The same pages on sheets of paper.
void make_sheets(const PanelInputs& inputs, pages::Pages pages, PanelResult& made) {
    const auto& [request, loaded] = inputs;
    auto sheets = booklet::impose(std::move(pages), *request.imposition);
    if (request.imposition->slip)
        booklet::add_slip(loaded.book, loaded.resources(request), *request.imposition, sheets,
                          made.diagnostics);
    const std::size_t count = sheets.pages.size();
    auto bytes = inputs.write_pdf(std::move(sheets), Panel::booklet, made.diagnostics);
    if (bytes.empty()) return;
    if (!made.parity.empty()) made.parity.push_back(parity_of_sheets(made.parity.back()));
    made.outputs.push_back({Panel::booklet,
                            output_stem(request, loaded.book) + "-booklet-print.pdf",
                            std::move(bytes), count});
}

void make_booklet(const PanelInputs& inputs, pages::Pages pages, PanelResult& made) {
    const WorkStage stage(inputs.request, "writing booklet");
    const doc::Book& book = inputs.loaded.book;
    const std::size_t count = pages.pages.size();
    std::optional<pages::Pages> to_impose;
    if (inputs.request.imposition) to_impose = pages;
    keep(made,
         {Panel::booklet, booklet_name(inputs.request, book),
          inputs.write_pdf(std::move(pages), Panel::booklet, made.diagnostics), count},
         inputs);
    if (to_impose) make_sheets(inputs, *std::move(to_impose), made);
}

/// The e-book's cover is a picture of the booklet's.
std::string cover_picture(const Loaded& loaded, const pages::Page& cover) {
    constexpr int quality = 90;
    const auto drawn = raster::draw(cover, {*loaded.fonts, *loaded.images}, cover_width);
    return image::encode_jpeg(drawn, quality);
}

void make_epub(const PanelInputs& inputs, const pages::Page& cover, epub::Pagination pagination,
               PanelResult& made) {
    const auto& [request, loaded] = inputs;
    const WorkStage stage(request, "writing e-book");
    auto epub =
        epub::write(loaded.book, {*loaded.fonts, *loaded.images, loaded.sheet, loaded.threads},
                    {.date = loaded.date,
                     .cover = cover_picture(loaded, cover),
                     .pagination = std::move(pagination)},
                    made.diagnostics);
    keep(made,
         {Panel::epub, output_stem(request, loaded.book) + ".epub", std::move(epub.bytes),
          epub.documents},
         inputs);
}

void make_slides(const PanelInputs& inputs, const deck::Deck& deck, pages::Pages pages,
                 PanelResult& made) {
    const WorkStage stage(inputs.request, "writing slides");
    keep(made,
         {Panel::slides, output_stem(inputs.request, inputs.loaded.book) + "-slides.pdf",
          inputs.write_pdf(std::move(pages), Panel::slides, made.diagnostics), deck.slides.size()},
         inputs, &deck);
}

/// The same slides on paper.
void make_handout(const PanelInputs& inputs, pages::Pages pages, PanelResult& made) {
    const WorkStage stage(inputs.request, "writing handout");
    const std::size_t count = pages.pages.size();
    auto bytes = inputs.write_pdf(std::move(pages), Panel::slides, made.diagnostics);
    if (bytes.empty()) return;
    made.outputs.push_back({Panel::slides,
                            output_stem(inputs.request, inputs.loaded.book) + "-handout.pdf",
                            std::move(bytes), count});
}

void make_pptx(const PanelInputs& inputs, const deck::Deck& deck, PanelResult& made) {
    const auto& [request, loaded] = inputs;
    const WorkStage stage(request, "writing PPTX");
    auto bytes = pptx::write(deck, loaded.book, loaded.resources(request),
                             {.date = loaded.date, .base = loaded.base.get()}, made.diagnostics);
    keep(made,
         {Panel::pptx, output_stem(request, loaded.book) + "-slides.pptx", std::move(bytes),
          deck.slides.size()},
         inputs, &deck);
}

void make_html(const PanelInputs& inputs, const deck::Deck& deck, PanelResult& made) {
    const auto& [request, loaded] = inputs;
    const WorkStage stage(request, "writing HTML");
    auto page = deck_html::write(deck, loaded.book, loaded.resources(request), made.diagnostics);
    keep(made,
         {Panel::html, output_stem(request, loaded.book) + "-slides.html", std::move(page),
          deck.slides.size()},
         inputs, &deck);
}

/// The e-book says where the booklet's pages begin, when there is one.
epub::Pagination pagination(const PanelInputs& inputs, const Layouts& layouts) {
    if (!layouts.booklet || !wants(inputs.request, Panel::epub)) return {};
    return pagination_of(*layouts.booklet, booklet_name(inputs.request, inputs.loaded.book));
}

}  // namespace

PanelResults write_outputs(const Request& request, const Loaded& loaded, Layouts& layouts) {
    const PanelInputs inputs{request, loaded};
    epub::Pagination printed = pagination(inputs, layouts);
    PanelResults made;
    // Large files come first, since they are written to disk while others are made; last comes what
    // shares its own work out to all threads.
    std::vector<std::pair<Panel, std::function<void(PanelResult&)>>> tasks;
    if (layouts.cover)
        tasks.emplace_back(Panel::epub, [&](PanelResult& into) {
            make_epub(inputs, *layouts.cover, std::move(printed), into);
        });
    if (wants(request, Panel::pptx))
        tasks.emplace_back(Panel::pptx, [&](PanelResult& into) {
            into.diagnostics = loaded.base ? layouts.of_pptx_deck : layouts.of_deck;
            make_pptx(inputs, layouts.of_pptx(), into);
        });
    if (layouts.booklet)
        tasks.emplace_back(Panel::booklet, [&](PanelResult& into) {
            into.diagnostics = std::move(layouts.of_booklet);
            make_booklet(inputs, *std::exchange(layouts.booklet, std::nullopt), into);
        });
    if (wants(request, Panel::html))
        tasks.emplace_back(Panel::html, [&](PanelResult& into) {
            into.diagnostics = layouts.of_deck;
            make_html(inputs, *layouts.deck, into);
        });
    if (layouts.slides)
        tasks.emplace_back(Panel::slides, [&](PanelResult& into) {
            into.diagnostics = layouts.of_deck;
            into.diagnostics.append(std::move(layouts.of_slides));
            make_slides(inputs, *layouts.deck, *std::exchange(layouts.slides, std::nullopt), into);
            if (layouts.handout)
                make_handout(inputs, *std::exchange(layouts.handout, std::nullopt), into);
        });
    for_each_index(tasks.size(), loaded.threads, [&](std::size_t i) {
        const auto& [panel, make] = tasks[i];
        PanelResult& into = made[static_cast<std::size_t>(panel)];
        make(into);
        for (const Output& output : into.outputs)
            if (request.made) request.made(output);
    });
    return made;
}

}  // namespace triptych::pipeline
