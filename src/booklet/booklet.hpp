#pragma once

#include <optional>

#include "doc/model.hpp"
#include "pages/pages.hpp"
#include "typeset/context.hpp"

namespace triptych::booklet {

struct Options {
    std::optional<std::int64_t> date;  ///< seconds since 1970
};

/// The printed booklet: cover, contents, chapters, running heads and folios, everything tagged.
/// Chapters are set side by side on all cores; page numbers in the contents and in "(p. 12)"
/// converge in a bounded number of passes.
pages::Pages compose(const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics);

/// The cover alone, for outputs that show a picture of it, whether or not the booklet has one.
pages::Page compose_cover(const doc::Book& book, const typeset::Resources& resources);

}  // namespace triptych::booklet
