#include "gitbook/book/folder_files.hpp"

#include <charconv>
#include <initializer_list>
#include <optional>
#include <system_error>

#include "base/ascii.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_names = 10'000;

/// The first of the files called `names` in `folder`, as YAML.
std::optional<YAML::Node> yaml_in(const std::string& folder,
                                  std::initializer_list<const char*> names, const Files& files,
                                  const FileIndex& index) {
    for (const char* name : names) {
        const std::string* path = index.find(join(folder, name));
        if (path == nullptr) continue;
        const std::string text = files.read(*path).value_or("");
        Diagnostics ignored;
        return yaml::parse({text, FileId{0}}, ignored);
    }
    return std::nullopt;
}

/// Gives the names in a list their places, and those in the lists in it.
void add_order(const YAML::Node& list, FolderFile& file) {
    if (!list.IsSequence()) return;
    for (const auto& entry : list) {
        if (file.order.size() > most_names) return;
        const YAML::Node named = entry.IsMap() && entry.begin() != entry.end()
                                     ? YAML::Node(entry.begin()->second)
                                     : YAML::Node(entry);
        if (named.IsSequence()) {
            add_order(named, file);
            continue;
        }
        std::string name = scalar(named);
        const auto place = static_cast<double>(file.order.size());
        // Three dots stand for what is not listed.
        if (name.starts_with("...")) file.others = place;
        while (name.ends_with('/')) name.pop_back();
        file.order.try_emplace(name.substr(0, name.find('/')), place);
    }
}

}  // namespace

FolderFile read_folder_file(const std::string& folder, Dialect dialect, const Files& files,
                            const FileIndex& index) {
    FolderFile file;
    if (dialect == Dialect::docusaurus) {
        const auto yaml =
            yaml_in(folder, {"_category_.json", "_category_.yml", "_category_.yaml"}, files, index);
        file.position = number_in_front(yaml ? scalar(child(*yaml, "position")) : std::string());
        if (yaml) {
            file.title = scalar(child(*yaml, "label"));
            file.description = scalar(child(child(*yaml, "link"), "description"));
        }
    } else if (dialect == Dialect::mkdocs) {
        const auto yaml = yaml_in(folder, {".nav.yml", ".pages", ".nav.yaml"}, files, index);
        if (!yaml) return file;
        file.title = scalar(child(*yaml, "title"));
        for (const char* key : {"nav", "arrange"}) add_order(child(*yaml, key), file);
    }
    return file;
}

double number_in_front(std::string_view name) {
    double number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    return read.ec == std::errc() && ascii::is_digit(name[0]) ? number : last_place;
}

}  // namespace triptych::gitbook
