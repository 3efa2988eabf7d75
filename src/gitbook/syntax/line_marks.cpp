#include "gitbook/syntax/line_marks.hpp"

#include <algorithm>

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

std::size_t skip_white_space(std::string_view text, std::size_t at) {
    while (at < text.size() && ascii::is_space(text[at])) ++at;
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

std::size_t behind_line(std::string_view text, std::size_t at) {
    return std::min(end_of_line(text, at) + 1, text.size());
}

std::string_view line_at(std::string_view text, std::size_t at) {
    return at < text.size() ? text.substr(at, end_of_line(text, at) - at) : std::string_view();
}

std::size_t heading_level(std::string_view line) {
    constexpr std::size_t deepest = 6;
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    return signs <= deepest && line.substr(signs).starts_with(' ') ? signs : 0;
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

std::string fence_for(std::string_view code) {
    std::size_t longest = 2, run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

std::optional<LooseMark> loose_mark(std::string_view line, bool first) {
    constexpr std::string_view no_break = "\u00A0";
    constexpr std::size_t deepest_heading = 6, most_indent = 3;
    const std::size_t front = skip_spaces(line, 0);
    if (front == line.size()) return std::nullopt;
    const auto mark_up_to = [&](std::size_t end, std::size_t behind) {
        return LooseMark{std::string(line.substr(0, end)) + ' ', behind};
    };
    std::size_t end = front;
    if (line[front] == '#') {
        end = std::min(line.find_first_not_of('#', front), line.size());
        const std::size_t level = end - front;
        if (level > deepest_heading || front > most_indent || end == line.size())
            return std::nullopt;
        if (line.substr(end).starts_with(no_break)) return mark_up_to(end, end + no_break.size());
        const char next = line[end];
        const bool word = ascii::is_letter(static_cast<unsigned char>(next)) ||
                          (next & 0x80) != 0 || next == '*' || next == '<';
        const bool heading = level > 1 ? word || ascii::is_digit(next) : first && word;
        return heading ? std::optional(mark_up_to(end, end)) : std::nullopt;
    }
    if (line[front] == '-' || line[front] == '*' || line[front] == '+') {
        ++end;
    } else {
        while (end < line.size() && end - front < 3 && ascii::is_digit(line[end])) ++end;
        if (end == front || end == line.size() || (line[end] != '.' && line[end] != ')'))
            return std::nullopt;
        ++end;
    }
    return line.substr(end).starts_with(no_break)
               ? std::optional(mark_up_to(end, end + no_break.size()))
               : std::nullopt;
}

}  // namespace triptych::gitbook
