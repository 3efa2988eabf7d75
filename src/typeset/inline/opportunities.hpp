#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "typeset/inline/itemize.hpp"

/// Where a word may be broken.
namespace triptych::typeset {

/// Cost of a break that parts a phrase of Japanese or a word of Chinese which is rather kept whole.
inline constexpr std::int32_t phrase_penalty = 600;

/// A place in the text where a line may end inside a word.
struct Opportunity {
    enum class Sign : std::uint8_t {
        none,      ///< nothing is printed
        hyphen,    ///< a hyphen is printed
        standing,  ///< the text's own hyphen ends the line
    };
    std::uint32_t offset = 0;
    std::int32_t penalty = 0;
    Sign sign{};
};

/// A part of a word in one passage.
struct WordPart {
    std::uint32_t begin = 0, end = 0;
    const Look* look = nullptr;
    Place place = Place::inside;  ///< of the word in its sentence
};

/// What breaks are looked for: first only those that nobody minds.
enum class BreakEffort : std::uint8_t { plain, hyphens };

/// Finds the breaks in the words of one text, asked for from its start to its end.
class Opportunities {
public:
    /// Asks for the script's breaks, unless the text has them already.
    Opportunities(const StyledText& text, BreakEffort effort);
    /// Replaces `found` by the breaks inside `part`, and at its start if that is inside a word, in
    /// order.
    void find(const WordPart& part, std::vector<Opportunity>& found);

private:
    void add_in_word(const WordPart& part, bool parted, std::vector<Opportunity>& found);
    void add_explicit(const WordPart& part, std::vector<Opportunity>& found) const;
    void add_technical(const WordPart& part, std::vector<Opportunity>& found) const;
    void add_patterns(const WordPart& part, std::vector<Opportunity>& found);
    void add_marks(const WordPart& part, std::vector<Opportunity>& found) const;
    bool has_soft_hyphen(const WordPart& part);
    void add_script_breaks(const WordPart& part, std::vector<Opportunity>& found);

    const StyledText& text_;
    BreakEffort effort_;
    std::size_t next_mark_ = 0;
    std::vector<ScriptBreak> own_breaks_;
    std::span<const ScriptBreak> script_breaks_;
    std::size_t next_script_break_ = 0;
    std::vector<std::uint32_t> points_;
};

/// Whether breaks tell phrases of Japanese or words of Chinese apart: where the text is in one of
/// these languages and their scripts.
bool has_phrases(const StyledText& text);

/// Breaks of UAX 14 and of dictionaries, only where scripts need them.
std::vector<ScriptBreak> find_script_breaks(const StyledText& text);

/// The place behind `word`: one that ends in a full stop or the like is followed by a sentence.
Place place_behind(std::string_view word, Place place);

/// The code point in front of `at`, or 0 at the start.
char32_t code_point_before(std::string_view text, std::size_t at);
/// The code point at `at`, or 0 at the end.
char32_t code_point_at(std::string_view text, std::size_t at);

}  // namespace triptych::typeset
