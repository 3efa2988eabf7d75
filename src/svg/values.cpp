#include "svg/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::svg {
namespace {

using ascii::is_alphanumeric, ascii::is_digit, ascii::is_letter, ascii::is_space;

/// A byte as a character; those beyond ASCII are of no kind.
char32_t as_character(char c) { return static_cast<unsigned char>(c); }

/// Reads a number at `at` and moves behind it; the same on every machine, whatever its locale.
std::optional<double> read_number(std::string_view text, std::size_t& at) {
    const auto begin = at < text.size() && text[at] == '+' ? at + 1 : at;
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data() + begin, text.data() + text.size(), value);
    if (end == text.data() + begin) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || !std::isfinite(value)) return largest_number * 10;
    return value;
}

bool starts_number(std::string_view text, std::size_t at) {
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (at < text.size() && text[at] == '.') ++at;
    return at < text.size() && is_digit(as_character(text[at]));
}

/// Whether all is numbers in bounds and characters for which `other` is true.
template <typename Other>
bool is_made_of_numbers(std::string_view value, Other other) {
    for (std::size_t at = 0; at < value.size();) {
        if (starts_number(value, at)) {
            const auto number = read_number(value, at);
            if (!number || std::abs(*number) > largest_number) return false;
        } else if (other(value[at])) {
            ++at;
        } else {
            return false;
        }
    }
    return true;
}

template <typename Good>
bool is_all(std::string_view value, Good good) {
    return std::all_of(value.begin(), value.end(), good);
}

bool is_unit(std::string_view unit) {
    constexpr std::array<std::string_view, 15> units = {"",    "%",   "px",  "pt",   "pc",
                                                        "mm",  "cm",  "in",  "em",   "ex",
                                                        "rem", "deg", "rad", "turn", "grad"};
    return is_one_of(unit, units);
}

/// Moves behind white space and at most one of `separators`.
void skip(std::string_view text, std::size_t& at, std::string_view separators) {
    bool separated = false;
    for (; at < text.size(); ++at) {
        if (is_space(as_character(text[at]))) continue;
        if (separated || separators.find(text[at]) == std::string_view::npos) return;
        separated = true;
    }
}

std::string_view read_unit(std::string_view text, std::size_t& at) {
    const auto begin = at;
    while (at < text.size() && (is_letter(as_character(text[at])) || text[at] == '%')) ++at;
    return text.substr(begin, at - begin);
}

}  // namespace

bool is_word(std::string_view value) {
    return !value.empty() && value.size() < 64 &&
           is_all(value, [](char c) { return is_alphanumeric(as_character(c)) || c == '-'; });
}

bool is_words(std::string_view value) {
    return !value.empty() && value.size() < 200 && is_all(value, [](char c) {
        return is_alphanumeric(as_character(c)) || c == '-' || c == ' ';
    });
}

bool is_hexadecimal(std::string_view value) {
    return value.size() >= 3 && is_all(value, [](char c) {
               return is_digit(as_character(c)) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

bool is_numbers(std::string_view value) {
    std::size_t at = 0;
    skip(value, at, "");
    if (at == value.size()) return false;
    while (at < value.size()) {
        if (!starts_number(value, at)) return false;
        const auto number = read_number(value, at);
        if (!number || std::abs(*number) > largest_number || !is_unit(read_unit(value, at)))
            return false;
        skip(value, at, ",/");
    }
    return true;
}

bool is_path_data(std::string_view value) {
    return is_made_of_numbers(value, [](char c) {
        return is_space(as_character(c)) || c == ',' ||
               std::string_view("MmZzLlHhVvCcSsQqTtAa").find(c) != std::string_view::npos;
    });
}

bool is_transform(std::string_view value) {
    constexpr std::array<std::string_view, 6> functions = {"matrix", "translate", "scale",
                                                           "rotate", "skewX",     "skewY"};
    std::size_t at = 0;
    for (skip(value, at, ","); at < value.size(); skip(value, at, ",")) {
        const auto name = read_unit(value, at);
        skip(value, at, "");
        const auto end = value.find(')', at);
        if (end == std::string_view::npos || value[at] != '(' || !is_one_of(name, functions))
            return false;
        const auto inner = value.substr(at + 1, end - at - 1);
        if (!is_made_of_numbers(inner,
                                [](char c) { return is_space(as_character(c)) || c == ','; }))
            return false;
        at = end + 1;
    }
    return true;
}

bool is_name(std::string_view value) {
    return !value.empty() && value.size() < 200 && is_all(value, [](char c) {
        return is_alphanumeric(as_character(c)) || c == '-' || c == '_' || c == '.' || c == ' ';
    });
}

bool is_aspect_ratio(std::string_view value) {
    const auto words = text::split(value, ' ');
    if (words.size() > 2 || (words.size() == 2 && words[1] != "meet" && words[1] != "slice"))
        return false;
    const auto first = words[0];
    const auto is_place = [](std::string_view place) {
        return place == "Min" || place == "Mid" || place == "Max";
    };
    return first == "none" || (first.size() == 8 && first[0] == 'x' && first[4] == 'Y' &&
                               is_place(first.substr(1, 3)) && is_place(first.substr(5, 3)));
}

bool leads_out(std::string_view css) {
    const auto plain = text::lower_case(css);
    constexpr std::string_view opening = "url(";
    for (auto at = plain.find(opening); at != std::string::npos; at = plain.find(opening, at)) {
        at = plain.find_first_not_of(" \t\r\n\"'", at + opening.size());
        if (at == std::string::npos) return false;
        const auto target = std::string_view(plain).substr(at);
        if (!target.starts_with('#') && !target.starts_with("data:")) return true;
    }
    return false;
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    auto out = text::collapse_spaces(text);
    if (out.size() > longest) out = text::repair_utf8(out.substr(0, longest)) + "…";
    return out;
}

std::vector<double> numbers(std::string_view value) {
    std::vector<double> out;
    for (std::size_t at = 0; at < value.size();) {
        if (!starts_number(value, at)) {
            ++at;
            continue;
        }
        if (const auto number = read_number(value, at)) out.push_back(*number);
    }
    return out;
}

std::optional<double> number(std::string_view value) {
    value = text::trim(value);
    std::size_t at = 0;
    return starts_number(value, 0) ? read_number(value, at) : std::nullopt;
}

std::optional<double> length(std::string_view value, const Measure& measure) {
    value = text::trim(value);
    std::size_t at = 0;
    if (!starts_number(value, 0)) return std::nullopt;
    const double amount = read_number(value, at).value_or(0);
    const auto unit = value.substr(at);
    if (unit.empty() || unit == "px") return amount;
    if (unit == "pt") return amount * 4 / 3;
    if (unit == "pc") return amount * 16;
    if (unit == "mm") return amount * 96 / 25.4;
    if (unit == "cm") return amount * 96 / 2.54;
    if (unit == "in") return amount * 96;
    if (unit == "em") return amount * measure.font_size;
    if (unit == "ex") return amount * measure.font_size / 2;
    if (unit == "rem") return amount * 16;
    if (unit == "%") return amount * measure.whole / 100;
    return std::nullopt;
}

}  // namespace triptych::svg
