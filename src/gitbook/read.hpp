#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"

namespace triptych::gitbook {

/// What becomes of pages marked `hidden: true`.
enum class HiddenPages : std::uint8_t { leave_out, include };
/// What becomes of pages that the SUMMARY does not list.
enum class Orphans : std::uint8_t { leave_out, append };
/// What becomes of blocks shown to some visitors only.
enum class ConditionalBlocks : std::uint8_t { evaluate, show_all };

struct Options {
    std::string page{};  ///< read this one Markdown file only; empty: the whole book
    unsigned jobs = 0;   ///< threads
    HiddenPages hidden = HiddenPages::leave_out;
    Orphans orphans = Orphans::leave_out;
    ConditionalBlocks conditional = ConditionalBlocks::evaluate;
    /// Values by full name, for example `visitor.claims.beta`; they win over the book's own.
    std::map<std::string, std::string> variables{};
};

/// A GitBook folder as one book: SUMMARY or a folder of Markdown, front matter, `triptych.yaml`,
/// links resolved and typed, typography applied. Nothing only when the source can't be read at all;
/// every wart is reported.
std::optional<doc::Book> read(const Files& files, const Options& options, Sources& sources,
                              Diagnostics& diagnostics);

}  // namespace triptych::gitbook
