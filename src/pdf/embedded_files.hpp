#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/attached_file.hpp"
#include "pdf/object/document.hpp"
#include "pdf/structure/tree.hpp"

namespace triptych::pdf {

/// The files inside of a document.
struct EmbeddedFiles {
    std::map<std::string, object::Ref> by_name;
    std::vector<object::Ref> of_document;  ///< those that concern all of it
    TreeFiles of_tree;

    /// The name tree in which readers find them; nothing without files.
    std::optional<object::Ref> write_names(object::Document& document) const;
};

/// Writes `files`, a lexicon if there is one, and what elements of the structure have beside what
/// is drawn of them.
EmbeddedFiles embed_files(object::Document& document, const pages::Pages& pages,
                          const Structure& structure, const std::vector<AttachedFile>& files,
                          const std::string& lexicon);

}  // namespace triptych::pdf
