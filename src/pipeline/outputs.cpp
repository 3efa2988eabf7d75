#include "pipeline/outputs.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "booklet/impose.hpp"
#include "booklet/slip.hpp"
#include "deck_html/write.hpp"
#include "epub/write.hpp"
#include "pdf/write.hpp"
#include "pipeline/attachments.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/output_name.hpp"
#include "pipeline/pagination.hpp"
#include "pipeline/parity.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/tagging.hpp"
#include "pipeline/work_stage.hpp"
#include "pptx/write.hpp"
#include "raster/draw.hpp"

namespace triptych::pipeline {

std::string booklet_name(const Request& request, const doc::Book& book) {
    return output_stem(request, book) +
           (request.purpose == Purpose::print ? "-booklet-print.pdf" : "-booklet.pdf");
}

std::string slides_ending(Panel panel, const Request& request) {
    if (panel == Panel::pptx) return "-slides.pptx";
    if (panel == Panel::html) return request.html_folder ? "-slides/index.html" : "-slides.html";
    return "-slides.pdf";
}

namespace {

/// What all panels are made from.
struct PanelInputs {
    const Request& request;
    const Loaded& loaded;

    const Output* ebook = nullptr;  ///< once it is made, where the booklet carries it

    std::string write_booklet(pages::Pages pages, Diagnostics& diagnostics) const {
        auto options = pdf_options(request, loaded, loaded.sheet, Panel::booklet);
        if (!pages.for_paper) options.files = booklet_attachments(request, loaded, ebook);
        return pdf::write(std::move(pages), *loaded.fonts, *loaded.images, options, diagnostics);
    }
};

/// What the files of one deck are made from.
struct DeckInputs {
    const PanelInputs& panels;
    const DeckJob& job;
    DeckLayouts& layouts;

    std::string file_name(std::string_view ending) const {
        return output_stem(panels.request, panels.loaded.book) +
               (job.name.empty() ? "" : "-" + job.name) + std::string(ending);
    }
    std::string name_of(Panel panel) const {
        return file_name(slides_ending(panel, panels.request));
    }
    typeset::Resources resources() const { return panels.loaded.resources(panels.request, job); }
    std::string write_pdf(pages::Pages pages, Diagnostics& diagnostics) const {
        const Loaded& loaded = panels.loaded;
        auto options = pdf_options(panels.request, loaded, resources().sheet, Panel::slides);
        options.files = source_attachments(panels.request, loaded, job.pages);
        return pdf::write(std::move(pages), loaded.fonts_of(job), *loaded.images, options,
                          diagnostics);
    }
};

Parity parity_of(const Output& output, const PanelInputs& inputs, const Diagnostics& findings,
                 const deck::Deck* deck) {
    Parity parity = parity_of_findings(output.panel, inputs.loaded.findings, findings);
    parity.append(parity_of_model(output.panel, inputs.loaded.book, *inputs.loaded.images,
                                  deck ? &deck->pages : nullptr));
    if (output.panel == Panel::booklet)
        parity.append(parity_of_addresses(inputs.loaded.book, inputs.loaded.sheet.booklet));
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
    sheets.note(
        {}, Fate::replaced,
        say("links, bookmarks and alternative texts: paper has words and page numbers only"));
    sheets.sort();
    return sheets;
}

/// The same pages on sheets of paper.
void make_sheets(const PanelInputs& inputs, pages::Pages pages, PanelResult& made) {
    const Request& request = inputs.request;
    const Loaded& loaded = inputs.loaded;
    auto sheets = booklet::impose(std::move(pages), *request.imposition);
    if (request.imposition->slip)
        booklet::add_slip(loaded.book, loaded.resources(request), *request.imposition, sheets,
                          made.diagnostics);
    const std::size_t count = sheets.pages.size();
    auto bytes = inputs.write_booklet(std::move(sheets), made.diagnostics);
    if (bytes.empty()) return;
    if (!made.parity.empty()) made.parity.push_back(parity_of_sheets(made.parity.back()));
    made.outputs.push_back({Panel::booklet,
                            output_stem(request, loaded.book) + "-booklet-print.pdf",
                            std::move(bytes), count});
}

void make_booklet(const PanelInputs& inputs, pages::Pages pages, PanelResult& made) {
    const WorkStage stage(inputs.request, message_id("writing booklet"));
    const doc::Book& book = inputs.loaded.book;
    const std::size_t count = pages.pages.size();
    std::optional<pages::Pages> to_impose;
    if (inputs.request.imposition) to_impose = pages;
    keep(made,
         {Panel::booklet, booklet_name(inputs.request, book),
          inputs.write_booklet(std::move(pages), made.diagnostics), count},
         inputs);
    if (to_impose) make_sheets(inputs, *std::move(to_impose), made);
}

/// The page as a JPEG, or what memory has of the same page.
std::string cover_picture(const Request& request, const Loaded& loaded, const pages::Page& cover) {
    constexpr int quality = 90;
    const auto draw = [&] {
        return image::encode_jpeg(raster::draw(cover, {*loaded.fonts, *loaded.images}, cover_width),
                                  quality);
    };
    if (!request.memory) return draw();
    BuildMemory::State& memory = request.memory->state();
    pages::Pages alone;
    alone.pages.push_back(cover);
    std::string page = pages::dump(alone);
    if (memory.cover_page != page) {
        memory.cover_file = draw();
        memory.cover_page = std::move(page);
    }
    return memory.cover_file;
}

void make_epub(const PanelInputs& inputs, const pages::Page& cover, epub::Pagination pagination,
               PanelResult& made) {
    const Request& request = inputs.request;
    const Loaded& loaded = inputs.loaded;
    const WorkStage stage(request, message_id("writing e-book"));
    auto epub = ebook_files(request, loaded, cover, std::move(pagination), made.diagnostics);
    keep(made,
         {Panel::epub, output_stem(request, loaded.book) + ".epub",
          epub::pack(std::move(epub.files), loaded.threads, made.diagnostics), epub.documents},
         inputs);
}

void make_slides(const DeckInputs& inputs, PanelResult& made) {
    const WorkStage stage(inputs.panels.request, message_id("writing slides"));
    const deck::Deck& deck = *inputs.layouts.deck;
    auto pages = *std::exchange(inputs.layouts.slides, std::nullopt);
    keep(made,
         {Panel::slides, inputs.name_of(Panel::slides),
          inputs.write_pdf(std::move(pages), made.diagnostics), deck.slides.size()},
         inputs.panels, &deck);
}

/// The same slides on paper.
void make_handout(const DeckInputs& inputs, PanelResult& made) {
    const WorkStage stage(inputs.panels.request, message_id("writing handout"));
    auto pages = *std::exchange(inputs.layouts.handout, std::nullopt);
    const std::size_t count = pages.pages.size();
    auto bytes = inputs.write_pdf(std::move(pages), made.diagnostics);
    if (bytes.empty()) return;
    made.outputs.push_back(
        {Panel::slides, inputs.file_name("-handout.pdf"), std::move(bytes), count, true});
}

void make_pptx(const DeckInputs& inputs, PanelResult& made) {
    const Request& request = inputs.panels.request;
    const WorkStage stage(request, message_id("writing PPTX"));
    const deck::Deck& deck = inputs.layouts.of_pptx();
    const Loaded& loaded = inputs.panels.loaded;
    auto bytes = pptx::write(deck, loaded.book, inputs.resources(),
                             {.date = loaded.date,
                              .base = inputs.job.base.get(),
                              .neighbours = loaded.neighbours->presentations},
                             made.diagnostics);
    keep(made, {Panel::pptx, inputs.name_of(Panel::pptx), std::move(bytes), deck.slides.size()},
         inputs.panels, &deck);
}

void make_html(const DeckInputs& inputs, PanelResult& made) {
    const Request& request = inputs.panels.request;
    const Loaded& loaded = inputs.panels.loaded;
    const WorkStage stage(request, message_id("writing HTML"));
    const deck::Deck& deck = *inputs.layouts.deck;
    const auto place = request.html_folder ? deck_html::Place::beside : deck_html::Place::inside;
    auto written = deck_html::write(deck, loaded.book, inputs.resources(),
                                    {place, loaded.neighbours->web}, made.diagnostics);
    keep(made,
         {Panel::html, inputs.name_of(Panel::html), std::move(written.page), deck.slides.size()},
         inputs.panels, &deck);
    for (auto& picture : written.pictures)
        made.outputs.push_back({Panel::html, inputs.file_name("-slides/") + picture.name,
                                std::move(picture.bytes), 0});
}

/// The e-book says where the booklet's pages begin, when there is one.
epub::Pagination pagination(const PanelInputs& inputs, const Layouts& layouts) {
    if (!layouts.booklet || !wants(inputs.request, Panel::epub)) return {};
    return pagination_of(*layouts.booklet, booklet_name(inputs.request, inputs.loaded.book));
}

/// A file, or two, to be made.
struct Task {
    Panel panel{};
    std::function<void(PanelResult&)> make;
};

void add_deck_task(Panel panel, const DeckInputs& inputs, std::vector<Task>& tasks) {
    const Request& request = inputs.panels.request;
    if (!wants(request, panel)) return;
    tasks.push_back({panel, [panel, inputs, &request](PanelResult& into) {
                         into.diagnostics = panel == Panel::pptx && inputs.job.base
                                                ? inputs.layouts.of_pptx_deck
                                                : inputs.layouts.of_deck;
                         if (panel == Panel::pptx) return make_pptx(inputs, into);
                         if (panel == Panel::html) return make_html(inputs, into);
                         into.diagnostics.append(std::move(inputs.layouts.of_slides));
                         make_slides(inputs, into);
                         if (request.handout) make_handout(inputs, into);
                     }});
}

std::vector<PanelResult> in_order_of_panels(std::vector<PanelResult> made,
                                            const std::vector<Task>& tasks) {
    std::vector<std::size_t> order(made.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return tasks[a].panel < tasks[b].panel; });
    std::vector<PanelResult> sorted;
    sorted.reserve(made.size());
    for (const std::size_t i : order) sorted.push_back(std::move(made[i]));
    return sorted;
}

}  // namespace

epub::Epub ebook_files(const Request& request, const Loaded& loaded, const pages::Page& cover,
                       epub::Pagination pagination, Diagnostics& diagnostics) {
    return epub::write(loaded.ebook_book(),
                       {*loaded.fonts, *loaded.images, loaded.sheet, loaded.threads},
                       {.date = loaded.date,
                        .cover = cover_picture(request, loaded, cover),
                        .pagination = std::move(pagination)},
                       diagnostics);
}

std::vector<PanelResult> write_outputs(const Request& request, const Loaded& loaded,
                                       Layouts& layouts) {
    PanelInputs inputs{request, loaded};
    epub::Pagination printed = pagination(inputs, layouts);
    // Large files come first, since they are written to disk while others are made; last comes what
    // shares its own work out to all threads.
    std::vector<Task> tasks;
    const auto add_decks = [&](Panel panel) {
        for (std::size_t i = 0; i < layouts.decks.size(); ++i)
            add_deck_task(panel, {inputs, loaded.decks[i], layouts.decks[i]}, tasks);
    };
    if (layouts.cover)
        tasks.push_back({Panel::epub, [&](PanelResult& into) {
                             make_epub(inputs, *layouts.cover, std::move(printed), into);
                         }});
    add_decks(Panel::pptx);
    if (layouts.booklet)
        tasks.push_back({Panel::booklet, [&](PanelResult& into) {
                             into.diagnostics = std::move(layouts.of_booklet);
                             make_booklet(inputs, *std::exchange(layouts.booklet, std::nullopt),
                                          into);
                         }});
    add_decks(Panel::html);
    add_decks(Panel::slides);
    std::vector<PanelResult> made(tasks.size());
    const auto run = [&](std::size_t i) {
        tasks[i].make(made[i]);
        for (const Output& output : made[i].outputs)
            if (request.made) request.made(output);
    };
    std::size_t first = 0;
    if (layouts.booklet && layouts.cover && attaches(request, Attachment::epub)) {
        run(first++);
        if (!made[0].outputs.empty()) inputs.ebook = &made[0].outputs.front();
    }
    for_each_index(tasks.size() - first, loaded.threads, [&](std::size_t i) { run(first + i); });
    return in_order_of_panels(std::move(made), tasks);
}

}  // namespace triptych::pipeline
