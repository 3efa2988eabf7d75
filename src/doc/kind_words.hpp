#pragma once

#include <string>
#include <string_view>

#include "base/words.hpp"
#include "doc/model.hpp"

namespace triptych::doc {

/// The word that names a link card's kind to people, in every output.
Word word_of(LinkCardKind kind);

/// Kind and provider of a link card, for the line under its title; no provider that the title
/// names.
std::string detail_words(const LinkCard& card, std::string_view language);
/// Where the card leads, if it has a title and neither that nor the detail says it; else null.
const Url* unsaid_address(const LinkCard& card);

}  // namespace triptych::doc
