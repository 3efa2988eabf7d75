#pragma once

#include <map>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

namespace triptych::cli {

/// Puts the number of an enumerator in the place of its name, as CLI11 reads enumerations, and
/// says which names there are when it is none of them.
CLI::Validator one_of(std::map<std::string, int> names);

template <typename Enum>
CLI::Validator one_of(const std::map<std::string, Enum>& names) {
    std::map<std::string, int> numbers;
    for (const auto& [name, value] : names) numbers.emplace(name, static_cast<int>(value));
    return one_of(std::move(numbers));
}

}  // namespace triptych::cli
