#include <functional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/number_signs.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_foot_note = 30;  // words

using Change = std::function<void(doc::Inline&)>;

void change_all(doc::Inlines& inlines, const Change& change) {
    for (auto& node : inlines) {
        change(node);
        doc::for_each_child(node, [&](doc::Inlines& inner) { change_all(inner, change); });
    }
}

void change_all(doc::Blocks& blocks, const Change& change,
                const std::function<void(doc::Target&)>& change_one_target) {
    for (auto& block : blocks) {
        doc::for_each_target(block, [&](doc::Target& target, Span) { change_one_target(target); });
        doc::for_each_child(
            block, [&](doc::Inlines& inner) { change_all(inner, change); },
            [&](doc::Blocks& inner) { change_all(inner, change, change_one_target); });
    }
}

void change_shown(Slide& slide, const Change& change,
                  const std::function<void(doc::Target&)>& change_one_target) {
    change_all(slide.kicker, change);
    change_all(slide.title, change);
    for (auto& claim : slide.claim) change_all(claim, change);
    for (auto& line : slide.links) change_all(line, change);
    change_all(slide.body, change, change_one_target);
}

void change_all(Slide& slide, const Change& change,
                const std::function<void(doc::Target&)>& change_one_target) {
    change_shown(slide, change, change_one_target);
    change_all(slide.notes, change, change_one_target);
}

doc::Inline raised_number(std::uint32_t note, std::string_view language, Span span) {
    return {doc::Superscript{inlines_of(own_digits(note + 1, language), span)}, span};
}

/// Covers have no place for lines at the foot.
bool has_foot(const Slide& slide) {
    switch (slide.kind) {
        case SlideKind::content:
        case SlideKind::picture:
        case SlideKind::full_picture:
            return true;
        case SlideKind::title:
        case SlideKind::part:
        case SlideKind::divider:
        case SlideKind::closing:
            break;
    }
    return false;
}

/// At the foot where the slide shows its number, else with what the speaker says.
void place_note(Slide& slide, std::uint32_t number, const doc::Note& note,
                std::string_view language, bool is_shown) {
    doc::Inlines line = {raised_number(number, language, note.span)};
    const auto* only =
        note.body.size() == 1 ? std::get_if<doc::Paragraph>(&note.body.front().node) : nullptr;
    if (only && is_shown && has_foot(slide) && count_words(only->body) <= longest_foot_note) {
        line.push_back({doc::Text{" "}, note.span});
        line.insert(line.end(), only->body.begin(), only->body.end());
        slide.links.push_back(std::move(line));
        return;
    }
    slide.notes.push_back(paragraph_of(std::move(line), note.span));
    slide.notes.insert(slide.notes.end(), note.body.begin(), note.body.end());
}

std::set<std::string, std::less<>> shown_ids(const Deck& deck) {
    std::set<std::string, std::less<>> ids;
    for (const auto& slide : deck.slides) {
        ids.insert(slide.id);
        ids.insert(slide.anchors.begin(), slide.anchors.end());
    }
    return ids;
}

}  // namespace

void settle_notes(Slide& slide, const doc::Page& page, std::string_view language) {
    if (page.notes.empty()) return;
    std::vector<std::uint32_t> found;
    std::unordered_set<std::uint32_t> known;
    const Change replace = [&](doc::Inline& node) {
        const auto* reference = std::get_if<doc::NoteReference>(&node.node);
        if (!reference || reference->note >= page.notes.size()) return;
        const std::uint32_t number = reference->note;
        if (known.insert(number).second) found.push_back(number);
        node = raised_number(number, language, node.span);
    };
    change_shown(slide, replace, [](doc::Target&) {});
    const std::size_t shown = found.size();
    change_all(slide.notes, replace, [](doc::Target&) {});
    for (std::size_t i = 0; i < found.size(); ++i)
        place_note(slide, found[i], page.notes[found[i]], language, i < shown);
}

void drop_dead_links(Deck& deck, const doc::Book& book) {
    const auto ids = shown_ids(deck);
    const auto change_target_of = [&](doc::Target& target) {
        const auto* page = std::get_if<doc::PageRef>(&target);
        if (!page) return;
        const auto& id = page->element.empty() ? book.pages[index(page->page)].id : page->element;
        if (ids.count(id) == 0) target = doc::DeadLink{id};
    };
    for (auto& slide : deck.slides)
        change_all(
            slide,
            [&](doc::Inline& node) {
                if (auto* link = std::get_if<doc::Link>(&node.node)) change_target_of(link->target);
            },
            change_target_of);
}

}  // namespace triptych::deck
