#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Languages by the names that authors give them.
namespace triptych::syntax {

/// Whether all lines are code, or only those behind a prompt: `$ ls`, then what it prints.
enum class Lines : std::uint8_t { code, session };

struct Language {
    std::string_view name;     ///< as authors write it, in lower case; also an ending of file names
    const char* grammar = "";  ///< as KSyntaxHighlighting calls it
    Lines lines{};
};

/// Sorted by name.
std::span<const Language> languages();

/// The language of a listing: by the name written, in any case; where none is written, by the title
/// if that is a file's name (`src/demarche.py`, `Dockerfile`). Never by the code itself.
std::optional<Language> language_of(std::string_view written, std::string_view title);

}  // namespace triptych::syntax
