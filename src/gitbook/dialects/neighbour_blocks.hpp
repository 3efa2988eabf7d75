#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gitbook/dialects/neighbour_marks.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// Which blocks of neighbouring dialects are open around a line, and GitBook's tags in their place.
namespace triptych::gitbook {

/// A block that is open.
struct OpenBlock {
    BlockMark mark;
    std::size_t column = 0;  ///< of its mark, counted from what is around it
    std::string indent;      ///< before its tags
    Span span;               ///< of its first line
};

/// A line without the marks of the blocks around it.
struct PeeledLine {
    std::size_t begin = 0;   ///< of what is left of it
    std::string kept;        ///< indentation that stood before a mark
    std::size_t blocks = 0;  ///< that it is part of; those behind end before it
};

class OpenBlocks {
public:
    OpenBlocks(const MappedText& source, MappedText& out) : source_(source), out_(out) {}

    /// The line from `begin` to `end`; it belongs to the first `whole` blocks even where its
    /// indentation does not say so, as lines of a listing do.
    PeeledLine peel(std::size_t begin, std::size_t end, std::size_t whole) const;
    /// Opens the block whose mark the line is that has left from `at` to `end`.
    void push(BlockMark mark, std::size_t at, std::size_t end);
    /// Ends all but the first `count` blocks before the byte at `at`.
    void close_to(std::size_t count, std::size_t at);
    /// How many blocks stay open behind `line`, an end of blocks; all when it ends none.
    std::size_t left_by(std::string_view line) const;
    /// Whether tabs between elements are open, of whose tags a line may hold several.
    bool are_tabs() const;
    /// Columns that all indented blocks add to a line.
    std::size_t indented() const;

    std::size_t size() const { return open_.size(); }
    const OpenBlock* innermost() const { return open_.empty() ? nullptr : &open_.back(); }
    const std::vector<OpenBlock>& all() const { return open_; }

private:
    void put(std::string_view bytes, std::size_t at) { out_.insert(bytes, source_.origin(at)); }
    void begin_line(std::size_t at) {
        if (!out_.text().empty() && !out_.text().ends_with('\n')) put("\n", at);
    }
    void put_title(const OpenBlock& block, std::size_t at, std::size_t end);

    const MappedText& source_;
    MappedText& out_;
    std::vector<OpenBlock> open_;
};

/// The text of a block of MkDocs stands so much further in than its mark.
inline constexpr std::size_t block_indentation = 4;

/// A value fit to stand between quotation marks in a tag, which shows no Markdown.
std::string as_value(std::string_view title);
/// Bytes of white space at the front of `line` that make up to `columns` columns.
std::size_t bytes_of(std::string_view line, std::size_t columns);
/// Columns of white space at the front of `line`; a tab counts as four.
std::size_t columns_of(std::string_view line);

}  // namespace triptych::gitbook
