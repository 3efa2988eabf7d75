#include "gitbook/book/listed_languages.hpp"

#include <algorithm>
#include <utility>

#include <triptych/files.hpp>

#include "base/meant_language.hpp"
#include "gitbook/book/site.hpp"

namespace triptych::gitbook {
namespace {

void bare_folder(std::string& path) {
    while (path.starts_with('/')) path.erase(0, 1);
    while (path.ends_with('/')) path.pop_back();
}

}  // namespace

std::vector<ListedLanguage> listed_languages(const Summary& summary) {
    std::vector<ListedLanguage> languages;
    for (const SummaryPart& part : summary.parts)
        for (const SummaryItem& item : part.items) {
            std::string folder = item.destination;
            // Some name the first page of the folder.
            if (folder.ends_with(".md")) folder.erase(std::min(folder.rfind('/'), folder.size()));
            bare_folder(folder);
            auto root = normal_path(folder);
            if (!root || root->empty() || root->ends_with(".md")) continue;
            std::string tag = meant_language(root->substr(root->rfind('/') + 1));
            if (tag.empty()) tag = meant_language(item.title);
            languages.push_back({std::move(*root), std::move(tag), item.span});
        }
    return languages;
}

const ListedLanguage& choose(const std::vector<ListedLanguage>& languages,
                             const std::string& language) {
    const auto find = [&](auto is_meant) {
        return std::find_if(languages.begin(), languages.end(), is_meant);
    };
    auto found = find([&](const ListedLanguage& each) { return each.tag == language; });
    if (found == languages.end() && !language.empty())
        found = find([&](const ListedLanguage& each) { return same_language(each.tag, language); });
    return found == languages.end() ? languages.front() : *found;
}

}  // namespace triptych::gitbook
