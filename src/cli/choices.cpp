#include "cli/choices.hpp"

namespace triptych::cli {

CLI::Validator one_of(std::map<std::string, int> names) {
    const auto replace = [names = std::move(names)](std::string& value) -> std::string {
        if (const auto found = names.find(value); found != names.end()) {
            value = std::to_string(found->second);
            return {};
        }
        std::string known;
        for (const auto& [name, number] : names) known += (known.empty() ? "" : ", ") + name;
        return "'" + value + "' is none of: " + known;
    };
    return CLI::Validator(replace, "");
}

}  // namespace triptych::cli
