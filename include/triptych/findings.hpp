#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

/// Findings as people and their tools are told of them: judged by the book, freed of those that
/// are known already, and those with one cause told in one.
namespace triptych {

/// What a book makes of kinds of findings (`findings:` in `triptych.yaml`): another severity, or
/// nothing for kinds that are not to be told.
using Judgement = std::map<Kind, std::optional<Severity>>;

/// Findings of one kind that come from one cause.
struct Finding {
    Kind kind{};
    Severity severity{};
    Message message;
    Message hint;
    std::vector<Span> places;  ///< at least one, in order; the first may be no place
    /// The messages that the cause stands for, when there are several; as many as `count`.
    std::vector<Message> particulars{};

    /// What is counted: particulars, or else places.
    std::size_t count() const { return particulars.empty() ? places.size() : particulars.size(); }
};

/// All findings, in the order of their first places.
struct Findings {
    std::vector<Finding> all;
    /// How many findings of a kind there were beyond those that are kept.
    std::map<Kind, std::size_t> left_out;
    std::size_t silenced = 0;  ///< by the book
    std::size_t accepted = 0;  ///< by a baseline
    std::size_t gone = 0;      ///< that the baseline accepts and that are not there any more
};

/// Judges and folds findings. `severity` of a kind stands where the book says nothing.
Findings fold(const Diagnostics& diagnostics, const Judgement& judgement);

/// Today's findings as a file that accepts them: JSON, sorted, without the numbers of lines, so
/// that findings that move are still known. Errors are never accepted.
std::string baseline_of(const Diagnostics& diagnostics, const Sources& sources);

/// Findings held against a baseline.
struct Compared {
    Diagnostics fresh;         ///< what it does not accept
    std::size_t accepted = 0;  ///< findings
    std::size_t gone = 0;      ///< what it accepts and is no longer found
};
/// Nothing when `baseline` is no such file.
std::optional<Compared> compare(const Diagnostics& diagnostics, const Sources& sources,
                                std::string_view baseline);

/// Forms in which findings are told.
enum class FindingsFormat : std::uint8_t {
    text,    ///< like a compiler's
    json,    ///< an array of objects, one a cause
    sarif,   ///< SARIF 2.1.0 (OASIS), a result for each place
    github,  ///< commands that a workflow of GitHub shows beside the source
    gitlab,  ///< a report of code quality for GitLab (Code Climate's form), an entry for each place
};

/// How they are told.
struct Telling {
    FindingsFormat format{};
    /// Whether text shows every note with its source, and all places; else one line a kind of note.
    bool verbose = false;
    std::string book{};  ///< path of the book, for forms in which every finding has a place
    /// Of messages and hints in all forms. What tools go by is the same in every language: kinds,
    /// names of severities, fingerprints.
    MessageLanguage language{};
};

/// How many errors, warnings and notes there are, and what became of others, in a line.
std::string totals_of(const Findings& findings,
                      MessageLanguage language = MessageLanguage::english);

/// Findings as a table of kinds, the most serious first, and a line of totals.
std::string summary_of(const Findings& findings,
                       MessageLanguage language = MessageLanguage::english);

/// Empty when there is nothing to say in text; the other forms always have a frame.
std::string tell(const Findings& findings, const Sources& sources, const Telling& telling);

}  // namespace triptych
