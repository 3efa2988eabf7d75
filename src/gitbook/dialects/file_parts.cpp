#include "gitbook/dialects/file_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_digit(c); });
}

std::size_t number(std::string_view text, std::size_t otherwise) {
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct AnchorMarks {
    std::string_view begin, end;
};
constexpr std::array anchor_marks{AnchorMarks{"ANCHOR:", "ANCHOR_END:"},
                                  AnchorMarks{"[start:", "[end:"},
                                  AnchorMarks{"#region", "#endregion"}};

/// The name behind `mark` in `line`; "" when there is none.
std::string_view name_behind(std::string_view line, std::string_view mark) {
    const std::size_t at = line.find(mark);
    if (at == line.npos) return {};
    const std::string_view rest = text::trim(line.substr(at + mark.size()));
    return rest.substr(0, rest.find_first_of(" \t]*/"));
}

}  // namespace

bool is_anchor_line(std::string_view line) {
    return line.find("ANCHOR:") != line.npos || line.find("ANCHOR_END:") != line.npos ||
           line.find("--8<-- [") != line.npos;
}

FileParts::FileParts(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t next = std::min(end + 1, text.size());
        const std::string_view line = text.substr(at, end - at);
        lines_.push_back(at);
        for (const AnchorMarks& marks : anchor_marks) {
            if (const auto name = name_behind(line, marks.end); !name.empty()) {
                const auto open = anchors_.find(name);
                if (open != anchors_.end() && open->second.second == std::string_view::npos)
                    open->second.second = at;
            } else if (const auto begun = name_behind(line, marks.begin); !begun.empty()) {
                anchors_.try_emplace(std::string(begun), next, std::string_view::npos);
            }
        }
        at = next;
    }
}

std::optional<std::string_view> FileParts::find(std::string_view text,
                                                std::string_view part) const {
    if (part.empty()) return text;
    const std::size_t colon = part.find(':');
    const std::string_view first = part.substr(0, colon);
    if (!first.empty() && !is_number(first)) {
        const auto anchor = anchors_.find(part);
        if (anchor == anchors_.end()) return std::nullopt;
        const std::size_t end = std::min(anchor->second.second, text.size());
        return text.substr(anchor->second.first, end - anchor->second.first);
    }
    const std::string_view last = colon == part.npos ? first : part.substr(colon + 1);
    if (!last.empty() && !is_number(last)) return std::nullopt;
    const auto begin_of = [&](std::size_t line) {
        return line <= lines_.size() ? lines_[line - 1] : text.size();
    };
    const std::size_t from = std::max<std::size_t>(number(first, 1), 1);
    const std::size_t to = last.empty() ? lines_.size() : number(last, 0);
    const std::size_t begin = begin_of(from);
    const std::size_t end = to < from ? begin : begin_of(std::min(to, lines_.size()) + 1);
    if (begin >= text.size() || end <= begin) return std::nullopt;
    return text.substr(begin, end - begin);
}

}  // namespace triptych::gitbook
