#include <algorithm>
#include <utility>

#include "deck/flat/title.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::uint8_t usual_cut = 3;

std::uint8_t cut_level(const doc::Page& page) {
    if (page.slides.level) return *page.slides.level;
    std::uint8_t shallowest = 6;
    for (const auto& block : page.body)
        if (const auto* heading = std::get_if<doc::Heading>(&block.node))
            shallowest = std::min(shallowest, heading->written_level);
    return std::max(usual_cut, shallowest);
}

Section opening(const doc::Page& page) {
    Section section;
    section.id = page.id;
    section.title = page.title;
    if (is_blank(section.title)) section.title = inlines_of(page.short_title, page.span);
    section.span = page.span;
    return section;
}

Section open(const doc::Heading& heading, Span span) {
    Section section;
    section.look = std::max<std::uint8_t>(heading.written_level, 2);
    section.id = heading.id;
    section.number = heading.number;
    section.title = heading.body;
    section.span = span;
    return section;
}

/// Sections as they are opened, and which of them the next one can stand under.
class Outline {
public:
    explicit Outline(const doc::Page& page)
        : sections_{opening(page)}, kickers_{as_kicker(sections_.front().title)}, around_{0} {}

    void open_section(const doc::Heading& heading, Span span) {
        Section section = open(heading, span);
        while (around_.size() > 1 && sections_[around_.back()].look >= section.look)
            around_.pop_back();
        Section& parent = sections_[around_.back()];
        ++parent.children;
        section.kicker = kickers_[around_.back()];
        if (is_blank(section.title)) section.title = section.kicker;
        kickers_.push_back(as_kicker(section.title));
        around_.push_back(sections_.size());
        sections_.push_back(std::move(section));
    }
    void add(const doc::Block& block) { sections_.back().body.push_back(block); }
    std::vector<Section> take() { return std::move(sections_); }

private:
    std::vector<Section> sections_;
    std::vector<doc::Inlines> kickers_;  ///< of each section, above those under it
    std::vector<std::size_t> around_;
};

Archetype archetype_of_cover(SlideKind kind) {
    switch (kind) {
        case SlideKind::title:
            return Archetype::cover;
        case SlideKind::part:
            return Archetype::part;
        case SlideKind::closing:
            return Archetype::closing;
        case SlideKind::divider:
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            return Archetype::none;
    }
    return Archetype::none;
}

}  // namespace

SlideName name_of(const Section& section) {
    return {section.id, section.number, section.title, section.kicker, section.span};
}

Slide named(SlideKind kind, const SlideName& name) {
    Slide slide;
    slide.kind = kind;
    slide.archetype = archetype_of_cover(kind);
    slide.section = name.section;
    slide.kicker = bare_title(name.kicker);
    slide.number = name.number;
    slide.title = bare_title(name.title);
    slide.span = name.span;
    return slide;
}

std::vector<Section> cut_page(const doc::Page& page, std::uint8_t deepest) {
    const std::uint8_t level = std::min(cut_level(page), deepest);
    Outline outline(page);
    for (const auto& block : page.body) {
        const auto* heading = std::get_if<doc::Heading>(&block.node);
        if (heading && heading->written_level <= level)
            outline.open_section(*heading, block.span);
        else
            outline.add(block);
    }
    return outline.take();
}

}  // namespace triptych::deck
