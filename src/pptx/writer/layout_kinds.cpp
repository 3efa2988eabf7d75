#include <variant>

#include "deck/setting/grid.hpp"
#include "pptx/writer/layouts.hpp"

namespace triptych::pptx {
namespace {

bool is_alone(const deck::Slide& slide, bool (*is_kind)(const doc::Block&)) {
    return slide.body.size() == 1 && is_kind(slide.body.front());
}
bool is_table(const doc::Block& block) { return std::holds_alternative<doc::Table>(block.node); }
bool is_listing(const doc::Block& block) {
    return std::holds_alternative<doc::CodeBlock>(block.node);
}

LayoutKind usual_layout(const deck::Slide& slide) {
    if (is_alone(slide, is_table)) return LayoutKind::table;
    if (is_alone(slide, is_listing)) return LayoutKind::code;
    return deck::needs_width(slide) ? LayoutKind::wide : LayoutKind::content;
}

LayoutKind layout_of_content(const deck::Slide& slide) {
    switch (slide.archetype) {
        case deck::Archetype::chapter:
            return LayoutKind::chapter;
        case deck::Archetype::pillar:
            return deck::has_numeral(slide) ? LayoutKind::pillar : LayoutKind::plain_pillar;
        case deck::Archetype::plain_pillar:
            return LayoutKind::plain_pillar;
        case deck::Archetype::siblings:
            return LayoutKind::siblings;
        case deck::Archetype::terms:
            return LayoutKind::terms;
        case deck::Archetype::compare:
            return LayoutKind::compare;
        case deck::Archetype::pair:
            return LayoutKind::pair;
        case deck::Archetype::process:
            return LayoutKind::process;
        case deck::Archetype::checklist:
            return LayoutKind::checklist;
        case deck::Archetype::number:
            return LayoutKind::number;
        case deck::Archetype::statement:
            return LayoutKind::statement;
        case deck::Archetype::none:
        case deck::Archetype::cover:
        case deck::Archetype::part:
        case deck::Archetype::table:
        case deck::Archetype::picture:
        case deck::Archetype::full_picture:
        case deck::Archetype::code:
        case deck::Archetype::bullets:
        case deck::Archetype::see_also:
        case deck::Archetype::closing:
            break;
    }
    return usual_layout(slide);
}

}  // namespace

LayoutKind layout_of(const deck::Slide& slide) {
    switch (slide.kind) {
        case deck::SlideKind::title:
            return LayoutKind::title;
        case deck::SlideKind::part:
            return LayoutKind::part;
        case deck::SlideKind::divider:
            return LayoutKind::divider;
        case deck::SlideKind::picture:
            return LayoutKind::picture;
        case deck::SlideKind::full_picture:
            return LayoutKind::full_picture;
        case deck::SlideKind::closing:
            return LayoutKind::closing;
        case deck::SlideKind::content:
            break;
    }
    return layout_of_content(slide);
}

deck::SlideKind slide_kind(LayoutKind kind) {
    switch (kind) {
        case LayoutKind::title:
            return deck::SlideKind::title;
        case LayoutKind::part:
            return deck::SlideKind::part;
        case LayoutKind::divider:
            return deck::SlideKind::divider;
        case LayoutKind::closing:
            return deck::SlideKind::closing;
        case LayoutKind::full_picture:
            return deck::SlideKind::full_picture;
        case LayoutKind::chapter:
        case LayoutKind::pillar:
        case LayoutKind::plain_pillar:
        case LayoutKind::siblings:
        case LayoutKind::terms:
        case LayoutKind::compare:
        case LayoutKind::pair:
        case LayoutKind::process:
        case LayoutKind::checklist:
        case LayoutKind::table:
        case LayoutKind::picture:
        case LayoutKind::code:
        case LayoutKind::number:
        case LayoutKind::statement:
        case LayoutKind::content:
        case LayoutKind::wide:
        case LayoutKind::count_:
            break;
    }
    return deck::SlideKind::content;
}

bool is_cover(LayoutKind kind) { return slide_kind(kind) != deck::SlideKind::content; }

}  // namespace triptych::pptx
