#pragma once

#include <string_view>

namespace triptych {

/// What a character is written for, in words: "Japanese", "Devanagari", "these signs". Characters
/// that several languages of East Asia share count as `language`'s (BCP 47) where it is one of
/// them.
std::string_view script_words(char32_t character, std::string_view language);

}  // namespace triptych
