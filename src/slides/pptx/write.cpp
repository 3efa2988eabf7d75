#include <string>
#include <utility>

#include "slides/deck.hpp"
#include "slides/pptx/layouts.hpp"
#include "slides/pptx/slide.hpp"
#include "slides/pptx/writing.hpp"
#include "slides/setting.hpp"
#include "slides/templates/template.hpp"

namespace triptych::slides {
namespace pptx {

std::string slide_part(std::size_t slide) {
    return "ppt/slides/slide" + std::to_string(slide + 1) + ".xml";
}

namespace {

SlideIndex index_of(const Deck& deck) {
    SlideIndex slide_of;
    const auto& slides = deck.slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        slide_of.emplace(slides[i].id, i);
        for (const auto& anchor : slides[i].anchors) slide_of.emplace(anchor, i);
    }
    return slide_of;
}

}  // namespace
}  // namespace pptx

std::string write_pptx(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                       const Options& options, Diagnostics& diagnostics) {
    pptx::Package package = options.base ? options.base->package : pptx::Package{};
    const auto base = pptx::make_base(resources, deck.language, options.base);
    const auto slide_of = pptx::index_of(deck);
    const pptx::Writing writing{deck, book,     resources, options,
                                base, slide_of, package,   diagnostics};
    const Settings settings(book, resources, deck.language, options.base);
    const auto content = writing.with(settings.of(SlideKind::content).resources);
    pptx::write_properties(content);
    pptx::write_presentation(content);
    if (base.is_own()) pptx::write_master(writing);
    if (pptx::needs_notes_master(writing)) pptx::write_notes_master(writing);
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        pptx::write_slide(i, writing.with(settings.of(deck.slides[i].kind).resources));
        if (!deck.slides[i].notes.empty()) pptx::write_notes(i, writing);
    }
    auto bytes = std::move(package).to_zip(resources.jobs);
    if (bytes) return *std::move(bytes);
    diagnostics.report(Kind::unwritable_output, {},
                       "the slides can't be packed into a ZIP archive");
    return {};
}

}  // namespace triptych::slides
