#include "base/iso_date.hpp"

#include <charconv>
#include <chrono>

namespace triptych {
namespace {

/// Exactly `digits` decimal digits from the front of `text`, taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    int value = 0;
    if (text.size() < digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc() || end != text.data() + digits || value < 0) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

/// The number behind a hyphen, or 1 when nothing is left.
std::optional<int> take_date_part(std::string_view& text) {
    if (text.empty()) return 1;
    if (text.front() != '-') return std::nullopt;
    text.remove_prefix(1);
    return take_number(text, 2);
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view date) {
    const auto year = take_number(date, 4);
    const auto month = year ? take_date_part(date) : std::nullopt;
    const auto day = month ? take_date_part(date) : std::nullopt;
    if (!day || !date.empty()) return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year{*year},
                                            std::chrono::month{static_cast<unsigned>(*month)},
                                            std::chrono::day{static_cast<unsigned>(*day)}};
    if (!civil.ok()) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::sys_days{civil}.time_since_epoch())
        .count();
}

}  // namespace triptych
