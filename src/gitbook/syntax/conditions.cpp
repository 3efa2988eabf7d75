#include "gitbook/syntax/conditions.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// `a["b"].c` as `a.b.c`.
std::string with_dots(std::string_view name) {
    std::string dotted;
    for (const char c : name) {
        if (c == '[') dotted += '.';
        if (std::string_view("[]\"'").find(c) == std::string_view::npos) dotted += c;
    }
    return dotted;
}

std::optional<std::string> known_value(std::string_view term, const Variables& variables) {
    term = text::trim(term);
    const bool quoted = term.size() >= 2 && (term.front() == '"' || term.front() == '\'') &&
                        term.back() == term.front();
    if (quoted) return std::string(term.substr(1, term.size() - 2));
    if (const std::string* value = variables.find(with_dots(term))) return *value;
    const bool literal = term == "true" || (!term.empty() && term[0] >= '0' && term[0] <= '9');
    return literal ? std::optional<std::string>(term) : std::nullopt;
}

std::optional<long long> whole_number(std::string_view text) {
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// `left + right` as JavaScript has it: numbers are added, all else stands side by side.
std::string sum_of(const std::string& left, const std::string& right) {
    const auto first = whole_number(left), second = whole_number(right);
    long long sum = 0;
    if (!first || !second || __builtin_add_overflow(*first, *second, &sum)) return left + right;
    return std::to_string(sum);
}

std::string value_of(std::string_view term, const Variables& variables) {
    return known_value(term, variables).value_or("");
}

bool is_true(std::string_view value) { return !value.empty() && value != "false" && value != "0"; }

bool same(const std::string& left, const std::string& right) {
    return left == right || (left.empty() && right == "false") ||
           (left == "false" && right.empty());
}

bool term_holds(std::string_view term, const Variables& variables) {
    for (const std::string_view sign : {"!==", "===", "!=", "=="}) {
        const std::size_t at = term.find(sign);
        if (at == std::string_view::npos) continue;
        const bool equal = same(value_of(term.substr(0, at), variables),
                                value_of(term.substr(at + sign.size()), variables));
        return equal == (sign[0] == '=');
    }
    bool wanted = true;
    for (term = text::trim(term); term.starts_with('!'); term = text::trim(term.substr(1)))
        wanted = !wanted;
    return is_true(value_of(term, variables)) == wanted;
}

bool all_hold(std::string_view terms, const Variables& variables) {
    while (true) {
        const std::size_t at = terms.find("&&");
        if (!term_holds(terms.substr(0, at), variables)) return false;
        if (at == std::string_view::npos) return true;
        terms.remove_prefix(at + 2);
    }
}

}  // namespace

bool holds(std::string_view expression, const Variables& variables) {
    while (true) {
        const std::size_t at = expression.find("||");
        if (all_hold(expression.substr(0, at), variables)) return true;
        if (at == std::string_view::npos) return false;
        expression.remove_prefix(at + 2);
    }
}

std::optional<std::string> evaluated(std::string_view expression, const Variables& variables,
                                     std::size_t most) {
    std::string result;
    bool words = false;
    for (bool first = true;; first = false) {
        expression = text::trim(expression);
        const bool quoted = expression.starts_with('"') || expression.starts_with('\'');
        const std::size_t closing = quoted ? expression.find(expression.front(), 1) : 0;
        const std::size_t plus = expression.find('+', std::min(closing, expression.size()));
        const auto value = known_value(expression.substr(0, plus), variables);
        if (!value) return std::nullopt;
        words = words || !ascii::is_digit(static_cast<unsigned char>(expression.front()));
        if (first || words)
            result += *value;
        else
            result = sum_of(result, *value);
        if (plus == std::string_view::npos || result.size() > most) return result;
        expression.remove_prefix(plus + 1);
    }
}

bool is_variable_name(std::string_view expression) {
    return !expression.empty() &&
           ascii::is_letter(static_cast<unsigned char>(expression.front())) &&
           std::all_of(expression.begin(), expression.end(), [](unsigned char c) {
               return ascii::is_alphanumeric(c) || c == '_' || c == '.';
           });
}

bool may_expand(Allowance& expanded, std::string_view value, Span place, Diagnostics& diagnostics) {
    const Allowance::Answer answer = expanded.take(value.size());
    if (answer == Allowance::Answer::used_up)
        diagnostics.report(Kind::content_dropped, place,
                           say("the values of variables in this page add up to more than {} kB; "
                               "from here on they are left out",
                               expanded.most() / 1024),
                           say("write long text into the page, or into a file to include"));
    return answer == Allowance::Answer::granted;
}

void report_left_out(Diagnostics& diagnostics, std::string_view expression, Span place) {
    diagnostics.report(Kind::content_dropped, place,
                       say("left out because '{}' does not hold", text::trim(expression)),
                       say("give the variable a value, or show all conditional text"));
}

}  // namespace triptych::gitbook
