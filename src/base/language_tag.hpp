#pragma once

#include <string>
#include <string_view>

/// Tags of languages (BCP 47), for all who tell languages apart.
namespace triptych {

/// Whether `tag` names a language as RFC 3066 has it (ISO 14289-1 §7.2).
bool is_language_tag(std::string_view tag);

/// The language of `tag` without script and region, in lower case, in two letters where ISO 639
/// has two for it: "fr" of "fr-CA", "FR", "fr_FR" and "fra", "frr" of "frr". "" of no tag.
std::string primary_language(std::string_view tag);

/// Whether two tags are of one language: "fr" and "fr-CA" are.
bool same_language(std::string_view a, std::string_view b);
/// Whether `tag` is of a language that is written from right to left.
bool is_right_to_left(std::string_view tag);
/// Whether `tag` is of a language that is printed in the slanting hand of Urdu where its script is
/// Arabic.
bool takes_nastaliq(std::string_view tag);
bool is_french(std::string_view tag);
bool is_english(std::string_view tag);

}  // namespace triptych
