#pragma once

#include <string>
#include <vector>

#include <triptych/settings.hpp>

#include "cli/option_table.hpp"

namespace triptych::cli {

/// What a book says under `build:` as words of the command line.
struct BookDefaults {
    struct Word {
        std::string option, value;  ///< "detail", "full"; no value for a flag
        std::size_t line = 0;       ///< in `triptych.yaml`
    };
    std::vector<Word> words;
    std::vector<Diagnostic> problems;  ///< places are bytes of `Settings::text`, file 0

    std::vector<std::string> as_words() const;
};

/// The options of `build` that a book may give values to.
std::vector<OptionRow> options_for_books(const ProgramTable& table);

/// Those that go with what was typed, which wins; options that the command does not have are left
/// out. A book comes from anywhere, so it can't name places of this computer.
BookDefaults defaults_of(const Settings& settings, const std::vector<std::string>& typed);

/// `typed` with the book's words behind it.
std::vector<std::string> with_defaults(std::vector<std::string> typed,
                                       const BookDefaults& defaults);

}  // namespace triptych::cli
