#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>

/// What the author may have meant by a misspelt name.
namespace triptych::spelling {

/// Levenshtein's distance: how many bytes must be added, removed or replaced to make `b` of `a`.
/// Costs the product of both lengths.
std::size_t distance(std::string_view a, std::string_view b);

/// The first of `names` with the smallest distance to `word`, if no more than a third of the word
/// (but two letters always) is wrong; "" when none is so near, and for words over 40 bytes.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names);

/// Asks whether the name that `nearest` gave is meant; where it gave none, `otherwise`.
Message suggestion(std::string_view near, Message otherwise = {});

}  // namespace triptych::spelling
