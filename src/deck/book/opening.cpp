#include "deck/book/opening.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/number_signs.hpp"
#include "deck/flat/title.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_subtitle = 40;  // words
constexpr std::size_t most_chapters = 10;

/// What can stand under a title by itself: short, and not leading to what follows.
const doc::Paragraph* short_paragraph(const doc::Block& block) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
    if (!paragraph || is_blank(paragraph->body) || leads_on(paragraph->body)) return nullptr;
    return count_words(paragraph->body) <= longest_subtitle ? paragraph : nullptr;
}

bool is_lede(const doc::Block& block) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
    return paragraph && paragraph->role == doc::ParagraphRole::lede;
}

/// Takes the page's subtitle off the front of its introduction: the description, or a short first
/// paragraph.
doc::Inlines take_subtitle(const doc::Page& page, doc::Blocks& introduction) {
    const bool described = !introduction.empty() && is_lede(introduction.front());
    if (!described && !page.description.empty()) return inlines_of(page.description, page.span);
    if (introduction.empty()) return {};
    const auto* paragraph = short_paragraph(introduction.front());
    if (!paragraph) return {};
    doc::Inlines subtitle = paragraph->body;
    introduction.erase(introduction.begin());
    return subtitle;
}

/// Whether it is so little running text that it can stand under the subtitle.
bool is_short_text(const doc::Blocks& introduction) {
    return introduction.size() == 1 && short_paragraph(introduction.front());
}

}  // namespace

std::vector<doc::Part> parts_of(const doc::Book& book, const std::vector<bool>& shown) {
    std::vector<doc::Part> parts = book.parts;
    if (parts.empty()) {
        parts.emplace_back();
        for (std::size_t i = 0; i < book.pages.size(); ++i)
            parts.back().pages.push_back(PageId{static_cast<std::uint32_t>(i)});
    }
    for (auto& part : parts)
        part.pages.erase(std::remove_if(part.pages.begin(), part.pages.end(),
                                        [&](PageId page) { return !shown[index(page)]; }),
                         part.pages.end());
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [](const doc::Part& part) { return part.pages.empty(); }),
                parts.end());
    return parts;
}

Slide opening_slide(const doc::Page& page, Section& page_section, SlideKind kind) {
    Slide slide = named(kind, {page.id, {}, page_section.title, {}, page.span});
    slide.notes = page_section.body;
    slide.anchors = anchors_in(page_section.body);
    if (auto subtitle = take_subtitle(page, page_section.body); !is_blank(subtitle))
        slide.claim.push_back(std::move(subtitle));
    if (is_short_text(page_section.body)) {
        slide.claim.push_back(short_paragraph(page_section.body.front())->body);
        page_section.body.clear();
    }
    if (!page.slides.title.empty()) slide.title = inlines_of(page.slides.title, page.span);
    if (!page.slides.notes.empty())
        slide.notes.insert(slide.notes.begin(),
                           paragraph_of(inlines_of(page.slides.notes, page.span), page.span));
    return slide;
}

void list_chapters(Slide& slide, const doc::Part& part, const doc::Book& book) {
    std::size_t left_out = 0;
    std::uint8_t highest = 0xFF;
    for (const PageId page : part.pages) highest = std::min(highest, book.pages[index(page)].depth);
    for (const PageId id : part.pages) {
        const doc::Page& page = book.pages[index(id)];
        if (page.depth != highest) continue;
        if (slide.claim.size() == most_chapters) {
            ++left_out;
            continue;
        }
        const auto title = bare_title(inlines_of(page.short_title, page.span));
        slide.claim.push_back({{doc::Link{doc::PageRef{id, {}}, title}, page.span}});
    }
    if (left_out > 0)
        slide.claim.push_back(
            inlines_of("+ " + own_digits(left_out, book.metadata.language), slide.span));
}

}  // namespace triptych::deck
