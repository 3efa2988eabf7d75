#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.hpp"
#include "doc/model.hpp"

/// What a slide shows, by the parts that its archetype has. Read from its claim and its body, so
/// that it is what `fit` left there; pointers lead into the slide.
namespace triptych::deck {

/// A point of the slide's list: a term, step or title with what is said of it, or a sentence.
struct Item {
    doc::Inlines head;  ///< without the bold; empty for a sentence
    doc::Inlines text;  ///< may be empty where there is a head
    doc::TaskState task{};
    Span span;
};
/// Of pillars, terms, processes, checklists and bullets; empty where there is no list, or several.
std::vector<Item> items_of(const Slide& slide);
/// Whether the author's numbers stand before the points.
bool are_counted(const Slide& slide);
/// Whether those are 1, 2, 3 …: steps.
bool count_from_one(const Slide& slide);
/// The author's number as it stands before what it counts: "3. ".
doc::Inline number_sign(std::int32_t number, doc::Numbering numbering, std::string_view language,
                        Span span);
/// What leads to the points, the table or the listing; null where nothing does.
const doc::Inlines* lead_in_of(const Slide& slide);

/// One of two parts side by side.
struct SidePanel {
    doc::Inlines label;  ///< the words at its head, without a sign; may be empty
    Stance stance{};
    std::span<const doc::Block> body;  ///< points, a paragraph, a listing …
};
/// Of comparisons and pairs, two; else none.
std::vector<SidePanel> panels_of(const Slide& slide);

/// Titles that lead to what they name: chapters of a part, sections of a chapter.
std::vector<doc::Inlines> entries_of(const Slide& slide);

/// Null where the slide has none.
const doc::Cards* cards_of(const Slide& slide);
const doc::Table* table_of(const Slide& slide);
const doc::CodeBlock* listing_of(const Slide& slide);
const doc::Callout* alert_of(const Slide& slide);

/// Counts some more of what is in the notes alone, behind `more`.
void add_further(Slide& slide, MoreOf unit, std::size_t count);
/// "+ 12 lignes + 1 colonne dans les notes"; empty for no more.
std::string more_words(const Slide& slide, std::string_view language);
doc::Inlines more_line(const Slide& slide, std::string_view language);
/// "livret p. 42"; empty where the page is not known.
std::string booklet_words(const Slide& slide, std::string_view language);

}  // namespace triptych::deck
