#include <string>
#include <utility>

#include "deck/setting/setting.hpp"
#include "pptx/templates/template.hpp"
#include "pptx/write.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/slide.hpp"
#include "pptx/writer/writing.hpp"

namespace triptych::pptx {

std::string slide_part(std::size_t slide) {
    return "ppt/slides/slide" + std::to_string(slide + 1) + ".xml";
}

namespace {

SlideIndex index_of(const deck::Deck& deck) {
    SlideIndex slide_of;
    const auto& slides = deck.slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        slide_of.emplace(slides[i].id, i);
        for (const auto& anchor : slides[i].anchors) slide_of.emplace(anchor, i);
    }
    return slide_of;
}

}  // namespace

std::string write(const deck::Deck& deck, const doc::Book& book,
                  const typeset::Resources& resources, const Options& options,
                  Diagnostics& diagnostics) {
    Package package = options.base ? options.base->package : Package{};
    const auto base = make_base(resources, deck.language, options.base);
    const auto slide_of = index_of(deck);
    const Writing writing{deck, book, resources, options, base, slide_of, package, diagnostics};
    const deck::Settings settings(book, resources, deck.language,
                                  options.base ? &options.base->sheets : nullptr);
    const auto content = writing.with(settings.of(deck::SlideKind::content).resources);
    write_properties(content);
    write_presentation(content);
    if (base.is_own()) write_master(writing);
    if (needs_notes_master(writing)) write_notes_master(writing);
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        write_slide(i, writing.with(settings.of(deck.slides[i]).resources));
        if (!deck.slides[i].notes.empty()) write_notes(i, writing);
    }
    auto bytes = std::move(package).to_zip(resources.threads);
    if (bytes) return *std::move(bytes);
    diagnostics.report(Kind::unwritable_output, {},
                       say("the slides can't be packed into a ZIP archive"));
    return {};
}

}  // namespace triptych::pptx
