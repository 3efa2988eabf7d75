#pragma once

#include <functional>

#include <triptych/syntax.hpp>

#include "doc/model.hpp"

/// What the parts of code mean, said on the model so that all outputs agree.
namespace triptych::syntax {

/// Loads the module that knows the grammars; null where it is not there.
using Loader = std::function<TriptychSyntax()>;

/// Listings of more bytes or lines are left plain.
inline constexpr std::size_t largest_listing = std::size_t{64} << 10, most_lines = 2000;

/// Fills in `doc::CodeBlock::parts` of every listing in a language known by its name, none is
/// guessed. The module is loaded for the first such listing only; without it all code stays plain.
void highlight(doc::Book& book, const Loader& load);

}  // namespace triptych::syntax
