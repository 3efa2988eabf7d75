#pragma once

#include <string>
#include <vector>

/// Which editions of the book are made: selections of its pages, each with all files of its own.
namespace triptych {

/// By default the whole book and, beside it, each edition that it plans in its `triptych.yaml`.
struct EditionScope {
    /// One edition of the pages that some of these patterns name, instead of all others. A pattern
    /// is a path in the book's folder with or without `.md`, a folder, either with `*` (any text),
    /// `?` (one byte) or `[…]` (POSIX fnmatch), or the title of a part.
    std::vector<std::string> pages{};
    /// Of the editions that the book plans, those of these names; none: all of them.
    std::vector<std::string> names{};
    /// What a session needs: the booklet, the slides as PDF and PowerPoint, and the slides on
    /// sheets of A4, unless the request or the edition says otherwise.
    bool session = false;
};

}  // namespace triptych
