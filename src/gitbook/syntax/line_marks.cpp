#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

std::size_t run_of(std::string_view text, std::size_t at, char c) {
    std::size_t end = at;
    while (end < text.size() && text[end] == c) ++end;
    return end - at;
}

}  // namespace

std::size_t skip_spaces(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    return at;
}

std::size_t marker_length(std::string_view line, std::size_t at) {
    const auto ends = [&](std::size_t end) { return end == line.size() || line[end] == ' '; };
    if (line[at] == '>') return 1;
    if (line[at] == '-' || line[at] == '*' || line[at] == '+') return ends(at + 1) ? 1 : 0;
    std::size_t end = at;
    while (end < line.size() && end - at < 9 && line[end] >= '0' && line[end] <= '9') ++end;
    const bool delimited =
        end > at && end < line.size() && (line[end] == '.' || line[end] == ')') && ends(end + 1);
    return delimited ? end + 1 - at : 0;
}

std::optional<std::size_t> marker_too_deep(std::string_view line) {
    std::size_t at = skip_spaces(line, 0), markers = 0;
    while (at < line.size()) {
        const std::size_t marker = marker_length(line, at);
        if (marker == 0) break;
        if (++markers > deepest_markers) return at;
        at = skip_spaces(line, at + marker);
    }
    return std::nullopt;
}

std::optional<Fence> opened_fence(std::string_view line) {
    std::size_t at = skip_spaces(line, 0);
    for (std::size_t markers = 0; at < line.size() && markers < deepest_markers; ++markers) {
        const std::size_t marker = marker_length(line, at);
        if (marker == 0) break;
        at = skip_spaces(line, at + marker);
    }
    if (at >= line.size() || (line[at] != '`' && line[at] != '~')) return std::nullopt;
    const std::size_t length = run_of(line, at, line[at]);
    if (length < 3) return std::nullopt;
    if (line[at] == '`' && line.find('`', at + length) != std::string_view::npos)
        return std::nullopt;
    return Fence{line[at], length, at};
}

bool closes(std::string_view line, const Fence& fence) {
    std::size_t at = skip_spaces(line, 0);
    while (at < line.size() && line[at] == '>') at = skip_spaces(line, at + 1);
    const std::size_t length = run_of(line, at, fence.mark);
    return length >= fence.length && skip_spaces(line, at + length) == line.size();
}

}  // namespace triptych::gitbook
