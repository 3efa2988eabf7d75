#include "base/printed_date.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/date_words.hpp"
#include "base/language_tag.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

std::optional<int> number(std::string_view digits, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || value < least || value > most) return std::nullopt;
    return value;
}

struct Date {
    int year = 0, month = 0, day = 0;  ///< day 0: only year and month are known
};

std::optional<Date> parse(std::string_view text) {
    const std::string_view date = text.substr(0, text.find('T'));
    const std::vector<std::string_view> parts = text::split(date, '-');
    if (parts.size() < 2 || parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
    const auto year = number(parts[0], 1, 9999);
    const auto month = number(parts[1], 1, 12);
    const auto day = parts.size() == 3 ? number(parts[2], 1, 31) : 0;
    if (!year || !month || !day) return std::nullopt;
    return Date{*year, *month, *day};
}

}  // namespace

std::string printed_date(std::string_view text, std::string_view language) {
    const auto date = parse(text);
    if (!date) return std::string(text);
    const DateWords& words = date_words(language);
    const bool whole = date->day != 0;
    const auto month = static_cast<std::size_t>(date->month - 1);
    const std::string_view name =
        text::split(whole ? words.months : words.months_alone, '|')[month];
    const bool first = date->day == 1 && is_french(language);
    const std::string day = first ? "1er" : fmt::format("{}", date->day);
    return own_digits(fmt::format(fmt::runtime(whole ? words.day : words.month), fmt::arg("d", day),
                                  fmt::arg("m", name), fmt::arg("y", date->year)),
                      language);
}

}  // namespace triptych
