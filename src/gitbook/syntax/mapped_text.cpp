#include "gitbook/syntax/mapped_text.hpp"

#include <algorithm>

namespace triptych::gitbook {

void MappedText::note_lines(std::string_view bytes) {
    const std::size_t base = text_.size();
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', at + 1))
        lines_.push_back(base + at + 1);
}

void MappedText::copy(std::string_view bytes, std::uint32_t origin) {
    if (bytes.empty()) return;
    const bool continues = !pieces_.empty() && !pieces_.back().inserted &&
                           pieces_.back().origin + (text_.size() - pieces_.back().begin) == origin;
    if (!continues) pieces_.push_back({text_.size(), origin, false});
    note_lines(bytes);
    text_.append(bytes);
}

void MappedText::insert(std::string_view bytes, std::uint32_t origin) {
    if (bytes.empty()) return;
    pieces_.push_back({text_.size(), origin, true});
    note_lines(bytes);
    text_.append(bytes);
}

void MappedText::append(const MappedText& other, std::size_t begin, std::size_t end) {
    end = std::min(end, other.text_.size());
    const Piece* piece = other.piece_at(begin);
    while (begin < end && piece != nullptr) {
        const Piece* next =
            piece + 1 == other.pieces_.data() + other.pieces_.size() ? nullptr : piece + 1;
        const std::size_t stop = next == nullptr ? end : std::min(end, next->begin);
        const std::string_view bytes = other.text().substr(begin, stop - begin);
        if (piece->inserted)
            insert(bytes, piece->origin);
        else
            copy(bytes, other.origin(begin));
        begin = stop;
        piece = next;
    }
}

const MappedText::Piece* MappedText::piece_at(std::size_t at) const {
    const auto after = std::upper_bound(
        pieces_.begin(), pieces_.end(), at,
        [](std::size_t offset, const Piece& piece) { return offset < piece.begin; });
    return after == pieces_.begin() ? nullptr : &*(after - 1);
}

std::uint32_t MappedText::origin(std::size_t at) const {
    at = std::min(at, text_.size());
    const Piece* piece = piece_at(at);
    if (piece == nullptr) return 0;
    return piece->inserted ? piece->origin
                           : piece->origin + static_cast<std::uint32_t>(at - piece->begin);
}

Span MappedText::span(std::size_t begin, std::size_t end) const {
    const std::uint32_t first = origin(begin);
    end = std::min(end, text_.size());
    if (end <= begin) return {file_, first, first};
    // The last byte's place, not the one behind it, which may come from elsewhere.
    const Piece* piece = piece_at(end - 1);
    const std::uint32_t last = origin(end - 1) + (piece == nullptr || piece->inserted ? 0 : 1);
    return {file_, first, std::max(first, last)};
}

std::size_t MappedText::line_begin(std::size_t line) const {
    return line == 0 ? 0 : line <= lines_.size() ? lines_[line - 1] : text_.size();
}

std::string_view MappedText::line(std::size_t line) const {
    const std::size_t begin = line_begin(line);
    std::size_t end = line_begin(line + 1);
    if (end > begin && text_[end - 1] == '\n') --end;
    return text().substr(begin, end - begin);
}

}  // namespace triptych::gitbook
