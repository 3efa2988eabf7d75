#pragma once

#include <optional>

#include <triptych/changes.hpp>
#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"
#include "gitbook/book/options.hpp"

namespace triptych::gitbook {

/// A GitBook folder as one book: SUMMARY or a folder of Markdown, front matter, `triptych.yaml`,
/// links resolved and typed, typography applied. Nothing only when the source can't be read at all;
/// everything that is wrong with it is reported. `changes`, when given, receives all that was
/// normalised.
std::optional<doc::Book> read(const Files& files, const Options& options, Sources& sources,
                              Diagnostics& diagnostics, Changes* changes = nullptr);

}  // namespace triptych::gitbook
