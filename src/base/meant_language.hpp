#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// The language tag (BCP 47) that `written` is or means: "fr" for "fr", "FR", "french", "français"
/// and "fra"; "fr-CA" for "fr_CA.UTF-8"; "ja" for "jp". Its parts are in the usual case. Empty when
/// no language is known by that name.
std::string meant_language(std::string_view written);

/// Whether `written` is that tag already, whatever the case of its letters.
bool is_written_as_tag(std::string_view written);

}  // namespace triptych
