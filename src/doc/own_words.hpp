#pragma once

#include <string>
#include <string_view>

#include "base/words.hpp"
#include "doc/model.hpp"

namespace triptych::doc {

/// Words of the program in a text in `language` (BCP 47): a passage in another language where it
/// has none in that one.
Inlines own_words(std::string words, std::string_view language, Span span = {});
Inlines own_words(Word word, std::string_view language, Span span = {});

/// What stands in the place of a picture that is not in the book: "Image manquante : plan.png".
Inlines words_for(const MissingPicture& missing, std::string_view language);

}  // namespace triptych::doc
