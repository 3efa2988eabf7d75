#pragma once

#include <vector>

#include "doc/typography/conventions.hpp"
#include "doc/typography/passage.hpp"

/// The rules, one function each. They are called in the order of this file, by `set_passage`.
namespace triptych::doc::typography {

/// Applies all rules of `conventions`. `raisable[n]` says whether node n may hold raised letters.
void set_passage(Passage& passage, const Conventions& conventions,
                 const std::vector<bool>& raisable);

/// Locks addresses, e-mail, paths, file names, identifiers, `key="value"` and `:shortcodes:`.
void lock_addresses(Passage& passage);
/// Three full stops become one ellipsis.
void set_ellipses(Passage& passage);
/// Two hyphens between words become the language's dash, three an em dash.
void set_dashes(Passage& passage, const Conventions& conventions);
/// Straight single quotes become apostrophes, or single quotation marks where they come in pairs.
void set_apostrophes(Passage& passage, const Conventions& conventions);
/// Straight double quotes that come in pairs become the language's quotation marks: in French
/// guillemets, “ ” inside others.
void set_quotation_marks(Passage& passage, const Conventions& conventions);
/// A narrow no-break space inside guillemets.
void space_guillemets(Passage& passage);
/// A narrow no-break space before `; ! ?`, a no-break space before `:`.
void space_high_marks(Passage& passage);
/// No-break spaces between a number and its unit; before `%`, `€` and `°C` where the language has
/// one.
void join_units(Passage& passage, const Conventions& conventions);
/// No break in digit groups, telephone numbers and dates.
void join_numbers(Passage& passage, const Conventions& conventions);
/// No break after `n°`, `p.`, `art.`, `M.`, `Mme` and the like, nor inside "z. B."; in French a
/// space where `n°5` has none.
void join_abbreviations(Passage& passage, const Conventions& conventions);
/// No break after words of one letter, such as Polish `w` and `z`.
void join_small_words(Passage& passage, const Conventions& conventions);
/// `1er`, `2e`, `XIXe`: the ending is raised; `2ème` becomes `2e`.
void raise_ordinals(Passage& passage, const std::vector<bool>& raisable);

}  // namespace triptych::doc::typography
