#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/files.hpp>

/// Hyphenation by the pattern files of libhyphen.
namespace triptych::typeset {

/// The patterns of one language. Safe to use from several threads.
class Patterns {
public:
    /// Reads the text of a `hyph_*.dic` file; without any pattern when it can't be read.
    explicit Patterns(const std::string& dictionary);
    ~Patterns();
    Patterns(const Patterns&) = delete;
    Patterns& operator=(const Patterns&) = delete;

    /// Appends the places where `word` may be parted, as offsets in bytes from its start: at least
    /// two letters before and three behind. The word is one run of letters, in any case.
    void append_points(std::string_view word, std::vector<std::uint32_t>& points) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The pattern files of a folder, each loaded when it is first asked for. Safe to use from several
/// threads.
class Hyphenation {
public:
    /// The patterns for a BCP 47 language, or null: of the language and region, else of the
    /// language, else the first file of the language.
    const Patterns* patterns(const Files& folder, std::string_view language);

private:
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Patterns>, std::less<>> loaded_;
};

/// Whether words of a BCP 47 language are divided with hyphens at the ends of lines.
bool is_hyphenated(std::string_view language);

/// Whether text in a BCP 47 language is set as well as it can be: `folder` has patterns for it, or
/// it is not divided with hyphens at all.
bool can_hyphenate(const Files& folder, std::string_view language);

/// Whether a run of letters may be parted at all: not when it holds two capitals, and when it
/// starts with a capital only at the start of a sentence, since it may be a name.
enum class Place : std::uint8_t { sentence_start, inside };
bool may_hyphenate(std::string_view letters, Place place);

}  // namespace triptych::typeset
