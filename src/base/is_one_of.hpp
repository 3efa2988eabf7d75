#pragma once

#include <algorithm>
#include <initializer_list>
#include <ranges>
#include <string_view>
#include <type_traits>

namespace triptych {

/// Whether `value` is among `values`: `is_one_of(tag, {Tag::table, Tag::figure})`.
template <typename Value>
requires(!std::is_convertible_v<const Value&, std::string_view>) constexpr bool is_one_of(
    const Value& value, std::initializer_list<std::type_identity_t<Value>> values) {
    return std::find(values.begin(), values.end(), value) != values.end();
}
constexpr bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}
constexpr bool is_one_of(char32_t letter, std::u32string_view letters) {
    return letters.find(letter) != std::u32string_view::npos;
}
/// The same of what is kept in an array or a vector: `is_one_of(name, names)`.
template <typename Value, std::ranges::input_range Values>
requires(!std::is_convertible_v<const Values&, std::u32string_view>) constexpr bool is_one_of(
    const Value& value, const Values& values) {
    return std::find(std::begin(values), std::end(values), value) != std::end(values);
}

}  // namespace triptych
