#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What triptych has to say about its input: every finding has a kind, a place, a wording and a
/// hint.
namespace triptych {

/// A source file known to a `Sources` table.
enum class FileId : std::uint32_t { none = 0xFFFFFFFF };

/// A half-open range of bytes in one source file. `FileId::none` means "no place".
struct Span {
    FileId file = FileId::none;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class Severity : std::uint8_t { note, warning, error };

/// Every kind of finding, listed once in `diagnostic_kinds.def` with severity and slug.
enum class Kind : std::uint8_t {
#define TRIPTYCH_KIND(name, slug, severity) name,
#include <triptych/diagnostic_kinds.def>
#undef TRIPTYCH_KIND
};

/// The stable public name of a kind, for example `broken-link`.
std::string_view slug(Kind kind);
Severity severity(Kind kind);
/// `note`, `warning` or `error`.
std::string_view name(Severity severity);
/// All kinds, in the order of their definition.
const std::vector<Kind>& all_kinds();

/// A place as people and editors count it: line and column from 1, column in code points.
struct Location {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string source_line;  ///< the whole line, without its end
};

/// The text of every file read, so that a span can be shown as file, line and column.
class Sources {
public:
    /// Adds a file and returns its id; ids count up from 0. `text` is kept.
    FileId add(std::string name, std::string text);
    std::string_view name(FileId file) const;
    std::string_view text(FileId file) const;
    /// Location of `span.begin`; an empty file name when the span has no place.
    Location locate(Span span) const;

private:
    struct File {
        std::string name;
        std::string text;
        std::vector<std::uint32_t> line_starts;
    };
    std::vector<File> files_;
};

struct Diagnostic {
    Kind kind{};
    Span span;
    std::string message;  ///< one sentence in English, no final stop
    std::string hint;     ///< what to do about it; may be empty

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Findings in the order they were made. Not shared between threads: each task has its own, joined
/// in order.
class Diagnostics {
public:
    void report(Kind kind, Span span, std::string message, std::string hint = {});
    /// Appends all of `other` behind what is here.
    void append(Diagnostics other);
    const std::vector<Diagnostic>& all() const { return all_; }
    bool has_errors() const;
    /// Sorts by file, place and kind, and removes exact repetitions.
    void sort_and_deduplicate();

private:
    std::vector<Diagnostic> all_;
};

/// Compiler-style text: `file:line:column: severity[slug]: message`, the source line, a caret, a
/// hint.
std::string to_text(const Diagnostic& diagnostic, const Sources& sources);
/// A JSON array of objects {file, line, column, severity, kind, message, hint}.
std::string to_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace triptych
