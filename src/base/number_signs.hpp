#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How a language writes figures, as the Unicode CLDR has it.
namespace triptych {

/// `text` with its figures in the digits that `language` writes by custom: "۱۲" for "12" in
/// Persian, or in those that its tag asks for ("ar-u-nu-latn").
std::string own_digits(std::string text, std::string_view language);
std::string own_digits(std::size_t number, std::string_view language);

/// Whether `word` begins with a decimal digit of any script.
bool begins_with_figure(std::string_view word);

/// The name of the language's digits in style sheets ("persian"); "" where there is none, and of
/// those of Latin letters.
std::string_view digits_in_style_sheets(std::string_view language);

/// The sign before decimals: "," in German, "." in English.
std::string_view decimal_sign(std::string_view language);

/// The number in groups of three digits: "7 400" in French, "7,400" in English.
std::string grouped_number(std::size_t number, std::string_view language);

/// The size of a file, with one decimal below ten kilobytes and above one megabyte: "2,5 ko" in
/// French, "2.5 kB" in English.
std::string file_size(std::size_t bytes, std::string_view language);

}  // namespace triptych
