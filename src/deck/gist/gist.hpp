#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "deck/deck.hpp"
#include "deck/gist/passage.hpp"
#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// What of a section is shown: its claim and its points, in the author's words.
namespace triptych::deck {

enum class GistKind : std::uint8_t {
    nothing,  ///< no points
    points,   ///< items of a list, headings, first sentences
    tasks,    ///< to be ticked
    steps,    ///< one after the other
    columns,  ///< two labelled lists side by side
};

/// Tables, pictures, listings and warnings that are not shown.
struct MoreSpecials {
    std::size_t tables = 0, pictures = 0, listings = 0, warnings = 0;

    MoreSpecials& operator+=(const MoreSpecials& more);
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
    doc::Inlines special_tab;             ///< title of the tab it stands in
    bool special_alone = false;           ///< there is no room for it below the claim
    MoreSpecials further;                 ///< others, in the notes
    std::optional<doc::Callout> alert;    ///< first sentence of the first warning

    std::size_t words() const;  ///< of all but the special
    /// Whether the special has a slide of its own.
    bool has_special_apart() const {
        return special && (kind != GistKind::nothing || special_alone);
    }
    bool empty() const { return claim.empty() && kind == GistKind::nothing && !special && !alert; }
};

/// `lexicon` is null for languages without one: then sentences are shown whole or not at all.
/// `led` says what the section leads to, beside what is in it: then its claim may announce that.
enum class LeadsTo : std::uint8_t { nothing, sections };
Gist gist_of(const Passage& section, const Lexicon* lexicon, LeadsTo led = LeadsTo::nothing);

/// Leaves out tails, then points, until at most `budget` words are left; never less than three
/// points.
void trim_to_budget(Gist& gist, std::size_t budget, const Lexicon* lexicon);

}  // namespace triptych::deck
