#include "gitbook/syntax/scan_line.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/code_runs.hpp"
#include "gitbook/syntax/conditions.hpp"
#include "gitbook/syntax/destinations.hpp"
#include "gitbook/syntax/dollar_formula.hpp"
#include "gitbook/syntax/emphasis_gaps.hpp"
#include "gitbook/syntax/inline_conditions.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_expression = 200, longest_destination = 500, longest_tag = 500;
constexpr std::size_t longest_pair = 2000;
constexpr std::size_t most_reports = 10;  ///< of one line

class LineScanner {
public:
    LineScanner(LineScan& scan, std::size_t begin, std::size_t end)
        : scan_(scan),
          text_(scan.source.text()),
          begin_(begin),
          end_(end),
          code_(text_.substr(begin, end - begin)),
          indented_code_(slice(begin, end).starts_with("    ") ||
                         slice(begin, end).starts_with("\t")) {}

    void scan();

private:
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    std::string_view next(std::size_t at, std::size_t longest) const {
        return slice(at, std::min(end_, at + longest));
    }
    void copy_to(std::size_t at) {
        if (at <= done_) return;
        scan_.result.text.append(scan_.source, done_, at);
        done_ = at;
    }
    void insert(std::string_view bytes, std::size_t at) {
        scan_.result.text.insert(bytes, scan_.source.origin(at));
    }
    void report(Kind kind, std::pair<std::size_t, std::size_t> place, Message message,
                Message hint) {
        scan_.diagnostics.report(kind, scan_.source.span(place.first, place.second),
                                 std::move(message), std::move(hint));
    }
    bool is_code(std::size_t at) const { return at < code_end_ || indented_code_; }

    std::size_t take(std::size_t at);
    std::size_t pass_code(std::size_t at);
    std::size_t take_asterisks(std::size_t at);
    void wrap_destination(std::size_t at);
    std::size_t take_formula(std::size_t at);
    std::size_t take_dollar_formula(std::size_t at);
    std::size_t take_expression(std::size_t at);
    std::size_t take_tag(std::size_t at);
    std::size_t take_formula_tag(const Tag& tag, std::size_t at);
    std::size_t take_condition(const Tag& tag, std::size_t at);
    void look_at_html(std::size_t at);
    void mend_up_to(std::size_t at);
    bool is_pair(const Tag& tag, std::size_t behind);
    std::size_t take_raw(const Tag& tag, std::size_t behind);

    LineScan& scan_;
    std::string_view text_;
    std::size_t begin_, end_;
    CodeRuns code_;
    std::map<std::size_t, EmphasisGaps> bold_;  ///< by offsets in the line
    bool indented_code_;
    std::size_t done_ = 0;                         ///< all before it has been fed
    std::size_t code_end_ = 0;                     ///< of the code span that `done_` is in
    std::size_t reports_ = 0;                      ///< of tags in the line
    bool raw_ = false;                             ///< what stands here is meant as it is
    std::map<std::string, int> opened_;            ///< tags of no dialect that were left out
    std::map<std::size_t, std::size_t> left_out_;  ///< by conditions: the end of what begins there
};

void LineScanner::scan() {
    done_ = begin_;
    if (scan_.options.spaces_in_bold) bold_ = gaps_of_bold(slice(begin_, end_), code_);
    for (std::size_t at = begin_; at + 1 < end_;) {
        const bool plain = opens_nothing(text_[at]) && left_out_.empty();
        if (!plain) mend_up_to(at);
        const std::size_t behind = plain ? at + 1 : take(at);
        if (behind > at)
            at = behind;
        else
            at += text_[at] == '\\' || text_.substr(at, 2) == "$$" ? 2 : 1;
    }
    mend_up_to(end_);
    copy_to(end_);
}

// Returns the offset behind what was dealt with at `at`, or `at`.
std::size_t LineScanner::take(std::size_t at) {
    if (const auto left_out = left_out_.find(at); left_out != left_out_.end()) {
        copy_to(at);
        return done_ = left_out->second;
    }
    const std::string_view pair = text_.substr(at, 2);
    if (pair == "](") wrap_destination(at + 2);
    if (text_[at] == '`') return pass_code(at);
    if (text_[at] == '*') return take_asterisks(at);
    if (text_[at] == '<') look_at_html(at);
    if (text_[at] == '$' && pair != "$$") return take_dollar_formula(at);
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
    const std::size_t closing = code_.end_of_code(behind - begin_, behind - at);
    if (closing != 0) code_end_ = begin_ + closing;
    return behind;
}

std::size_t LineScanner::take_asterisks(std::size_t at) {
    const std::size_t behind = std::min(text_.find_first_not_of('*', at), end_);
    if (at < code_end_) return behind;
    EmphasisGaps gaps = emphasis_gaps(slice(begin_, at), slice(behind, end_));
    if (const auto bold = bold_.find(at - begin_); bold != bold_.end()) gaps = bold->second;
    if (gaps.before) {
        copy_to(at);
        insert(emphasis_gap, at);
    }
    if (gaps.behind) {
        copy_to(behind);
        insert(emphasis_gap, behind);
    }
    return behind;
}

// A destination with a space in it is no link in CommonMark unless it stands in `<>`.
void LineScanner::wrap_destination(std::size_t at) {
    const std::string_view rest = next(at, longest_destination);
    const std::string_view whole = rest.substr(0, rest.find(')'));
    if (whole.size() == rest.size() || whole.find(' ') == std::string_view::npos || is_code(at))
        return;
    const std::string_view written = whole.substr(0, whole.size() - size_behind(whole));
    if (holds_spaces(written)) {
        copy_to(at);
        insert("<", at);
        copy_to(at + written.size());
        insert(">", done_);
        report(Kind::space_in_link, {at, done_}, say("spaces in the destination of a link"),
               say("write %20 for each, or put the destination between < and >"));
    }
    if (written.size() == whole.size()) return;
    copy_to(at + written.size());
    done_ = at + whole.size();
}

std::size_t LineScanner::take_formula(std::size_t at) {
    const std::string_view rest = slice(at + 2, end_);
    const std::size_t close = rest.find("$$");
    if (close == std::string_view::npos || text::trim(rest.substr(0, close)).empty()) return at;
    // A back-tick in between means that the dollars belong to two code spans.
    if (rest.substr(0, close).find('`') != std::string_view::npos) return at;
    const std::size_t behind = at + 2 + close + 2;
    put_formula(scan_, {at, behind}, {at + 2, behind - 2});
    return behind;
}

std::size_t LineScanner::take_dollar_formula(std::size_t at) {
    if (!scan_.options.dollar_formulas || is_code(at)) return at;
    const auto formula = dollar_formula(text_.substr(0, end_), begin_, at);
    if (!formula) return at;
    copy_to(at);
    put_formula(scan_, {at, formula->behind}, {formula->begin, formula->end});
    return done_ = formula->behind;
}

std::size_t LineScanner::take_expression(std::size_t at) {
    if (raw_) return at;
    const std::string_view rest = next(at, longest_expression);
    const std::size_t close = rest.find("}}");
    if (close == std::string_view::npos) return at;
    const std::size_t behind = at + close + 2;
    const std::string_view expression = text::trim(rest.substr(2, close - 2));
    Allowance& expanded = scan_.options.expanded;
    const auto value = evaluated(expression, scan_.variables, expanded.left());
    if (!value) {
        if (expression.starts_with("book.") ||
            (scan_.options.names_are_variables && is_variable_name(expression) && !is_code(at)))
            report(Kind::unknown_variable, {at, behind},
                   say("variable '{}' has no value", expression),
                   say("give it one under 'variables' in triptych.yaml or book.json"));
        return at;
    }
    if (may_expand(expanded, *value, scan_.source.span(at, behind), scan_.diagnostics))
        insert(*value, at);
    return behind;
}

std::size_t LineScanner::take_formula_tag(const Tag& tag, std::size_t at) {
    const std::size_t inside = at + tag.source.size();
    constexpr std::string_view ending = "{% endmath %}";
    const std::size_t close = next(inside, longest_pair).find(ending);
    if (close == std::string_view::npos) return at;
    const std::size_t behind = inside + close + ending.size();
    put_formula(scan_, {at, behind}, {inside, inside + close});
    return behind;
}

// A tag of HTML or a comment with an open end would take in what follows it.
void LineScanner::look_at_html(std::size_t at) {
    if (is_code(at) || at < scan_.tags.end() || (at > begin_ && text_[at - 1] == '\\')) return;
    auto open = scan_.tags.look(at);
    if (!open) return;
    const bool quote = !open->name.empty();
    const bool comment = open->bytes == "-->";
    if (!quote) open->at = std::min(open->at, end_);
    const std::size_t behind = quote ? open->place + 1 : comment ? open->at : open->place + 2;
    report(Kind::unclosed_tag, {open->place, behind},
           quote     ? say("quotation mark of '{}' is never closed", open->name)
           : comment ? say("comment is never closed; what follows it in its line is left out")
                     : say("tag is never closed by '>'"),
           quote     ? Message()
           : comment ? say("end it with '-->'")
                     : say("it ends behind its last value"));
    scan_.open_tag = std::move(open);
}

void LineScanner::mend_up_to(std::size_t at) {
    if (!scan_.open_tag || scan_.open_tag->at > at) return;
    if (scan_.open_tag->at >= begin_) {
        copy_to(scan_.open_tag->at);
        insert(scan_.open_tag->bytes, scan_.open_tag->at);
    }
    scan_.open_tag.reset();
}

/// Whether the end of a tag that no dialect knows follows in the line, or `tag` is such an end.
bool LineScanner::is_pair(const Tag& tag, std::size_t behind) {
    if (tag.ends) {
        const auto open = opened_.find(tag.name);
        if (open == opened_.end() || open->second == 0) return false;
        --open->second;
        return true;
    }
    const std::string end = "{% end" + tag.name + " %}";
    if (next(behind, longest_pair).find(end) == std::string_view::npos) return false;
    ++opened_[tag.name];
    return true;
}

// Returns the offset of what the condition shows first.
std::size_t LineScanner::take_condition(const Tag& tag, std::size_t at) {
    const auto condition = inline_condition(scan_.source, tag, at, end_, scan_.variables,
                                            scan_.options.all_conditions);
    if (!condition) return at;
    for (const auto& range : condition->left_out) left_out_[range.begin] = range.end;
    if (condition->shows_nothing)
        report_left_out(scan_.diagnostics, tag.arguments, scan_.source.span(at, condition->end));
    return left_out_.extract(at).mapped();
}

// What stands up to its end in the line is meant as it is.
std::size_t LineScanner::take_raw(const Tag& tag, std::size_t behind) {
    constexpr std::string_view ending = "{% endraw %}";
    raw_ = !tag.ends && next(behind, longest_pair).find(ending) != std::string_view::npos;
    return behind;
}

// A tag within a line is no block: a link stays as one, of others what they hold stays.
std::size_t LineScanner::take_tag(std::size_t at) {
    const auto tag = placed_tag(scan_.source, at, std::min(end_, at + longest_tag));
    if (!tag) return at;
    const std::size_t behind = at + tag->source.size();
    if (tag->name == "raw") return take_raw(*tag, behind);
    if (raw_) {
        copy_to(at + 1);
        insert(emphasis_gap, done_);
        return done_;
    }
    if (is_code(at) || (at > begin_ && text_[at - 1] == '\\')) return at;
    if (set_variable(*tag, scan_)) return behind;
    if (const std::size_t shown = take_condition(*tag, at); shown != at) return shown;
    if (is_one_of(tag->name, {"filename", "include"})) return at;
    if (tag->name == "math" && !tag->ends) return take_formula_tag(*tag, at);
    const std::string_view address = address_in(*tag);
    if (tag->name == "em" && is_pair(*tag, behind)) {
        insert(tag->ends ? "</mark>" : "<mark>", at);
        return behind;
    }
    if (address.empty() && !is_known_tag(tag->name) && !is_pair(*tag, behind)) return at;
    if (!address.empty())
        insert(
            fmt::format("[{}](<{}>)", text::replace_all(std::string(address), "]", "\\]"), address),
            at);
    if (!tag->ends && reports_++ < most_reports)
        scan_.diagnostics.report(
            Kind::unknown_tag, tag->span,
            say("tag '{}' within a line; {}", tag->name,
                address.empty() ? say("its content is kept") : say("it becomes a link")),
            say("a tag stands alone on its line"));
    return behind;
}

}  // namespace

void scan_line_text(LineScan& scan, std::size_t begin, std::size_t end) {
    LineScanner(scan, begin, end).scan();
}

}  // namespace triptych::gitbook
