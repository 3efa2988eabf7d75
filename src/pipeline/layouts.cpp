#include "pipeline/layouts.hpp"

#include <utility>

#include "base/parallel.hpp"
#include "booklet/booklet.hpp"
#include "booklet/press.hpp"
#include "deck_html/write.hpp"
#include "deck_pages/deck_pages.hpp"
#include "doc/pictographs.hpp"
#include "epub/write.hpp"
#include "markup/lexicon.hpp"
#include "pipeline/booklet_folios.hpp"
#include "pipeline/run_findings.hpp"
#include "pipeline/work_stage.hpp"
#include "pptx/templates/template.hpp"
#include "pptx/write.hpp"
#include "raster/draw.hpp"

namespace triptych::pipeline {
namespace {

/// A slide is 13⅓ inches wide and then has 2560 pixels, as many as in PPTX.
constexpr double slides_ppi = 192;

/// Of offset printing on coated paper (ISO 12647-2), what most shops of Europe ask for.
constexpr std::string_view printing_profile = "profiles/FOGRA39L_coated.icc";

void append(std::vector<image::Wish>& wishes, const std::vector<image::Wish>& more) {
    wishes.insert(wishes.end(), more.begin(), more.end());
}

void lay_out_booklet(const Request& request, const Loaded& loaded, Layouts& out) {
    const WorkStage stage(request, message_id("setting booklet"));
    out.booklet = compose_booklet(request, loaded, out.of_booklet);
    if (request.purpose == Purpose::print)
        out.booklet = booklet::with_bleed(*std::move(out.booklet));
}

void drop_pictographs(deck::Deck& deck) {
    for (deck::Slide& slide : deck.slides) {
        for (doc::Inlines* line : {&slide.kicker, &slide.title}) doc::drop_pictographs(*line);
        for (auto* lines : {&slide.claim, &slide.links})
            for (doc::Inlines& line : *lines) doc::drop_pictographs(line);
        for (doc::Blocks* blocks : {&slide.body, &slide.notes}) doc::drop_pictographs(*blocks);
    }
}

/// Slides on a template are fitted to it; the others to the layout.
void fit_deck(const Request& request, const Loaded& loaded, const DeckJob& job, DeckLayouts& out) {
    const bool own_pptx = wants(request, Panel::pptx) && !job.base;
    if (own_pptx || wants(request, Panel::slides) || wants(request, Panel::html))
        out.deck = make_deck(request, loaded, job, nullptr, out.of_deck);
    if (wants(request, Panel::pptx) && job.base)
        out.pptx_deck = make_deck(request, loaded, job, &job.base->sheets, out.of_pptx_deck);
}

void fit_decks(const Request& request, const Loaded& loaded, Layouts& out) {
    const WorkStage stage(request, message_id("fitting slides"));
    out.decks.resize(loaded.decks.size());
    for (std::size_t i = 0; i < loaded.decks.size(); ++i)
        fit_deck(request, loaded, loaded.decks[i], out.decks[i]);
}

/// Once the booklet is set: slides name its pages. Their text is the same without, so that nothing
/// waits for it.
void join_panels(const Loaded& loaded, Layouts& out) {
    for (auto& layouts : out.decks)
        for (auto* deck : {&layouts.deck, &layouts.pptx_deck}) {
            if (!*deck) continue;
            if (out.booklet) tell_booklet_pages(**deck, loaded.book, *out.booklet);
            deck::add_cues(**deck);
        }
}

void set_slides(const Request& request, const Loaded& loaded, Layouts& out) {
    if (!wants(request, Panel::slides)) return;
    const WorkStage stage(request, message_id("setting slides"));
    for (std::size_t i = 0; i < out.decks.size(); ++i) {
        DeckLayouts& layouts = out.decks[i];
        const auto resources = loaded.resources(request, loaded.decks[i]);
        layouts.slides =
            deck_pages::compose(*layouts.deck, loaded.book, resources,
                                {.date = loaded.date, .notes = request.notes}, layouts.of_slides);
        if (request.handout)
            layouts.handout = deck_pages::compose_handout(
                *layouts.deck, loaded.book, resources,
                {.date = loaded.date, .handout = request.handout}, layouts.of_slides);
    }
}

}  // namespace

pages::Pages compose_booklet(const Request& request, const Loaded& loaded,
                             Diagnostics& diagnostics) {
    return booklet::compose(loaded.booklet_book(), loaded.resources(request), {.date = loaded.date},
                            diagnostics);
}

deck::Deck make_deck(const Request& request, const Loaded& loaded, const DeckJob& job,
                     const deck::TemplateSheets* base, Diagnostics& diagnostics) {
    auto cut = deck::split(loaded.book, job.scope, job.pages, loaded.plans.pages);
    const auto resources = loaded.resources(request, job);
    if (resources.sheet.slides.medium.emoji == style::Emoji::none) drop_pictographs(cut);
    report_remarks(cut, loaded.book, diagnostics);
    auto fitted = deck::fit(std::move(cut), loaded.book, resources, diagnostics, base);
    deck::plan_time(fitted);
    report_slide_counts(fitted, loaded.book, diagnostics);
    return fitted;
}

Layouts lay_out(const Request& request, const Loaded& loaded) {
    Layouts out;
    if (wants(request, Panel::epub))
        out.cover = booklet::compose_cover(loaded.book, loaded.resources(request));
    const bool deck =
        wants(request, Panel::slides) || wants(request, Panel::pptx) || wants(request, Panel::html);
    for_each_index(2, loaded.threads, [&](std::size_t i) {
        if (i == 0 && deck) fit_decks(request, loaded, out);
        if (i == 1 && wants(request, Panel::booklet)) lay_out_booklet(request, loaded, out);
    });
    join_panels(loaded, out);
    set_slides(request, loaded, out);
    return out;
}

pdf::Options pdf_options(const Request& request, const Loaded& loaded, const style::Sheet& sheet,
                         Panel panel) {
    const Neighbourhood& others = *loaded.neighbours;
    pdf::Options options{
        .threads = loaded.threads,
        .neighbours = panel == Panel::slides ? others.slides : others.booklets,
    };
    const bool print = panel == Panel::booklet && request.purpose == Purpose::print;
    const style::Medium& medium =
        panel == Panel::slides ? sheet.slides.medium : sheet.booklet.medium;
    options.colour_emoji = medium.emoji == style::Emoji::colour && !print;
    options.standard = request.standard;
    if (request.standard == PdfStandard::ua2)
        options.lexicon = markup::write_lexicon(loaded.book.metadata);
    if (request.readable_pdf) options.packing = pdf::Packing::readable;
    if (panel == Panel::slides) options.picture_ppi = slides_ppi;
    if (print && sheet.booklet.print_black == style::PrintBlack::cmyk)
        options.press = {"FOGRA39", loaded.data->read(printing_profile).value_or(std::string())};
    return options;
}

std::vector<image::Wish> picture_wishes(const Request& request, const Loaded& loaded,
                                        const Layouts& layouts) {
    const image::Store& images = *loaded.images;
    std::vector<image::Wish> out;
    if (layouts.booklet) {
        append(out,
               pdf::picture_wishes(*layouts.booklet, images,
                                   pdf_options(request, loaded, loaded.sheet, Panel::booklet)));
        if (request.imposition) append(out, std::vector(out));
    }
    for (const DeckLayouts& deck : layouts.decks) {
        for (const auto* pages : {&deck.slides, &deck.handout})
            if (*pages)
                append(out, pdf::picture_wishes(
                                **pages, images,
                                pdf_options(request, loaded, loaded.sheet, Panel::slides)));
        const auto& logo = loaded.book.metadata.logo;
        if (wants(request, Panel::pptx))
            append(out, pptx::picture_wishes(deck.of_pptx(), logo, images));
        if (wants(request, Panel::html))
            append(out, deck_html::picture_wishes(*deck.deck, logo, images));
    }
    if (wants(request, Panel::epub)) append(out, epub::picture_wishes(loaded.ebook_book(), images));
    if (layouts.cover) append(out, raster::picture_wishes(*layouts.cover, cover_width));
    return out;
}

}  // namespace triptych::pipeline
