#include "gitbook/book/contents_pages.hpp"

#include <optional>
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
    for (const std::string_view line : text::split(page, '\n')) {
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

const ContentsPages::Places& ContentsPages::contents_of(const std::string& folder) {
    const auto [known, is_new] = contents_.try_emplace(folder);
    const std::string* readme = is_new ? index_.find_readme(folder) : nullptr;
    if (readme == nullptr) return known->second;
    const SourceText source = source_text(files_.read(*readme).value_or(""));
    for (const std::string& address : addresses_in(source.text)) {
        const auto written = normal_path(join(folder, address));
        const std::string* page = written ? index_.find_page(*written) : nullptr;
        if (page == nullptr) continue;
        // It has a place in each folder from that of the README down.
        for (std::string_view path = *page; path.size() > folder.size(); path = folder_of(path)) {
            const std::string above(folder_of(path));
            const auto children = children_.find(above);
            if (children == children_.end() || !children->second.contains(name_of(path))) continue;
            auto& places = known->second[above];
            places.try_emplace(std::string(name_of(path)), static_cast<double>(places.size()));
        }
    }
    return known->second;
}

bool ContentsPages::is_enough(const PlacesInFolder& places, const std::string& folder) const {
    const auto children = children_.find(folder);
    return children != children_.end() && places.size() >= least_linked &&
           2 * places.size() >= children->second.size();
}

PlacesInFolder ContentsPages::places_in(const std::string& folder) {
    for (std::string_view above = folder;; above = folder_of(above)) {
        const Places& contents = contents_of(std::string(above));
        const auto places = contents.find(folder);
        if (places != contents.end() && is_enough(places->second, folder)) return places->second;
        if (above.size() <= root_.size()) return {};
    }
}

}  // namespace triptych::gitbook
