#include "gitbook/book/contents_pages.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t least_linked = 2;

/// Addresses of the Markdown links outside listings, in order.
std::vector<std::string> addresses_in(std::string_view page) {
    std::vector<std::string> found;
    std::optional<Fence> fence;
    for (std::size_t at = 0; at < page.size(); at = behind_line(page, at)) {
        const std::string_view line = line_at(page, at);
        if (fence) {
            if (closes(line, *fence)) fence.reset();
            continue;
        }
        fence = opened_fence(line);
        if (fence) continue;
        for (std::size_t link = line.find("]("); link != line.npos; link = line.find("](", link)) {
            link += 2;
            const std::size_t close = line.find(')', link);
            if (close == line.npos) break;
            std::string_view address = text::trim(line.substr(link, close - link));
            if (address.starts_with('<') && address.ends_with('>'))
                address = address.substr(1, address.size() - 2);
            address = address.substr(0, address.find_first_of("#?"));
            if (!address.empty() && address.find("://") == address.npos)
                found.push_back(text::percent_decode(address));
        }
    }
    return found;
}

/// The part of `path` right below `folder`; "" where it does not lie there.
std::string_view child_of(std::string_view folder, std::string_view path) {
    const std::string prefix = join(folder, "");
    if (!path.starts_with(prefix)) return {};
    path.remove_prefix(prefix.size());
    return path.substr(0, path.find('/'));
}

}  // namespace

ContentsPages::ContentsPages(const std::vector<std::string>& pages, std::string root,
                             const Files& files, const FileIndex& index)
    : root_(std::move(root)), files_(files), index_(index) {
    for (const std::string& page : pages) {
        std::string_view path = page;
        if (is_readme(path)) path = folder_of(path);
        for (; path.size() > root_.size(); path = folder_of(path))
            if (!children_[std::string(folder_of(path))].insert(std::string(name_of(path))).second)
                break;
    }
}

const std::vector<std::string>& ContentsPages::links_of(const std::string& folder) {
    const auto [known, is_new] = links_.try_emplace(folder);
    const std::string* readme = is_new ? index_.find_readme(folder) : nullptr;
    if (readme == nullptr) return known->second;
    const SourceText source = source_text(files_.read(*readme).value_or(""));
    for (const std::string& address : addresses_in(source.text)) {
        const auto path = normal_path(join(folder, address));
        if (!path) continue;
        const std::string* page = nullptr;
        for (const std::string& candidate : {*path, *path + ".md"})
            if (page == nullptr) page = index_.find(candidate);
        if (page == nullptr) page = index_.find_readme(*path);
        if (page != nullptr && is_markdown(*page)) known->second.push_back(*page);
    }
    return known->second;
}

PlacesInFolder ContentsPages::places_by(const std::string& folder, const std::string& contents) {
    PlacesInFolder places;
    const auto& children = children_[folder];
    for (const std::string& page : links_of(contents)) {
        const std::string name(child_of(folder, page));
        if (children.contains(name)) places.try_emplace(name, static_cast<double>(places.size()));
    }
    const bool enough = places.size() >= least_linked && 2 * places.size() >= children.size();
    return enough ? std::move(places) : PlacesInFolder();
}

const PlacesInFolder& ContentsPages::places_in(const std::string& folder) {
    const auto [known, is_new] = places_.try_emplace(folder);
    for (std::string contents = folder; is_new;) {
        known->second = places_by(folder, contents);
        if (!known->second.empty() || contents.size() <= root_.size()) break;
        contents = folder_of(contents);
    }
    return known->second;
}

}  // namespace triptych::gitbook
