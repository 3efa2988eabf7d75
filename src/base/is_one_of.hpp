#pragma once

#include <algorithm>
#include <initializer_list>
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

}  // namespace triptych
