#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/diagnostics.hpp>

/// What each output did not show as the author wrote it (RGAA 13.4: alternative versions say the
/// same).
namespace triptych {

/// What became of a piece of the author's content in one output.
enum class Fate : std::uint8_t { shortened, moved_to_notes, replaced, left_out };

/// `shortened`, `moved-to-notes`, `replaced` or `left-out`.
std::string_view name(Fate fate);
/// What people call it.
std::string word_for(Fate fate, MessageLanguage language);

/// One piece of content and its fate.
struct ParityEntry {
    Span span;
    Fate fate{};
    Message what;  ///< the piece in a few words: "paragraph", "video", "cover picture" …

    friend bool operator==(const ParityEntry&, const ParityEntry&) = default;
};

/// The entries of one output, in the order of the source once `sort`ed. A plain value: every
/// output has its own, nothing is shared. So many are kept, with so much text; the number of the
/// others is known.
class Parity {
public:
    static constexpr std::size_t most_entries = 20'000;
    static constexpr std::size_t longest_text = 600;  ///< bytes

    /// `output` names the output: "booklet", "sheets" (the booklet to print and fold), "epub",
    /// "slides", "pptx", "html".
    explicit Parity(std::string output) : output_(std::move(output)) {}

    void note(Span span, Fate fate, Message what);
    /// Appends all entries of `other` behind what is here.
    void append(Parity other);
    /// Orders by file and place and removes exact repetitions.
    void sort();

    const std::string& output() const { return output_; }
    const std::vector<ParityEntry>& entries() const { return entries_; }
    /// How many there were beyond those that are kept.
    std::size_t left_out() const { return left_out_; }

private:
    std::string output_;
    std::vector<ParityEntry> entries_;
    std::size_t left_out_ = 0;
};

/// One line an entry, `output: file:line:column: fate: what`, and a line of totals for every
/// output; an output with no entry says that it shows everything.
std::string to_text(const std::vector<Parity>& outputs, const Sources& sources,
                    MessageLanguage language = MessageLanguage::english);
/// A JSON object: output name to array of {file, line, column, fate, what}.
std::string to_json(const std::vector<Parity>& outputs, const Sources& sources,
                    MessageLanguage language = MessageLanguage::english);

}  // namespace triptych
