#include "base/printed_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

constexpr std::array<std::string_view, 12> french_months = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> english_months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

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

/// Whether ICU has words of the language at all, and does not take others for it.
bool is_known(std::string_view language) {
    for (std::int32_t i = 0; i < uloc_countAvailable(); ++i)
        if (language == uloc_getAvailable(i)) return true;
    return false;
}

/// As in the language, in the Gregorian calendar and in the figures of the rest of the book; empty
/// where ICU does not know how.
std::string date_by_icu(const Date& date, std::string_view language) {
    const std::string locale =
        text::replace_all(std::string(language), "-", "_") + "@calendar=gregorian;numbers=latn";
    if (!is_known(primary_language(language))) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UDateTimePatternGenerator, decltype(&udatpg_close)> generator(
        udatpg_open(locale.c_str(), &status), udatpg_close);
    const std::u16string skeleton = date.day == 0 ? u"yMMMM" : u"yMMMMd";
    std::array<UChar, 100> pattern{}, written{};
    const auto length = udatpg_getBestPattern(
        generator.get(), skeleton.data(), static_cast<std::int32_t>(skeleton.size()),
        pattern.data(), static_cast<std::int32_t>(pattern.size()), &status);
    const std::unique_ptr<UDateFormat, decltype(&udat_close)> format(
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale.c_str(), u"UTC", 3, pattern.data(), length,
                  &status),
        udat_close);
    if (U_FAILURE(status)) return {};
    const std::chrono::year_month_day day{
        std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
        std::chrono::day(static_cast<unsigned>(std::max(date.day, 1)))};
    if (!day.ok()) return {};
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    const auto size =
        udat_format(format.get(), static_cast<double>(days) * 86'400'000.0, written.data(),
                    static_cast<std::int32_t>(written.size()), nullptr, &status);
    std::array<char, 400> bytes{};
    std::int32_t count = 0;
    u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &count, written.data(), size,
                &status);
    return U_SUCCESS(status) ? std::string(bytes.data(), static_cast<std::size_t>(count))
                             : std::string();
}

}  // namespace

std::string printed_date(std::string_view text, std::string_view language) {
    const auto date = parse(text);
    if (!date) return std::string(text);
    const auto month = static_cast<std::size_t>(date->month - 1);
    if (!is_french(language) && !is_english(language)) {
        const std::string written = date_by_icu(*date, language);
        if (!written.empty()) return written;
    }
    if (!is_french(language)) {
        if (date->day == 0) return fmt::format("{} {}", english_months[month], date->year);
        return fmt::format("{} {} {}", date->day, english_months[month], date->year);
    }
    if (date->day == 0) return fmt::format("{} {}", french_months[month], date->year);
    const std::string day = date->day == 1 ? "1er" : fmt::format("{}", date->day);
    return fmt::format("{} {} {}", day, french_months[month], date->year);
}

}  // namespace triptych
