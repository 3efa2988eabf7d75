#include "booklet/printed_address.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/title_text.hpp"

namespace triptych::booklet {
namespace {

/// Longer ones, which nobody types, lose their middle; so many characters of the end are kept.
constexpr std::size_t longest_address = 200, kept_end = 32;

/// Escapes of letters only: a decoded space would end the address for its reader.
std::string decoded(const std::string& address) {
    const std::string plain = text::percent_decode(address);
    const bool readable =
        !text::first_invalid_utf8(plain) && plain.find_first_of(" \t\n\r\"<>") == std::string::npos;
    return readable ? plain : address;
}

/// What is printed in front of "…" and behind it; all in front where nothing is left out.
struct Printed {
    std::string front, end;
    bool is_shortened = false;
};

Printed printed(std::string_view address) {
    const std::string shown = decoded(text::short_address(address));
    if (text::count_characters(shown) <= longest_address) return {shown, {}};
    const std::size_t host = std::min(shown.find('/'), shown.size());
    const std::size_t first = std::min(shown.find('/', host + 1), host + kept_end);
    std::size_t end = text::start_of_character(shown, shown.size() - kept_end);
    const std::size_t slash = shown.find('/', end);
    if (slash != std::string::npos && slash + kept_end / 3 < shown.size()) end = slash;
    const std::size_t front = text::start_of_character(shown, std::min(first + 1, shown.size()));
    if (front >= end) return {shown, {}};
    return {shown.substr(0, front), shown.substr(end), true};
}

}  // namespace

std::string printed_address(std::string_view address) {
    const Printed shown = printed(address);
    return shown.is_shortened ? shown.front + "…" + shown.end : shown.front;
}

bool is_shortened_in_print(std::string_view address) { return printed(address).is_shortened; }

}  // namespace triptych::booklet
