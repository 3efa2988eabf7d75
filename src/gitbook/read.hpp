#pragma once

#include <functional>
#include <optional>
#include <string>

#include <triptych/changes.hpp>
#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>
#include <triptych/selection.hpp>

#include "doc/model.hpp"

namespace triptych::gitbook {

struct Options {
    std::string page{};  ///< read this one Markdown file only; empty: the whole book
    unsigned jobs = 0;   ///< threads
    Selection selection{};
    /// Called with the blocks of each page and of its notes as soon as they are read, by several
    /// threads at once; they stay where they are until the last page is read. May be empty.
    std::function<void(doc::Blocks&)> page_read{};
};

/// A GitBook folder as one book: SUMMARY or a folder of Markdown, front matter, `triptych.yaml`,
/// links resolved and typed, typography applied. Nothing only when the source can't be read at all;
/// every wart is reported. `changes`, when given, receives all that was normalised.
std::optional<doc::Book> read(const Files& files, const Options& options, Sources& sources,
                              Diagnostics& diagnostics, Changes* changes = nullptr);

}  // namespace triptych::gitbook
