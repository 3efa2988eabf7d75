#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>

namespace CLI {
class App;
}

/// The language in which the program speaks.
namespace triptych::cli {

/// As `--lang` says among the words of the command line, or else as the environment does.
MessageLanguage language_of(const std::vector<std::string>& words);

/// `--lang`, for the program and for each of its commands.
void add_language(CLI::App& app, std::string& language);

/// Says the help of the program and of all its commands in `language`.
void translate(CLI::App& app, MessageLanguage language);

}  // namespace triptych::cli
