#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

namespace triptych::gitbook {

/// Text made for a parser out of a file's bytes, with the way back to their places in the file.
class MappedText {
public:
    explicit MappedText(FileId file) : file_(file) {}

    /// Appends bytes that stand at `origin` in the file.
    void copy(std::string_view bytes, std::uint32_t origin);
    /// Appends bytes that are not in the file and stand for what is at `origin`.
    void insert(std::string_view bytes, std::uint32_t origin);
    /// Appends bytes `begin` to `end` of another text, with their origins.
    void append(const MappedText& other, std::size_t begin, std::size_t end);

    std::string_view text() const { return text_; }
    FileId file() const { return file_; }
    /// Where the byte at `at` comes from. A place behind the end, which parsers give for bytes that
    /// they replaced by longer ones, counts as the end.
    std::uint32_t origin(std::size_t at) const;
    Span span(std::size_t begin, std::size_t end) const;

    /// Offset of the first byte of line `line` (from 1); the end of the text behind the last line.
    std::size_t line_begin(std::size_t line) const;
    /// The line without its line feed.
    std::string_view line(std::size_t line) const;

private:
    struct Piece {
        std::size_t begin;
        std::uint32_t origin;
        bool inserted;
    };
    void note_lines(std::string_view bytes);
    const Piece* piece_at(std::size_t at) const;

    FileId file_;
    std::string text_;
    std::vector<Piece> pieces_;
    std::vector<std::size_t> lines_{0};
};

}  // namespace triptych::gitbook
