#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "epub/fonts.hpp"
#include "markup/writer.hpp"

namespace triptych::epub {

using markup::element;
using markup::text_element;

/// How words are spoken, in the folder of the package.
inline constexpr std::string_view lexicon_name = "lexicon.pls";

/// A document of the spine and what the package has to say about it.
struct WrittenDocument {
    std::string xhtml;
    bool has_formulas = false;
    std::vector<std::string> page_breaks;  ///< labels of the printed pages that begin in it
    TextUse text_use;                      ///< empty when no fonts are to be embedded
    Diagnostics diagnostics;
};

/// An empty document with `html`, `head` and `body`; returns the body. `root` is the way to the
/// folder of the package: `` or `../`.
pugi::xml_node start_document(pugi::xml_document& document, std::string_view title,
                              const doc::Metadata& metadata, std::string_view root);

}  // namespace triptych::epub
