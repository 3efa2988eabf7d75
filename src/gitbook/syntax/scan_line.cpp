#include "gitbook/syntax/scan_line.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "gitbook/syntax/conditions.hpp"
#include "gitbook/syntax/emphasis_gaps.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_expression = 200;
constexpr std::size_t longest_destination = 500;
constexpr std::size_t longest_tag = 500;
constexpr std::size_t longest_pair = 2000;
constexpr std::size_t most_reports = 10;  ///< of one line

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where a tag that is a link of its own leads.
std::string_view address_of(const Tag& tag) {
    if (!is_one_of(tag.name, {"embed", "file", "content-ref", "page-ref"})) return {};
    for (const std::string_view name : {"url", "src", "page"})
        if (const auto value = attribute(tag.attributes, name); !value.empty()) return value;
    return {};
}

class LineScanner {
public:
    LineScanner(const TextRange& line, const std::map<std::string, std::string>& variables,
                ScannedText& result, Diagnostics& diagnostics)
        : text_(line.text),
          begin_(line.begin),
          end_(line.end),
          variables_(variables),
          result_(result),
          diagnostics_(diagnostics),
          indented_code_(slice(begin_, end_).starts_with("    ") ||
                         slice(begin_, end_).starts_with("\t")) {}

    void scan();

private:
    FileId file() const { return result_.text.file(); }
    static std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    std::string_view next(std::size_t at, std::size_t longest) const {
        return slice(at, std::min(end_, at + longest));
    }
    void copy_to(std::size_t at) {
        result_.text.copy(slice(done_, at), offset(done_));
        done_ = at;
    }

    std::size_t take(std::size_t at);
    std::size_t pass_code(std::size_t at);
    std::size_t take_asterisks(std::size_t at);
    void wrap_destination(std::size_t at);
    std::size_t take_formula(std::size_t at);
    std::size_t take_expression(std::size_t at);
    std::size_t take_tag(std::size_t at);
    std::size_t take_formula_tag(const Tag& tag);
    void put_link(std::string_view address, std::size_t at);
    bool is_pair(const Tag& tag);

    std::string_view text_;
    std::size_t begin_, end_;
    const std::map<std::string, std::string>& variables_;
    ScannedText& result_;
    Diagnostics& diagnostics_;
    bool indented_code_;
    std::size_t done_ = 0;             ///< all before it has been fed
    std::size_t code_end_ = 0;         ///< of the code span that `done_` is in
    std::size_t reports_ = 0;          ///< of tags in the line
    std::vector<std::string> opened_;  ///< tags of no dialect that were left out
};

void LineScanner::scan() {
    done_ = begin_;
    for (std::size_t at = begin_; at + 1 < end_;) {
        const std::size_t behind = take(at);
        if (behind > at)
            at = behind;
        else
            at += text_[at] == '\\' || text_.substr(at, 2) == "$$" ? 2 : 1;
    }
    copy_to(end_);
}

// Returns the offset behind what was dealt with at `at`, or `at`.
std::size_t LineScanner::take(std::size_t at) {
    const std::string_view pair = text_.substr(at, 2);
    if (pair == "](") wrap_destination(at + 2);
    if (text_[at] == '`') return pass_code(at);
    if (text_[at] == '*') return take_asterisks(at);
    if (pair != "$$" && pair != "{{" && pair != "{%") return at;
    copy_to(at);
    const std::size_t behind = pair == "$$"   ? take_formula(at)
                               : pair == "{{" ? take_expression(at)
                                              : take_tag(at);
    if (behind > at) done_ = behind;
    return behind;
}

// Expressions have values in code, too; so only its end is noted.
std::size_t LineScanner::pass_code(std::size_t at) {
    const std::size_t behind = std::min(text_.find_first_not_of('`', at), end_);
    if (at < code_end_) return behind;
    const std::string_view marks = slice(at, behind);
    const std::size_t closing = slice(behind, end_).find(marks);
    if (closing != std::string_view::npos) code_end_ = behind + closing + marks.size();
    return behind;
}

std::size_t LineScanner::take_asterisks(std::size_t at) {
    const std::size_t behind = std::min(text_.find_first_not_of('*', at), end_);
    if (at < code_end_) return behind;
    const EmphasisGaps gaps = emphasis_gaps(slice(begin_, at), slice(behind, end_));
    if (gaps.before) {
        copy_to(at);
        result_.text.insert(emphasis_gap, offset(at));
    }
    if (gaps.behind) {
        copy_to(behind);
        result_.text.insert(emphasis_gap, offset(behind));
    }
    return behind;
}

// A destination with a space in it is no link in CommonMark unless it stands in `<>`.
void LineScanner::wrap_destination(std::size_t at) {
    const std::string_view rest = next(at, longest_destination);
    const std::string_view written = rest.substr(0, rest.find(')'));
    if (written.size() == rest.size() || written.find(' ') == std::string_view::npos) return;
    if (written.find_first_of("<>\"'`(") != std::string_view::npos || written.front() == ' ' ||
        written.back() == ' ' || written.find_first_of("./") == std::string_view::npos)
        return;
    if (indented_code_ || at < code_end_) return;
    copy_to(at);
    result_.text.insert("<", offset(at));
    copy_to(at + written.size());
    result_.text.insert(">", offset(done_));
    diagnostics_.report(Kind::space_in_link, {file(), offset(at), offset(done_)},
                        "spaces in the destination of a link",
                        "write %20 for each, or put the destination between < and >");
}

std::size_t LineScanner::take_formula(std::size_t at) {
    const std::string_view rest = slice(at + 2, end_);
    const std::size_t close = rest.find("$$");
    if (close == std::string_view::npos || text::trim(rest.substr(0, close)).empty()) return at;
    // A back-tick in between means that the dollars belong to two code spans.
    if (rest.substr(0, close).find('`') != std::string_view::npos) return at;
    const std::size_t behind = at + 2 + close + 2;
    put_formula({text_, at, behind}, {at + 2, behind - 2}, result_);
    return behind;
}

std::size_t LineScanner::take_expression(std::size_t at) {
    const std::string_view rest = next(at, longest_expression);
    const std::size_t close = rest.find("}}");
    if (close == std::string_view::npos) return at;
    const std::size_t behind = at + close + 2;
    const std::string_view expression = text::trim(rest.substr(2, close - 2));
    if (const auto value = evaluated(expression, variables_)) {
        result_.text.insert(*value, offset(at));
        return behind;
    }
    if (expression.starts_with("book."))
        diagnostics_.report(Kind::unknown_variable, {file(), offset(at), offset(behind)},
                            "variable '" + std::string(expression) + "' has no value",
                            "give it one under 'variables' in book.json");
    return at;
}

std::size_t LineScanner::take_formula_tag(const Tag& tag) {
    const std::string_view rest = next(tag.span.end, longest_pair);
    constexpr std::string_view ending = "{% endmath %}";
    const std::size_t close = rest.find(ending);
    if (close == std::string_view::npos) return tag.span.begin;
    const std::size_t behind = tag.span.end + close + ending.size();
    put_formula({text_, tag.span.begin, behind}, {tag.span.end, tag.span.end + close}, result_);
    return behind;
}

void LineScanner::put_link(std::string_view address, std::size_t at) {
    std::string link = "[";
    link.append(text::replace_all(std::string(address), "]", "\\]")).append("](<");
    link.append(address).append(">)");
    result_.text.insert(link, offset(at));
}

/// Whether the end of a tag that no dialect knows follows in the line, or `tag` is such an end.
bool LineScanner::is_pair(const Tag& tag) {
    if (tag.ends) {
        const auto open = std::find(opened_.begin(), opened_.end(), tag.name);
        if (open == opened_.end()) return false;
        opened_.erase(open);
        return true;
    }
    const std::string end = "{% end" + tag.name + " %}";
    if (next(tag.span.end, longest_pair).find(end) == std::string_view::npos) return false;
    opened_.push_back(tag.name);
    return true;
}

// A tag within a line is no block: a link stays as one, of others what they hold stays.
std::size_t LineScanner::take_tag(std::size_t at) {
    const auto tag = parse_tag(next(at, longest_tag), file(), offset(at));
    if (!tag) return at;
    if (tag->name == "raw") return tag->span.end;
    if (at < code_end_ || indented_code_ || (at > begin_ && text_[at - 1] == '\\')) return at;
    if (is_one_of(tag->name, {"filename", "include", "set"})) return at;
    if (tag->name == "math" && !tag->ends) return take_formula_tag(*tag);
    const std::string_view address = address_of(*tag);
    if (address.empty() && !is_known_tag(tag->name) && !is_pair(*tag)) return at;
    if (!address.empty()) put_link(address, at);
    if (!tag->ends && reports_++ < most_reports)
        diagnostics_.report(Kind::unknown_tag, tag->span,
                            "tag '" + tag->name + "' within a line; " +
                                (address.empty() ? "its content is kept" : "it becomes a link"),
                            "a tag stands alone on its line");
    return tag->span.end;
}

}  // namespace

void scan_line_text(const TextRange& line, const std::map<std::string, std::string>& variables,
                    ScannedText& result, Diagnostics& diagnostics) {
    LineScanner(line, variables, result, diagnostics).scan();
}

void put_formula(const TextRange& place, std::pair<std::size_t, std::size_t> tex,
                 ScannedText& result) {
    const auto begin = static_cast<std::uint32_t>(place.begin);
    std::string placeholder(formula_front);
    placeholder += std::to_string(result.formulas.size());
    placeholder += formula_back;
    result.text.insert(placeholder, begin);
    const auto written = [&](std::size_t from, std::size_t to) {
        return std::string(place.text.substr(from, to - from));
    };
    result.formulas.push_back({std::string(text::trim(written(tex.first, tex.second))),
                               written(place.begin, place.end),
                               {result.text.file(), begin, static_cast<std::uint32_t>(place.end)}});
}

}  // namespace triptych::gitbook
