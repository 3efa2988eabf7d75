#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

namespace triptych::cli {

/// Replaces a name by what it stands for; one that is not known is refused with a list of those
/// that are.
CLI::Validator one_of(std::map<std::string, std::string> names);

/// Words that stand for themselves.
CLI::Validator one_of(std::initializer_list<const char*> words);

/// The name of an enumerator stands for its number, which is what CLI11 reads.
template <typename Enum>
CLI::Validator one_of(const std::map<std::string, Enum>& names) {
    std::map<std::string, std::string> numbers;
    for (const auto& [name, value] : names)
        numbers.emplace(name, std::to_string(static_cast<int>(value)));
    return one_of(std::move(numbers));
}

/// Lets any word pass; shells offer these.
CLI::Validator such_as(const std::vector<std::string>& words);

/// The names that `one_of` lets the option take; none for other options.
std::vector<std::string> choices_of(CLI::Option& option);
/// The words of `such_as`.
std::vector<std::string> suggestions_of(CLI::Option& option);

}  // namespace triptych::cli
