#pragma once

#include <string_view>

namespace triptych {

/// How a language writes dates, as the Unicode CLDR has it: `{d}`, `{m}` and `{y}` are the day, the
/// month and the year.
struct DateWords {
    std::string_view day;           ///< "{d}. {m} {y}"
    std::string_view month;         ///< without a day
    std::string_view months;        ///< twelve names, with bars between them, as `day` has them …
    std::string_view months_alone;  ///< … and as `month` does
};

/// English where nothing is known of the language.
const DateWords& date_words(std::string_view language);

}  // namespace triptych
