#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "deck/deck.hpp"
#include "deck/digest/lexicon.hpp"
#include "deck/digest/passage.hpp"
#include "doc/model.hpp"

/// What of a section is shown: its claim and its points, in the author's words.
namespace triptych::deck {

struct Point {
    doc::Inlines head;  ///< the term or title in front; may be empty
    doc::Inlines tail;  ///< what is said of it; may be empty where there is a head
    doc::TaskState task{};
    std::string id;                        ///< of the heading it stands for; or empty
    std::optional<std::int32_t> number{};  ///< of an ordered list's item
    Span span;
    std::vector<Cut> cuts{};  ///< what of it is in the notes alone
};

/// Points under one label, beside others.
struct PointColumn {
    doc::Inlines label;
    std::string id;
    std::vector<Point> points;
    std::size_t more = 0;        ///< points that are in the notes alone
    bool counted = false;        ///< the author's own numbers stand before them
    doc::Numbering numbering{};  ///< how those are written
    doc::Blocks shown{};         ///< a listing, table or picture in place of points
};

enum class GistKind : std::uint8_t {
    nothing,  ///< no points
    points,   ///< items of a list, headings, first sentences
    tasks,    ///< to be ticked
    steps,    ///< one after the other
    columns,  ///< two labelled lists side by side
};

struct Gist {
    GistKind kind{};
    doc::Inlines claim;
    bool claim_has_condition = false;     ///< it must not be left out for want of room
    std::vector<Cut> cuts;                ///< of the claim, or the claim
    PointColumn main;                     ///< `label` is what leads to the points
    std::vector<PointColumn> columns;     ///< two, of kind `columns`
    std::optional<Stances> compared;      ///< the columns are opposites
    bool points_are_sentences = false;    ///< first ones of paragraphs, no list of the author's
    const doc::Block* special = nullptr;  ///< the table, listing, picture or formula to be shown
    std::size_t more_specials = 0;        ///< further ones, in the notes
    std::size_t more_pictures = 0;        ///< figures among them
    std::optional<doc::Callout> alert;    ///< first sentence of the first warning

    std::size_t words() const;  ///< of all but the special
    bool empty() const { return claim.empty() && kind == GistKind::nothing && !special && !alert; }
};

/// `lexicon` is null for languages without one: then sentences are shown whole or not at all.
Gist gist_of(const Passage& section, const Lexicon* lexicon);

/// The first ones of a section, which may say what it is about.
inline constexpr std::size_t most_claim_paragraphs = 3;
/// The claim that blocks open with; nothing where none of their first sentences can stand alone.
doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon);

/// A title with the claim of what stands under it, where that is short.
Point titled_point(const doc::Inlines& title, std::span<const doc::Block> body,
                   const std::string& id, Span span, const Lexicon* lexicon);

/// The first sentence whole, with every contrast behind it, where no rule yields anything.
doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon);

/// Leaves out tails, then points, until at most `budget` words are left; never less than three
/// points.
void trim_to_budget(Gist& gist, std::size_t budget, const Lexicon* lexicon);

}  // namespace triptych::deck
