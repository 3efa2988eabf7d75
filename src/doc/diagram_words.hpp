#pragma once

#include <cstdint>
#include <string_view>

namespace triptych::doc {

/// What a diagram is described with. `{}` takes a name, a number, or a list of names.
enum class DiagramWord : std::uint8_t {
    element,   ///< over a diagram of one, with its number …
    elements,  ///< … and over one of several
    leads_to,
    leads_both_ways,
    is_linked,
    further,   ///< behind one of the three before: another place that the same one leads to
    messages,  ///< before those who talk in a sequence
    message,   ///< who says it, and to whom
    again,     ///< of parts of a sequence, as are the others up to `note`
    either,
    or_else,
    possibly,
    same_time,
    meanwhile,
    without_fail,
    in_the_case,
    ending_here,
    together,
    note,
    and_more,  ///< how many are left out
    sentence,  ///< what ends one, with the space behind it
    count_,
};

/// `word` in the language of the tag `language` (BCP 47); English where no translation is known.
std::string_view diagram_word(std::string_view language, DiagramWord word);

}  // namespace triptych::doc
