#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

namespace triptych::cli {

/// Replaces the name of an enumerator by its number, which is what CLI11 reads; a name that is not
/// known is refused with a list of those that are.
CLI::Validator one_of(std::map<std::string, int> names);

template <typename Enum>
CLI::Validator one_of(const std::map<std::string, Enum>& names) {
    std::map<std::string, int> numbers;
    for (const auto& [name, value] : names) numbers.emplace(name, static_cast<int>(value));
    return one_of(std::move(numbers));
}

/// The names that `one_of` lets the option take; none for other options.
std::vector<std::string> choices_of(CLI::Option& option);

}  // namespace triptych::cli
