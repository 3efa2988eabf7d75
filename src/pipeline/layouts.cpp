#include "pipeline/layouts.hpp"

#include <utility>

#include "base/parallel.hpp"
#include "booklet/booklet.hpp"
#include "booklet/press.hpp"
#include "deck_html/write.hpp"
#include "deck_pages/deck_pages.hpp"
#include "epub/write.hpp"
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
    const WorkStage stage(request, "setting booklet");
    out.booklet = compose_booklet(request, loaded, out.of_booklet);
    if (request.purpose == Purpose::print)
        out.booklet = booklet::with_bleed(*std::move(out.booklet));
}

/// Slides on a template are fitted to it; the others to the layout.
void fit_decks(const Request& request, const Loaded& loaded, Layouts& out) {
    const WorkStage stage(request, "fitting slides");
    const bool own_pptx = wants(request, Panel::pptx) && !loaded.base;
    if (own_pptx || wants(request, Panel::slides) || wants(request, Panel::html))
        out.deck = make_deck(request, loaded, nullptr, out.of_deck);
    if (wants(request, Panel::pptx) && loaded.base)
        out.pptx_deck = make_deck(request, loaded, &loaded.base->sheets, out.of_pptx_deck);
}

void lay_out_deck(const Request& request, const Loaded& loaded, Layouts& out) {
    fit_decks(request, loaded, out);
    if (!wants(request, Panel::slides)) return;
    const WorkStage stage(request, "setting slides");
    out.slides = deck_pages::compose(*out.deck, loaded.book, loaded.resources(request),
                                     {.date = loaded.date, .notes = request.notes}, out.of_slides);
    if (request.handout)
        out.handout = deck_pages::compose_handout(*out.deck, loaded.book, loaded.resources(request),
                                                  {.date = loaded.date, .handout = request.handout},
                                                  out.of_slides);
}

}  // namespace

pages::Pages compose_booklet(const Request& request, const Loaded& loaded,
                             Diagnostics& diagnostics) {
    return booklet::compose(loaded.book, loaded.resources(request), {.date = loaded.date},
                            diagnostics);
}

deck::Deck make_deck(const Request& request, const Loaded& loaded, const deck::TemplateSheets* base,
                     Diagnostics& diagnostics) {
    auto fitted = deck::fit(deck::split(loaded.book, request.deck), loaded.book,
                            loaded.resources(request), diagnostics, base);
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
        if (i == 0 && deck) lay_out_deck(request, loaded, out);
        if (i == 1 && wants(request, Panel::booklet)) lay_out_booklet(request, loaded, out);
    });
    return out;
}

pdf::Options pdf_options(const Request& request, const Loaded& loaded, Panel panel) {
    pdf::Options options{.threads = loaded.threads};
    if (request.readable_pdf) options.packing = pdf::Packing::readable;
    if (panel == Panel::slides) options.picture_ppi = slides_ppi;
    const bool inked = loaded.sheet.booklet.print_black == style::PrintBlack::cmyk;
    if (panel == Panel::booklet && request.purpose == Purpose::print && inked)
        options.press = {"FOGRA39", loaded.data->read(printing_profile).value_or(std::string())};
    return options;
}

std::vector<image::Wish> picture_wishes(const Request& request, const Loaded& loaded,
                                        const Layouts& layouts) {
    const image::Store& images = *loaded.images;
    std::vector<image::Wish> out;
    if (layouts.booklet) {
        append(out, pdf::picture_wishes(*layouts.booklet, images,
                                        pdf_options(request, loaded, Panel::booklet)));
        if (request.imposition) append(out, std::vector(out));
    }
    if (layouts.slides)
        append(out, pdf::picture_wishes(*layouts.slides, images,
                                        pdf_options(request, loaded, Panel::slides)));
    if (layouts.handout)
        append(out, pdf::picture_wishes(*layouts.handout, images,
                                        pdf_options(request, loaded, Panel::slides)));
    if (wants(request, Panel::pptx)) append(out, pptx::picture_wishes(layouts.of_pptx(), images));
    if (wants(request, Panel::html)) append(out, deck_html::picture_wishes(*layouts.deck, images));
    if (wants(request, Panel::epub)) append(out, epub::picture_wishes(loaded.book, images));
    if (layouts.cover) append(out, raster::picture_wishes(*layouts.cover, cover_width));
    return out;
}

}  // namespace triptych::pipeline
