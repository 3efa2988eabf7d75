#pragma once

#include <string>
#include <string_view>

#include "doc/model.hpp"

namespace triptych::doc {

/// Orthotypography of the book's language, done once on the model so that all outputs agree: in
/// French, narrow and full no-break spaces before `: ; ? ! » %`, guillemets for straight quotes,
/// curly apostrophes, ellipses, dashes between words, no break after `n°`, `p.`, `M.` and the like.
/// Code, addresses and formulas are never touched. Source: Imprimerie nationale, "Lexique des
/// règles typographiques".
void apply_typography(Book& book);
/// The same for one text, given what stands before it in its paragraph (for quotes that span
/// nodes).
std::string french_text(std::string_view text, char32_t before);

}  // namespace triptych::doc
