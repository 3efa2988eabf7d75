#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/tag.hpp"

/// What must be taken out of a page before CommonMark sees it: tags alone on their line would be
/// lazy continuations of the paragraph above, and a formula's `_` would be emphasis. Each is
/// replaced by a placeholder that the block or inline parser hands on untouched.
namespace triptych::gitbook {

struct Formula {
    std::string tex;
    std::string source;  ///< as written, with its dollar signs
    Span span;
};

struct ScannedText {
    MappedText text;
    std::vector<Tag> tags;
    std::vector<Formula> formulas;
};

/// Scans `text`, all of `file`, from byte `begin` on, in time linear in its length. `variables` are
/// what `{{ name }}` may stand for; `set` tags of the text add to them.
ScannedText scan_tags(std::string_view text, FileId file, std::uint32_t begin,
                      const std::map<std::string, std::string>& variables,
                      Diagnostics& diagnostics);

}  // namespace triptych::gitbook
