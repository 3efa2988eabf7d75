#pragma once

#include <optional>
#include <string>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

/// How a file's bytes become the text that everything else reads and points into.
namespace triptych::gitbook {

/// Text fit to be parsed: valid UTF-8 in NFC, line feeds only, no byte order mark.
struct SourceText {
    std::string text;
    bool repaired = false;                    ///< malformed UTF-8 was replaced by U+FFFD
    std::optional<std::size_t> foreign = {};  ///< where the text is not UTF-8, but of Windows
};
SourceText source_text(std::string bytes);

/// Adds `source` to `sources` under `path`; reports where malformed UTF-8 was repaired.
FileId add_source(const std::string& path, SourceText source, Sources& sources,
                  Diagnostics& diagnostics);
/// The bytes of the file at `path`; nothing, and why, when it can't be read.
std::optional<std::string> read_bytes(const Files& files, const std::string& path,
                                      Diagnostics& diagnostics);
/// Reads `path` and adds it; nothing when it can't be read.
std::optional<FileId> add_source(const Files& files, const std::string& path, Sources& sources,
                                 Diagnostics& diagnostics);

}  // namespace triptych::gitbook
