#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/typography/passage.hpp"

/// The rules, one function each. They are called in the order of this file, by `set_passage`.
namespace triptych::doc::typography {

/// Whose habits a text follows.
enum class Conventions : std::uint8_t { french, english, other };
/// By the primary subtag of a BCP 47 tag.
Conventions conventions_of(std::string_view language);

/// Applies all rules of `conventions`. `raisable[n]` says whether node n may hold raised letters.
void set_passage(Passage& passage, Conventions conventions, const std::vector<bool>& raisable);

/// Locks addresses, e-mail, paths, file names, identifiers, `key="value"` and `:shortcodes:`.
void lock_addresses(Passage& passage);
/// Three full stops become one ellipsis.
void set_ellipses(Passage& passage);
/// Two hyphens between words become an en dash.
void set_dashes(Passage& passage);
/// Straight single quotes become apostrophes, or single quotation marks where they come in pairs.
void set_apostrophes(Passage& passage, Conventions conventions);
/// Straight double quotes that come in pairs become the language's quotation marks: in French
/// guillemets, “ ” inside others.
void set_quotation_marks(Passage& passage, Conventions conventions);
/// A narrow no-break space inside guillemets.
void space_guillemets(Passage& passage);
/// A narrow no-break space before `; ! ?`, a no-break space before `:`.
void space_high_marks(Passage& passage);
/// No-break spaces between a number and its unit; in French also before `%` and `€`.
void join_units(Passage& passage);
/// No break in digit groups, telephone numbers and dates.
void join_numbers(Passage& passage);
/// No break after `n°`, `p.`, `art.`, `M.`, `Mme` and the like.
void join_abbreviations(Passage& passage);
/// `1er`, `2e`, `XIXe`: the ending is raised; `2ème` becomes `2e`.
void raise_ordinals(Passage& passage, const std::vector<bool>& raisable);

}  // namespace triptych::doc::typography
