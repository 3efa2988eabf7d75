#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// The name of a file for people, made of `title`: Latin letters as `text::file_slug` has them,
/// letters, marks and figures of other scripts as they are (NFC, lower case), all else single
/// hyphens; "document" when nothing is left; at most 60 characters and 180 bytes, cut between what
/// people take for characters. Windows, ZIP and web servers take such names; inside packages,
/// names are ASCII.
std::string file_title(std::string_view title);

}  // namespace triptych
