#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <triptych/message.hpp>

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
/// The kind with this slug; nothing when there is none.
std::optional<Kind> kind_named(std::string_view slug);
Severity severity(Kind kind);
/// `note`, `warning` or `error`: the same in every language, for tools.
std::string_view name(Severity severity);
/// What people call it.
std::string word_for(Severity severity, MessageLanguage language);
/// All kinds, in the order of their definition.
const std::vector<Kind>& all_kinds();

/// A place as people and editors count it: line and column from 1, column in code points. The
/// strings belong to the `Sources` that gave it.
struct Location {
    std::string_view file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string_view source_line;  ///< the whole line, without its end
    std::size_t offset = 0;        ///< of the place in `source_line`, in bytes
};

/// The text of every file read, so that a span can be shown as file, line and column.
class Sources {
public:
    /// Adds a file and returns its id; ids count up from 0. `text` is kept.
    FileId add(std::string name, std::string text);
    std::string_view name(FileId file) const;
    /// From now on `locate` calls a file what `called` makes of its name, for example its path from
    /// where the program was started.
    void call_files(const std::function<std::string(std::string_view name)>& called);
    std::string_view called(FileId file) const;
    std::string_view text(FileId file) const;
    /// Location of `span.begin`; an empty file name when the span has no place. Takes the same time
    /// in a long line as in a short one.
    Location locate(Span span) const;

private:
    struct File {
        std::string name, called;
        std::string text;
        std::vector<std::uint32_t> line_starts;
        std::vector<std::uint32_t> milestones;  ///< code points before every 1024th byte
    };
    std::deque<File> files_;
};

struct Diagnostic {
    Kind kind{};
    Span span;
    Message message;  ///< one sentence, no final stop
    Message hint;     ///< what to do about it; may be empty
    /// What many findings come from, when the message names just one of them: they are told
    /// together, by it and their number. Of those with one message only the one that stands first
    /// in the sources is kept. May be empty.
    Message cause{};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Findings in the order they were made. Not shared between threads: each task has its own, joined
/// in order. Of each kind so many are kept, with so much text; of the others their number is known.
class Diagnostics {
public:
    static constexpr std::size_t most_of_a_kind = 10'000;
    static constexpr std::size_t longest_text = 600;  ///< bytes of a message, a hint or a cause

    void report(Kind kind, Span span, Message message, Message hint = {});
    void report(Diagnostic finding);
    /// Reports all of `other` behind what is here.
    void append(Diagnostics other);
    const std::vector<Diagnostic>& all() const { return all_; }
    /// How many different findings of `kind` there were beyond those that are kept.
    std::size_t left_out(Kind kind) const;
    bool has_errors() const;
    /// Sorts by file, place and kind, and removes exact repetitions.
    void sort_and_deduplicate();

private:
    static constexpr std::size_t kinds =
#define TRIPTYCH_KIND(name, slug, severity) 1 +
#include <triptych/diagnostic_kinds.def>
#undef TRIPTYCH_KIND
        0;
    /// What came of a kind when as many as may be are kept.
    struct Overflow {
        std::unordered_set<std::uint64_t> kept, more;  ///< hashes of findings
    };
    Overflow& overflow_of(Kind kind);
    bool is_told(const Diagnostic& finding);

    std::vector<Diagnostic> all_;
    /// Where in `all_` what has a cause stands, by its kind and message.
    std::unordered_map<std::string, std::size_t> told_;
    std::array<std::uint32_t, kinds> count_{};
    std::vector<std::pair<Kind, Overflow>> overflow_;
};

/// Compiler-style text: `file:line:column: severity[slug]: message`, the source line, a caret, a
/// hint.
std::string to_text(const Diagnostic& diagnostic, const Sources& sources,
                    MessageLanguage language = MessageLanguage::english);

}  // namespace triptych
