#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/changes.hpp>

#include "base/parallel.hpp"
#include "doc/model.hpp"

namespace triptych::doc {

/// Orthotypography of the book's language, done once on the model so that all outputs agree: in
/// French, narrow and full no-break spaces before `: ; ? ! » %`, guillemets for straight quotes,
/// curly apostrophes, ellipses, dashes between words, raised ordinals, no break after `n°`, `p.`,
/// `M.` and the like. Languages in the table of `typography/conventions.hpp` get their own
/// quotation marks, dashes, units, dates and abbreviations; others apostrophes and ellipses. Code,
/// addresses and formulas are never touched; what is set already stays as it is. Source: Imprimerie
/// nationale, "Lexique des règles typographiques". `changes`, when given, receives every change in
/// reading order. Pages are set side by side.
void apply_typography(Book& book, std::vector<Change>* changes = nullptr,
                      Threads& threads = calling_thread());

/// The same for one plain text in the language given (BCP 47); ordinals are not raised.
std::string set_text(std::string_view text, std::string_view language);

}  // namespace triptych::doc
