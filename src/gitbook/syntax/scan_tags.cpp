#include "gitbook/syntax/scan_tags.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/scan_line.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::ptrdiff_t widest_table = 500;
constexpr std::size_t longest_integration = 50'000;

/// Whether `line`, which begins with `tag`, ends with its end.
bool ends_with_end_of(const Tag& tag, std::string_view line) {
    line = text::trim(line);
    const std::size_t front = line.rfind("{%");
    if (front == 0 || front == line.npos || !line.ends_with("%}")) return false;
    const auto last = parse_tag(line.substr(front), tag.span.file, 0);
    return last && last->ends && last->name == tag.name;
}

class Scanner {
public:
    Scanner(std::string_view text, FileId file, const std::map<std::string, std::string>& variables,
            Diagnostics& diagnostics)
        : text_(text),
          result_{MappedText(file), {}, {}},
          variables_(variables),
          diagnostics_(diagnostics) {}

    ScannedText scan(std::size_t begin) {
        while (begin < text_.size()) begin = scan_line(begin);
        if (fence_ && fence_->indent == 0)
            diagnostics_.report(Kind::unclosed_tag, fence_span_, "code fence is never closed",
                                "close it with a line of the same marks");
        return std::move(result_);
    }

private:
    FileId file() const { return result_.text.file(); }
    static std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    void copy(std::size_t begin, std::size_t end) {
        result_.text.copy(slice(begin, end), offset(begin));
    }

    std::size_t scan_line(std::size_t begin);
    void scan_text_line(std::size_t begin, std::size_t end);
    bool take_whole_tag(std::size_t begin, std::size_t end);
    std::size_t take_integration(std::size_t begin);
    bool take_file_name(Tag& tag, std::size_t end);
    bool take_leading_tag(std::size_t& begin, std::size_t end);
    bool follows_opening(const Tag& end) const {
        return !result_.tags.empty() && !result_.tags.back().ends &&
               result_.tags.back().name == end.name;
    }
    std::optional<Tag> trailing_end_tag(std::size_t begin, std::size_t end) const;
    void put_tag(Tag tag, std::string_view indent);
    std::size_t take_formula_block(std::size_t begin, std::size_t end);
    void cap_columns(std::size_t begin, std::size_t end);
    std::size_t cap_markers(std::size_t begin, std::size_t end);
    bool previous_line_is_blank() const;

    std::string_view text_;
    ScannedText result_;
    std::map<std::string, std::string> variables_;
    Diagnostics& diagnostics_;
    std::optional<Fence> fence_;
    Span fence_span_;
    bool raw_ = false;
};

std::size_t Scanner::scan_line(std::size_t begin) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::size_t next = std::min(end + 1, text_.size());
    const std::string_view line = slice(begin, end);
    if (fence_) {
        if (closes(line, *fence_)) {
            fence_.reset();
            copy(begin, next);
        } else if (!take_whole_tag(begin, end)) {
            copy(begin, next);
        }
        return next;
    }
    if (!raw_)
        if (const std::size_t behind = take_integration(begin); behind != 0) return behind;
    if (take_whole_tag(begin, end)) return next;
    if (!raw_)
        if (const std::size_t behind = take_formula_block(begin, end); behind != 0) return behind;
    fence_ = opened_fence(line);
    if (fence_) {
        fence_span_ = {file(), offset(begin + fence_->indent),
                       offset(begin + fence_->indent + fence_->length)};
        copy(begin, next);
        return next;
    }
    scan_text_line(begin, end);
    if (end < text_.size()) copy(end, next);
    return next;
}

bool Scanner::previous_line_is_blank() const {
    const std::string_view fed = result_.text.text();
    return fed.empty() || fed == "\n" || fed.ends_with("\n\n");
}

void Scanner::put_tag(Tag tag, std::string_view indent) {
    const std::uint32_t origin = tag.span.begin;
    MappedText& fed = result_.text;
    if (!fed.text().empty() && !fed.text().ends_with('\n')) fed.insert("\n", origin);
    // An HTML island ends only at a blank line, so a tag right under it would be swallowed.
    tag.blank_before = indent.empty() && !previous_line_is_blank();
    if (tag.blank_before) fed.insert("\n", origin);
    std::string placeholder(indent);
    placeholder += tag_front;
    placeholder += std::to_string(result_.tags.size());
    placeholder += tag_back;
    placeholder += '\n';
    fed.insert(placeholder, origin);
    result_.tags.push_back(std::move(tag));
}

bool Scanner::take_whole_tag(std::size_t begin, std::size_t end) {
    const std::size_t front = begin + skip_spaces(slice(begin, end), 0);
    if (!slice(front, end).starts_with("{%")) return false;
    auto tag = parse_tag(slice(front, end), file(), offset(front));
    if (!tag) return false;
    if (tag->name == "filename" && !tag->ends && !fence_) return take_file_name(*tag, end);
    if (skip_spaces(slice(tag->span.end, end), 0) != end - tag->span.end) return false;
    if (raw_ && !(tag->ends && tag->name == "raw")) return false;
    if (!fence_ && tag->name == "raw") {
        raw_ = !tag->ends;
        result_.text.insert("\n", tag->span.begin);
        return true;
    }
    if (!fence_ && tag->name == "set" && !tag->attributes.empty()) {
        variables_[tag->attributes.front().name] = tag->attributes.front().value;
        result_.text.insert("\n", tag->span.begin);
        return true;
    }
    put_tag(std::move(*tag), slice(begin, front));
    return true;
}

// The tag of an integration may hold the source of a diagram, lines and all. Returns the next
// line's offset, or 0.
std::size_t Scanner::take_integration(std::size_t begin) {
    const std::size_t front = begin + skip_spaces(text_.substr(begin, 4), 0);
    std::string_view rest = text_.substr(front, longest_integration);
    if (!rest.starts_with("{% @") && !rest.starts_with("{%@")) return 0;
    rest = rest.substr(0, rest.find("\n{%"));
    const std::size_t close = rest.find("%}");
    if (close == std::string_view::npos) return 0;
    const std::size_t behind = front + close + 2;
    const std::size_t end = std::min(text_.find('\n', behind), text_.size());
    auto tag = parse_tag(slice(front, behind), file(), offset(front));
    if (!tag || !text::trim(slice(behind, end)).empty()) return 0;
    put_tag(std::move(*tag), slice(begin, front));
    return std::min(end + 1, text_.size());
}

// `{% filename %}name{% endfilename %}` alone on a line titles the listing below.
bool Scanner::take_file_name(Tag& tag, std::size_t end) {
    constexpr std::string_view ending = "{% endfilename %}";
    const std::string_view rest = text::trim(slice(tag.span.end, end));
    if (!rest.ends_with(ending) || rest.find(ending) + ending.size() != rest.size()) return false;
    tag.arguments = text::trim(rest.substr(0, rest.size() - ending.size()));
    tag.source = slice(tag.span.begin, end);
    tag.span.end = offset(end);
    put_tag(std::move(tag), "");
    return true;
}

bool Scanner::take_leading_tag(std::size_t& begin, std::size_t end) {
    auto tag = parse_tag(slice(begin, end), file(), offset(begin));
    if (!tag || tag->name == "filename" || tag->name == "raw") return false;
    if (tag->name == "math" && !ends_with_end_of(*tag, slice(begin, end))) return false;
    if (!is_known_tag(tag->name) && (tag->ends || !ends_with_end_of(*tag, slice(begin, end))))
        return false;
    begin = tag->span.end;
    begin += skip_spaces(slice(begin, end), 0);
    put_tag(std::move(*tag), "");
    return true;
}

std::optional<Tag> Scanner::trailing_end_tag(std::size_t begin, std::size_t end) const {
    const std::string_view line = text::trim(slice(begin, end));
    if (!line.ends_with("%}")) return std::nullopt;
    const std::size_t front = slice(begin, end).rfind("{%");
    if (front == std::string_view::npos || front == 0) return std::nullopt;
    auto tag = parse_tag(slice(begin + front, end), file(), offset(begin + front));
    const bool known = tag && (is_known_tag(tag->name) || follows_opening(*tag));
    const bool block = known && tag->ends && tag->name != "filename" && tag->name != "raw";
    return block && text_[begin + front - 1] != '\\' ? tag : std::nullopt;
}

void Scanner::scan_text_line(std::size_t begin, std::size_t end) {
    if (raw_) return copy(begin, end);
    while (take_leading_tag(begin, end)) {
    }
    std::vector<Tag> trailing;
    std::size_t text_end = end;
    while (auto tag = trailing_end_tag(begin, text_end)) {
        text_end = tag->span.begin;
        trailing.push_back(std::move(*tag));
    }
    const std::size_t content = cap_markers(begin, text_end);
    cap_columns(content, text_end);
    scan_line_text({text_, content, text_end}, variables_, result_, diagnostics_);
    for (auto tag = trailing.rbegin(); tag != trailing.rend(); ++tag) put_tag(std::move(*tag), "");
}

// Nested deeper than any author goes, markers cost the parser more than their length.
std::size_t Scanner::cap_markers(std::size_t begin, std::size_t end) {
    const std::string_view line = slice(begin, end);
    std::size_t at = skip_spaces(line, 0);
    std::size_t markers = 0;
    while (at < line.size()) {
        const std::size_t marker = marker_length(line, at);
        if (marker == 0) break;
        if (++markers > deepest_markers) {
            diagnostics_.report(Kind::nesting_too_deep,
                                {file(), offset(begin + at), offset(begin + at + marker)},
                                "lists and quotes nested deeper than 100 levels are kept as text");
            copy(begin, begin + at);
            result_.text.insert("\\", offset(begin + at));
            return begin + at;
        }
        at = skip_spaces(line, at + marker);
    }
    return begin;
}

// Every row of a table is filled up to the width of its delimiter row, however short it is.
void Scanner::cap_columns(std::size_t begin, std::size_t end) {
    const std::string_view line = slice(begin, end);
    if (line.find_first_not_of("|-: \t") != std::string_view::npos ||
        std::count(line.begin(), line.end(), '|') <= widest_table)
        return;
    diagnostics_.report(Kind::nesting_too_deep, {file(), offset(begin), offset(end)},
                        "table with more than 500 columns is kept as text");
    result_.text.insert("\\", offset(begin));
}

// A formula over several lines opens with `$$` at the front of a line, closes with `$$` at the end
// of one, and holds no blank line. Returns the next line's offset, or 0.
std::size_t Scanner::take_formula_block(std::size_t begin, std::size_t end) {
    const std::string_view first = text::trim(slice(begin, end));
    if (!first.starts_with("$$") || first.find("$$", 2) != std::string_view::npos) return 0;
    const std::size_t front = text_.find("$$", begin);
    std::size_t line_end = end;
    while (line_end < text_.size()) {
        const std::size_t line = line_end + 1;
        line_end = std::min(text_.find('\n', line), text_.size());
        const std::string_view content = text::trim(slice(line, line_end));
        if (content.empty() || content.starts_with("```")) return 0;
        const std::size_t in_line = slice(line, line_end).find("$$");
        if (in_line == std::string_view::npos) continue;
        const std::size_t close = line + in_line;
        if (!content.ends_with("$$") || slice(close + 2, line_end).find("$$") != content.npos)
            return 0;
        copy(begin, front);
        put_formula({text_, front, close + 2}, {front + 2, close}, result_);
        result_.text.insert("\n", offset(close));
        return std::min(line_end + 1, text_.size());
    }
    return 0;
}

}  // namespace

ScannedText scan_tags(std::string_view text, FileId file, std::uint32_t begin,
                      const std::map<std::string, std::string>& variables,
                      Diagnostics& diagnostics) {
    return Scanner(text, file, variables, diagnostics).scan(begin);
}

}  // namespace triptych::gitbook
