#pragma once

#include <string>
#include <utility>
#include <vector>

#include "deck/deck.hpp"
#include "deck_samples.hpp"

/// Slides of archetypes, before they are fitted.
namespace triptych::test {

inline constexpr const char* sentence = "Une équipe tient le cap du début à la fin";

inline doc::Block cell_list(std::size_t count, const std::string& words, bool ordered = false,
                            doc::TaskState task = {}) {
    auto items = list(std::vector<std::string>(count, words), ordered);
    for (auto& item : items.items) item.task = task;
    return {std::move(items), {}};
}

inline doc::Blocks headed(const std::string& head) {
    doc::Inlines words = {{doc::Strong{text(head)}, {}}};
    return {{doc::Paragraph{words, doc::ParagraphRole::lead_in}, {}}, paragraph(sentence)};
}

inline doc::Block columns(const std::string& left, const std::string& right) {
    return {doc::Columns{{{0, headed(left)}, {0, headed(right)}}}, {}};
}

inline doc::Block cards(std::size_t count) {
    doc::Cards all;
    for (std::size_t i = 0; i < count; ++i)
        all.cards.push_back({{}, text("Carte"), {paragraph(sentence)}, {}, {}});
    return {std::move(all), {}};
}

inline deck::Slide slide_of(deck::Archetype archetype, doc::Blocks body,
                            const std::string& claim = sentence) {
    deck::Slide slide;
    slide.kind = deck::SlideKind::content;
    slide.archetype = archetype;
    slide.title = text("Un titre d’une ligne");
    slide.section = std::to_string(static_cast<int>(archetype));
    slide.brief = true;
    if (!claim.empty()) slide.claim.push_back(text(claim));
    slide.body = std::move(body);
    return slide;
}

/// A slide of every archetype that has cells or a claim of its own.
inline std::vector<deck::Slide> samples() {
    std::vector<deck::Slide> all = {
        slide_of(deck::Archetype::chapter, {cell_list(6, "Une section")}),
        slide_of(deck::Archetype::plain_pillar, {cell_list(4, sentence)}),
        slide_of(deck::Archetype::siblings, {cards(2)}),
        slide_of(deck::Archetype::siblings, {cards(3)}),
        slide_of(deck::Archetype::siblings, {cards(4)}),
        slide_of(deck::Archetype::siblings, {cards(6)}),
        slide_of(deck::Archetype::terms, {cell_list(7, sentence)}),
        slide_of(deck::Archetype::compare, {columns("Mauvais", "Bon")}),
        slide_of(deck::Archetype::pair, {columns("Ici", "Là")}),
        slide_of(deck::Archetype::process, {cell_list(6, "Un pas", true)}),
        slide_of(deck::Archetype::checklist, {cell_list(9, sentence, false, doc::TaskState::open)}),
        slide_of(deck::Archetype::bullets, {cell_list(5, sentence)}),
        slide_of(deck::Archetype::statement, {}),
    };
    all[7].compared = deck::Stances{deck::Stance::wrong, deck::Stance::right};
    auto pillar = slide_of(deck::Archetype::pillar, {cell_list(3, sentence)});
    pillar.number = "1.";
    pillar.numeral = "1";
    all.push_back(std::move(pillar));
    auto number = slide_of(deck::Archetype::number, {}, "Plus de 300 applications tournent ici");
    number.numeral = "300";
    all.push_back(std::move(number));
    return all;
}

}  // namespace triptych::test
