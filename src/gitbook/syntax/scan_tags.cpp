#include "gitbook/syntax/scan_tags.hpp"

#include <algorithm>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/block_indents.hpp"
#include "gitbook/syntax/inline_conditions.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/scan_line.hpp"
#include "gitbook/syntax/table_bounds.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_integration = 50'000, code_indentation = 4;

class Scanner {
public:
    Scanner(const MappedText& source, const ScanOptions& options, Diagnostics& diagnostics)
        : source_(source),
          text_(source.text()),
          scan_{source,      ScannedText(source.file()), options, Variables(&options.variables),
                diagnostics, OpenTags(source.text())},
          tables_(source.text()),
          indents_(source.text()) {}

    ScannedText scan() {
        for (std::size_t begin = 0; begin < text_.size();) begin = scan_line(begin);
        if (fence_ && fence_->indent == 0)
            scan_.diagnostics.report(Kind::unclosed_tag, fence_span_,
                                     say("code fence is never closed"),
                                     say("close it with a line of the same marks"));
        return std::move(scan_.result);
    }

private:
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    void copy(std::size_t begin, std::size_t end) { scan_.result.text.append(source_, begin, end); }
    void insert(std::string_view bytes, std::size_t at) {
        scan_.result.text.insert(bytes, source_.origin(at));
    }
    std::optional<Tag> tag_at(std::size_t begin, std::size_t end) const {
        return placed_tag(source_, begin, end);
    }
    static std::size_t behind(const Tag& tag, std::size_t begin) {
        return begin + tag.source.size();
    }

    std::size_t scan_line(std::size_t begin);
    void scan_text_line(std::size_t begin, std::size_t end);
    void copy_raw(std::size_t begin, std::size_t end);
    bool is_followed_by_markdown(std::size_t begin, std::size_t end) const;
    bool take_whole_tag(std::size_t begin, std::size_t end);
    std::size_t take_integration(std::size_t begin);
    std::size_t take_section(std::size_t begin);
    bool take_file_name(Tag tag, std::size_t front, std::size_t end);
    bool take_leading_tag(std::size_t& begin, std::size_t end, std::string_view indent);
    std::size_t indent_of_tag_line(std::size_t begin, std::size_t end) const;
    std::optional<Tag> trailing_end_tag(std::size_t begin, std::size_t end) const;
    void put_tag(Tag tag, std::string_view written_indent);
    std::size_t take_formula_block(std::size_t begin, std::size_t end);
    std::size_t cap_columns(std::size_t begin, std::size_t end);
    std::size_t cap_markers(std::size_t begin, std::size_t end);
    bool follows_opening(const Tag& end) const {
        const auto& tags = scan_.result.tags;
        return !tags.empty() && !tags.back().ends && tags.back().name == end.name;
    }
    bool previous_line_is_blank() const {
        const std::string_view fed = scan_.result.text.text();
        return fed.empty() || fed == "\n" || fed.ends_with("\n\n");
    }

    const MappedText& source_;
    std::string_view text_;
    LineScan scan_;
    TableBounds tables_;
    std::optional<Fence> fence_;
    Span fence_span_;
    bool raw_ = false;
    BlockIndents indents_;
};

std::size_t Scanner::scan_line(std::size_t begin) {
    if (!raw_ && !fence_) {
        if (const std::size_t behind = take_integration(begin); behind != 0) return behind;
        if (const std::size_t behind = take_section(begin); behind != 0) return behind;
    }
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::size_t next = std::min(end + 1, text_.size());
    if (const auto missing = indents_.missing(begin, end); !missing.empty()) insert(missing, begin);
    if (fence_) {
        const bool closed = closes(slice(begin, end), *fence_);
        if (closed) fence_.reset();
        if (closed || !take_whole_tag(begin, end)) copy(begin, next);
        return next;
    }
    if (take_whole_tag(begin, end)) return next;
    if (!raw_)
        if (const std::size_t behind = take_formula_block(begin, end); behind != 0) return behind;
    fence_ = opened_fence(slice(begin, end));
    if (fence_) {
        const std::size_t marks = begin + fence_->indent;
        fence_span_ = source_.span(marks, marks + fence_->length);
        copy(begin, next);
        return next;
    }
    scan_text_line(begin, end);
    if (end < text_.size()) copy(end, next);
    if (!raw_ && is_followed_by_markdown(begin, end)) insert("\n", next);
    return next;
}

void Scanner::put_tag(Tag tag, std::string_view written_indent) {
    const std::uint32_t origin = tag.span.begin;
    const std::string indent =
        fence_ ? std::string(written_indent) : indents_.of(tag, written_indent);
    MappedText& fed = scan_.result.text;
    if (!fed.text().empty() && !fed.text().ends_with('\n')) fed.insert("\n", origin);
    // An HTML island ends only at a blank line, so a tag right under it would be swallowed.
    tag.blank_before = indent.empty() && !previous_line_is_blank();
    if (tag.blank_before) fed.insert("\n", origin);
    std::string placeholder = indent;
    placeholder += tag_front;
    placeholder += std::to_string(scan_.result.tags.size());
    placeholder += tag_back;
    placeholder += '\n';
    fed.insert(placeholder, origin);
    scan_.result.tags.push_back(std::move(tag));
}

bool Scanner::take_whole_tag(std::size_t begin, std::size_t end) {
    const std::size_t front = begin + skip_spaces(slice(begin, end), 0);
    auto tag = tag_at(front, end);
    if (!tag) return false;
    if (tag->name == "filename" && !tag->ends && !fence_)
        return take_file_name(std::move(*tag), front, end);
    if (skip_spaces(slice(behind(*tag, front), end), 0) != end - behind(*tag, front)) return false;
    if (raw_ && !(tag->ends && tag->name == "raw")) return false;
    if (!fence_ && tag->name == "raw") {
        raw_ = !tag->ends;
        insert("\n", front);
        return true;
    }
    if (!fence_ && set_variable(*tag, scan_)) {
        insert("\n", front);
        return true;
    }
    if (!fence_) indents_.note(*tag, slice(begin, front), end);
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
    auto tag = tag_at(front, behind);
    if (!tag || !text::trim(slice(behind, end)).empty()) return 0;
    put_tag(std::move(*tag), slice(begin, front));
    return std::min(end + 1, text_.size());
}

// A comment of HonKit's sections is a tag that may go over lines; what follows it in its line is a
// line of its own. Returns the offset behind, or 0.
std::size_t Scanner::take_section(std::size_t begin) {
    const std::size_t front = begin + skip_spaces(text_.substr(begin, 4), 0);
    if (!text_.substr(front).starts_with("<!--")) return 0;
    auto tag = placed_section(source_, front, text_.size());
    if (!tag) return 0;
    const std::size_t after = behind(*tag, front);
    put_tag(std::move(*tag), slice(begin, front));
    const std::size_t rest = after + skip_spaces(text_.substr(after), 0);
    return rest < text_.size() && text_[rest] == '\n' ? rest + 1 : rest;
}

// `{% filename %}name{% endfilename %}` alone on a line titles the listing below.
bool Scanner::take_file_name(Tag tag, std::size_t front, std::size_t end) {
    constexpr std::string_view ending = "{% endfilename %}";
    const std::string_view rest = text::trim(slice(behind(tag, front), end));
    if (!rest.ends_with(ending) || rest.find(ending) + ending.size() != rest.size()) return false;
    tag.arguments = text::trim(rest.substr(0, rest.size() - ending.size()));
    tag.source = slice(front, end);
    tag.span = source_.span(front, end);
    put_tag(std::move(tag), "");
    return true;
}

bool Scanner::take_leading_tag(std::size_t& begin, std::size_t end, std::string_view indent) {
    auto tag = tag_at(begin, end);
    if (!tag || is_one_of(tag->name, {"filename", "raw", "em"})) return false;
    if (tag->name == "math" && !ends_with_end_of(*tag, slice(begin, end))) return false;
    if (inline_condition(source_, *tag, begin, end, scan_.variables, true)) return false;
    if (!is_known_tag(tag->name) && (tag->ends || !ends_with_end_of(*tag, slice(begin, end))))
        return false;
    begin = behind(*tag, begin);
    begin += skip_spaces(slice(begin, end), 0);
    if (!set_variable(*tag, scan_)) put_tag(std::move(*tag), indent);
    return true;
}

/// The indentation of a line that is a block and its end, as in an item of a list; 0 for others.
std::size_t Scanner::indent_of_tag_line(std::size_t begin, std::size_t end) const {
    const std::size_t front = skip_spaces(slice(begin, end), 0);
    if (front == 0 || !slice(begin + front, end).starts_with("{%")) return 0;
    const auto tag = tag_at(begin + front, end);
    const bool block = tag && !tag->ends && end_tag_of(tag->name) == EndTag::required;
    return block && ends_with_end_of(*tag, slice(begin + front, end)) ? front : 0;
}

std::optional<Tag> Scanner::trailing_end_tag(std::size_t begin, std::size_t end) const {
    const std::string_view line = slice(begin, end);
    if (line.ends_with("-->")) {
        const std::size_t front = line.rfind("<!--");
        if (front == std::string_view::npos || front == 0) return std::nullopt;
        auto tag = placed_section(source_, begin + front, end);
        return tag && tag->ends ? tag : std::nullopt;
    }
    if (!line.ends_with("%}")) return std::nullopt;
    const std::size_t front = line.rfind("{%");
    if (front == std::string_view::npos || front == 0) return std::nullopt;
    auto tag = tag_at(begin + front, end);
    const bool known = tag && (is_known_tag(tag->name) || follows_opening(*tag));
    const bool block = known && tag->ends && tag->name != "filename" && tag->name != "raw" &&
                       !(tag->name == "if" && ends_inline_condition(line.substr(0, front)));
    return block && text_[begin + front - 1] != '\\' ? tag : std::nullopt;
}

// To CommonMark what stands right below a line of HTML is HTML, too; nobody means that of text
// that folds.
bool Scanner::is_followed_by_markdown(std::size_t begin, std::size_t end) const {
    const std::string_view line = text::trim(slice(begin, end));
    if (!line.starts_with('<') ||
        !is_one_of(line.substr(line.rfind('<')), {"</summary>", "</details>"}))
        return false;
    const std::string_view below = text_.substr(std::min(end + 1, text_.size()), code_indentation);
    const std::size_t front = below.find_first_not_of(' ');
    return front != below.npos && std::string_view("\t\n<>").find(below[front]) == below.npos;
}

// Tags in raw text are meant as they are, which the gap in them tells.
void Scanner::copy_raw(std::size_t begin, std::size_t end) {
    for (std::size_t at = slice(begin, end).find("{%"); at != std::string_view::npos;
         at = slice(begin, end).find("{%")) {
        copy(begin, begin + at + 1);
        begin += at + 1;
        insert(emphasis_gap, begin);
    }
    copy(begin, end);
}

void Scanner::scan_text_line(std::size_t begin, std::size_t end) {
    if (raw_) return copy_raw(begin, end);
    const auto trimmed = [&](std::size_t to) {
        while (to > begin && (text_[to - 1] == ' ' || text_[to - 1] == '\t')) --to;
        return to;
    };
    const std::size_t solid_end = trimmed(end);
    const std::string_view indent = slice(begin, begin + indent_of_tag_line(begin, solid_end));
    begin += indent.size();
    while (begin < solid_end && take_leading_tag(begin, solid_end, indent)) {
    }
    std::vector<Tag> trailing;
    std::size_t text_end = end;
    while (auto tag = trailing_end_tag(begin, trimmed(text_end))) {
        text_end = trimmed(text_end) - tag->source.size();
        trailing.push_back(std::move(*tag));
    }
    begin = std::min(begin, text_end);
    if (!indent.empty() && begin < text_end) insert(indent, begin);
    const std::size_t content = cap_columns(cap_markers(begin, text_end), text_end);
    const std::size_t row_end = tables_.end_of_cells(content, text_end);
    scan_line_text(scan_, content, row_end);
    put_strokes(scan_, row_end, text_end);
    for (auto tag = trailing.rbegin(); tag != trailing.rend(); ++tag)
        put_tag(std::move(*tag), indent);
}

// Nested deeper than any author goes, markers cost the parser more than their length.
std::size_t Scanner::cap_markers(std::size_t begin, std::size_t end) {
    const auto deep = marker_too_deep(slice(begin, end));
    if (!deep) return begin;
    const std::size_t at = begin + *deep;
    scan_.diagnostics.report(
        Kind::nesting_too_deep, source_.span(at, at + 1),
        say("lists and quotes nested deeper than 100 levels are kept as text"));
    copy(begin, at);
    insert("\\", at);
    return at;
}

std::size_t Scanner::cap_columns(std::size_t begin, std::size_t end) {
    const auto refused = tables_.look(begin, end, previous_line_is_blank());
    if (!refused) return begin;
    if (!refused->reason.empty())
        scan_.diagnostics.report(Kind::nesting_too_deep, source_.span(begin, end), refused->reason);
    copy(begin, refused->at);
    insert("\\", refused->at);
    return refused->at;
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
        put_formula(scan_, {front, close + 2}, {front + 2, close});
        insert("\n", close);
        return std::min(line_end + 1, text_.size());
    }
    return 0;
}

}  // namespace

ScannedText scan_tags(const MappedText& source, const ScanOptions& options,
                      Diagnostics& diagnostics) {
    return Scanner(source, options, diagnostics).scan();
}

}  // namespace triptych::gitbook
