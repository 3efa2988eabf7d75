#include "gitbook/book/folder_order.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/book/contents_pages.hpp"
#include "gitbook/book/folder_files.hpp"
#include "gitbook/book/front_matter.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

/// Length of the run of digits at the front, leading zeros not counted, and where it ends.
std::string_view take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && ascii::is_digit(text[end])) ++end;
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return number;
}

/// Negative, zero or positive as `a` comes before, with or after `b`.
int compare_names(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (ascii::is_digit(a.front()) && ascii::is_digit(b.front())) {
            const auto x = take_number(a), y = take_number(b);
            if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0) return order;
            continue;
        }
        if (a.front() != b.front())
            return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front())
                       ? -1
                       : 1;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

/// One part of a path as it is sorted: a page and the folder of its name are neighbours.
std::string sorting_name(std::string_view part) {
    if (is_readme(part)) return {};
    if (is_markdown(part)) part = part.substr(0, part.rfind('.'));
    return text::lower_case(part);
}

std::string_view stem(std::string_view path) {
    return is_markdown(path) ? path.substr(0, path.rfind('.')) : path;
}

/// The name of a folder as its programs show it: `02-first_steps` is "First steps".
std::string shown_name(std::string_view name) {
    std::size_t front = 0;
    while (front < name.size() && ascii::is_digit(name[front])) ++front;
    if (front > 0 && front + 1 < name.size() &&
        (name[front] == '-' || name[front] == '_' || name[front] == '.' || name[front] == ' '))
        name.remove_prefix(front + 1);
    std::string title(name);
    std::replace(title.begin(), title.end(), '-', ' ');
    std::replace(title.begin(), title.end(), '_', ' ');
    title = text::collapse_spaces(title);
    return with_capital(std::move(title));
}

/// A part of a path as it is sorted.
struct Rank {
    double position = last_place;  ///< that it gives itself
    bool behind = false;           ///< the files of its folder
    std::string name;
};

bool before(const std::vector<Rank>& a, const std::vector<Rank>& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const bool a_first = a[i].name.empty(), b_first = b[i].name.empty();
        if (a_first != b_first) return a_first;
        if (a[i].position != b[i].position) return a[i].position < b[i].position;
        if (a[i].behind != b[i].behind) return b[i].behind;
        if (const int order = compare_names(a[i].name, b[i].name); order != 0) return order < 0;
    }
    return a.size() < b.size();
}

class FolderReader {
public:
    FolderReader(const std::vector<std::string>& pages, const Space& space, const Files& files,
                 const FileIndex& index)
        : space_(space), files_(files), index_(index), contents_(pages, space.root, files, index) {
        for (const std::string& path : pages)
            own_pages_.insert(std::string(is_readme(path) ? folder_of(path) : stem(path)));
        for (std::size_t i = 0; i < space.order.size(); ++i)
            if (const std::string* page = listed(space.order[i])) listed_.try_emplace(*page, i);
    }

    std::vector<FolderEntry> read(std::vector<std::string> pages) {
        std::vector<std::pair<std::vector<Rank>, std::string>> ranked;
        for (std::string& path : pages) {
            auto ranks = ranks_of(path);
            ranked.emplace_back(std::move(ranks), std::move(path));
        }
        std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
            if (before(a.first, b.first)) return true;
            if (before(b.first, a.first)) return false;
            return a.second < b.second;
        });
        std::vector<FolderEntry> entries;
        for (auto& [ranks, path] : ranked) {
            add_folders(path, entries);
            const auto depth = depth_of(path);
            entries.push_back({std::move(path), {}, depth});
        }
        return entries;
    }

    /// Whether code of the program lists pages that are there.
    bool has_list() const { return !listed_.empty(); }

private:
    bool shows_folders() const {
        return space_.dialect == Dialect::docusaurus || space_.dialect == Dialect::mkdocs;
    }

    /// The page that code of the program lists as `name`.
    const std::string* listed(std::string_view name) const {
        while (name.starts_with('/') || name.starts_with("./"))
            name.remove_prefix(name.front() == '/' ? 1 : 2);
        if (name.ends_with(".html")) name.remove_suffix(5);
        while (name.ends_with('/')) name.remove_suffix(1);
        const auto path = normal_path(join(space_.root, name));
        if (!path || path->size() <= space_.root.size()) return nullptr;
        return index_.find_page(*path);
    }

    std::vector<Rank> ranks_of(const std::string& path) {
        std::vector<Rank> ranks;
        const auto place = listed_.find(path);
        if (!listed_.empty())
            ranks.push_back({place != listed_.end() ? static_cast<double>(place->second)
                             : is_readme(path) && folder_of(path) == space_.root ? -1
                                                                                 : last_place,
                             false, "page"});
        std::size_t begin = space_.root.empty() ? 0 : space_.root.size() + 1;
        for (std::size_t slash = path.find('/', begin); slash != path.npos;
             begin = slash + 1, slash = path.find('/', begin))
            ranks.push_back(rank_of_folder(path.substr(0, slash)));
        const std::string_view name = std::string_view(path).substr(begin);
        ranks.push_back({position_of(path), false, sorting_name(name)});
        return ranks;
    }

    const Rank& rank_of_folder(const std::string& folder) {
        const auto known = folders_.find(folder);
        if (known != folders_.end()) return known->second;
        const std::string_view name = name_of(folder);
        const bool numbered = !name.empty() && ascii::is_digit(name[0]);
        const bool own = own_pages_.contains(folder);
        const bool behind = space_.dialect == Dialect::mkdocs ||
                            (space_.dialect != Dialect::docusaurus && !numbered && !own);
        return folders_.emplace(folder, Rank{place_of_folder(folder), behind, sorting_name(name)})
            .first->second;
    }

    double place_of_folder(const std::string& folder) {
        if (space_.dialect == Dialect::mkdocs) return place_in_folder(folder);
        if (has_contents_pages()) {
            const std::string* page = index_.find_readme(folder);
            const auto own = page ? own_position(*page) : std::nullopt;
            return own ? *own : place_in_folder(folder);
        }
        const double position = file_in(folder).position;
        const bool numbered = space_.dialect == Dialect::docusaurus && position == last_place;
        return numbered ? number_in_front(name_of(folder)) : position;
    }

    /// The place that the file in the folder above gives a page or a folder.
    double place_in_folder(std::string_view path) {
        const FolderFile& above = file_in(std::string(folder_of(path)));
        const auto listed = above.order.find(name_of(path));
        return listed == above.order.end() ? above.others : listed->second;
    }

    /// The place that a page gives itself.
    std::optional<double> own_position(const std::string& path) const {
        const SourceText source = source_text(files_.read(path).value_or(""));
        Diagnostics reported_when_read;
        return parse_front_matter(source.text, FileId{0}, reported_when_read).position;
    }

    /// Their programs order pages by no file of their own.
    bool has_contents_pages() const { return !shows_folders() && listed_.empty(); }

    double position_of(const std::string& path) {
        if (space_.dialect == Dialect::mkdocs) return place_in_folder(path);
        if (!has_contents_pages() && space_.dialect != Dialect::docusaurus) return last_place;
        const auto own = own_position(path);
        if (own) return *own;
        return has_contents_pages() ? place_in_folder(path) : number_in_front(name_of(path));
    }

    const FolderFile& file_in(const std::string& folder) {
        const auto known = folder_files_.find(folder);
        if (known != folder_files_.end()) return known->second;
        FolderFile file = read_folder_file(folder, space_.dialect, files_, index_);
        if (has_contents_pages()) file.order = contents_.places_in(folder);
        return folder_files_.emplace(folder, std::move(file)).first->second;
    }

    /// The headings of the folders around a page that have no page of their own.
    void add_folders(const std::string& path, std::vector<FolderEntry>& entries) {
        if (!shows_folders()) return;
        for (std::size_t slash = path.find('/', space_.root.empty() ? 0 : space_.root.size() + 1);
             slash != path.npos; slash = path.find('/', slash + 1)) {
            const std::string folder = path.substr(0, slash);
            if (own_pages_.contains(folder) || !shown_.insert(folder).second) continue;
            const auto depth = depth_of(folder);
            const FolderFile& file = file_in(folder);
            entries.push_back({{},
                               file.title.empty() ? shown_name(name_of(folder)) : file.title,
                               depth,
                               file.description});
        }
    }

    /// How many of the folders above `path` have a page or a heading of their own.
    std::uint8_t depth_of(std::string_view path) const {
        std::size_t depth = 0;
        if (is_readme(path)) path = folder_of(path);
        for (auto folder = folder_of(path); folder.size() > space_.root.size();
             folder = folder_of(folder))
            depth += own_pages_.count(std::string(folder)) + shown_.count(std::string(folder));
        return static_cast<std::uint8_t>(std::min<std::size_t>(depth, 100));
    }

    const Space& space_;
    const Files& files_;
    const FileIndex& index_;
    std::set<std::string> own_pages_;  ///< folders and stems that have a page
    std::set<std::string> shown_;      ///< folders that have a heading
    std::map<std::string, std::size_t> listed_;
    std::map<std::string, Rank> folders_;
    std::map<std::string, FolderFile> folder_files_;
    ContentsPages contents_;
};

}  // namespace

std::vector<FolderEntry> in_reading_order(std::vector<std::string> pages, const Space& space,
                                          const Files& files, const FileIndex& index,
                                          Diagnostics& diagnostics) {
    FolderReader reader(pages, space, files, index);
    if (!space.order_source.empty() && !reader.has_list())
        diagnostics.report(Kind::dialect, {},
                           say("the order of pages in {} is code that is not read; they stand in "
                               "the order of their names",
                               space.order_source),
                           say("list them in a SUMMARY.md"));
    return reader.read(std::move(pages));
}

bool natural_less(std::string_view a, std::string_view b) {
    const auto a_parts = text::split(a, '/'), b_parts = text::split(b, '/');
    const std::size_t common = std::min(a_parts.size(), b_parts.size());
    for (std::size_t i = 0; i < common; ++i) {
        const int order = compare_names(sorting_name(a_parts[i]), sorting_name(b_parts[i]));
        if (order != 0) return order < 0;
    }
    return a_parts.size() != b_parts.size() ? a_parts.size() < b_parts.size() : a < b;
}

}  // namespace triptych::gitbook
