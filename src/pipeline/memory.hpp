#pragma once

#include <memory>
#include <string>

#include <triptych/build_memory.hpp>
#include <triptych/files.hpp>

#include "font/library.hpp"
#include "syntax/marked_listings.hpp"
#include "typeset/context.hpp"

namespace triptych {

struct BuildMemory::State {
    /// What `fonts` are read from and which they are; words belong to them.
    std::shared_ptr<const Files> data;
    std::string faces;
    std::shared_ptr<const font::Library> fonts;
    std::shared_ptr<typeset::InlineCache> words;
    syntax::MarkedListings listings;
    /// The cover of the e-book: its page in words, and what that was drawn as.
    std::string cover_page, cover_file;
};

}  // namespace triptych
