#include "cli/choices.hpp"

#include <sstream>
#include <string_view>

#include <triptych/spelling.hpp>

namespace triptych::cli {

namespace {

constexpr std::string_view choices_mark = "one of:", suggestions_mark = "such as:";

/// The words behind `mark` in the names of an option's validators.
std::vector<std::string> words_behind(std::string_view mark, CLI::Option& option) {
    std::vector<std::string> found;
    try {
        for (int i = 0;; ++i) {
            const std::string name = option.get_validator(i)->get_name();
            if (!name.starts_with(mark)) continue;
            std::istringstream words(name.substr(mark.size()));
            for (std::string word; words >> word;) found.push_back(word);
        }
    } catch (const CLI::OptionNotFound&) {  // there are no more
    }
    return found;
}

}  // namespace

CLI::Validator one_of(std::map<std::string, std::string> names) {
    std::string listed(choices_mark);
    for (const auto& [name, stands_for] : names) listed += ' ' + name;
    const auto replace = [names = std::move(names)](std::string& value) -> std::string {
        if (const auto found = names.find(value); found != names.end()) {
            value = found->second;
            return {};
        }
        std::string known;
        for (const auto& [name, stands_for] : names) known += (known.empty() ? "" : ", ") + name;
        std::vector<std::string_view> all;
        for (const auto& [name, stands_for] : names) all.push_back(name);
        const std::string_view meant = spelling::nearest(value, all);
        return "'" + value + "' is none of: " + known +
               (meant.empty() ? "" : "; did you mean '" + std::string(meant) + "'?");
    };
    return CLI::Validator(replace, "", std::move(listed));
}

CLI::Validator one_of(std::initializer_list<const char*> words) {
    std::map<std::string, std::string> names;
    for (const char* word : words) names.emplace(word, word);
    return one_of(std::move(names));
}

CLI::Validator such_as(const std::vector<std::string>& words) {
    std::string listed(suggestions_mark);
    for (const std::string& word : words) listed += ' ' + word;
    return CLI::Validator([](std::string&) { return std::string(); }, "", std::move(listed));
}

std::vector<std::string> choices_of(CLI::Option& option) {
    return words_behind(choices_mark, option);
}

std::vector<std::string> suggestions_of(CLI::Option& option) {
    return words_behind(suggestions_mark, option);
}

}  // namespace triptych::cli
