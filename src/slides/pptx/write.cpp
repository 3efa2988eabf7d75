#include <string>
#include <utility>

#include "slides/deck.hpp"
#include "slides/pptx/layouts.hpp"
#include "slides/pptx/slide.hpp"
#include "slides/pptx/writing.hpp"

namespace triptych::slides {
namespace pptx {

std::string slide_part(std::size_t slide) {
    return "ppt/slides/slide" + std::to_string(slide + 1) + ".xml";
}

namespace {

void index_slides(Writing& writing) {
    const auto& slides = writing.deck.slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        writing.slide_of.emplace(slides[i].id, i);
        for (const auto& anchor : slides[i].anchors) writing.slide_of.emplace(anchor, i);
    }
}

}  // namespace
}  // namespace pptx

std::string write_pptx(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                       const Options& options, Diagnostics& diagnostics) {
    pptx::Package package;
    pptx::Writing writing{deck, book, resources, options, package, diagnostics};
    pptx::index_slides(writing);
    for (std::size_t i = 0; i < pptx::layout_count; ++i)
        writing.placeholders[i] =
            pptx::make_placeholders(static_cast<pptx::LayoutKind>(i), writing);
    pptx::write_properties(writing);
    pptx::write_presentation(writing);
    pptx::write_master(writing);
    if (pptx::has_notes(deck)) pptx::write_notes_master(writing);
    for (std::size_t i = 0; i < deck.slides.size(); ++i) pptx::write_slide(i, writing);
    auto bytes = std::move(package).to_zip(resources.jobs);
    if (bytes) return *std::move(bytes);
    diagnostics.report(Kind::unwritable_output, {},
                       "the slides can't be packed into a ZIP archive");
    return {};
}

}  // namespace triptych::slides
