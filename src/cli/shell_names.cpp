#include "cli/shell_names.hpp"

#include <string_view>

#include <triptych/settings.hpp>

#include "cli/folders.hpp"

namespace triptych::cli {

std::vector<std::string> layout_names(const Files& files) {
    constexpr std::string_view folder = "layouts/", file = "/theme.yaml";
    std::vector<std::string> names;
    for (const std::string& path : files.list("layouts")) {
        const std::size_t slash = path.find('/', folder.size());
        if (slash != std::string::npos && std::string_view(path).substr(slash) == file)
            names.push_back(path.substr(folder.size(), slash - folder.size()));
    }
    return names;
}

int run_shell_names(const Arguments& arguments, Console& console) {
    const auto place = arguments.source.empty() ? std::nullopt : place_source(arguments.source);
    const auto book = place ? folder_files(place->root) : nullptr;
    std::vector<std::string> names;
    if (arguments.generated == Generated::layouts) {
        const auto data = arguments.data_folder.empty() ? find_data_folder()
                                                        : std::optional(arguments.data_folder);
        if (data) names = layout_names(*folder_files(*data));
        if (book)
            for (std::string& name : layout_names(*book)) names.push_back(std::move(name));
    } else if (book) {
        PlanNames plans = plan_names(*book);
        names = arguments.generated == Generated::decks ? std::move(plans.decks)
                                                        : std::move(plans.editions);
    }
    std::string out;
    for (const std::string& name : names) out += name + '\n';
    return console.text(out) ? 0 : 1;
}

}  // namespace triptych::cli
