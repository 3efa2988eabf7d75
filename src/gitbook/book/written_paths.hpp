#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gitbook/book/anchors.hpp"
#include "gitbook/book/config.hpp"
#include "gitbook/book/file_index.hpp"

namespace triptych::gitbook {

/// The file a destination was written in.
struct Origin {
    std::string_view path;
    std::size_t space = 0;  ///< index of its space
    PageId page{};          ///< the page it is part of
};

/// A page as links see it.
struct LinkedPage {
    std::string path, title;  ///< true path; plain title
    Anchors anchors;
    std::string address = {};  ///< as `address_of_page`
};

/// Where a program publishes the page at `path`, below the folder of its space, when the page says
/// so (`slug`) or the program takes numbers off names (`01-start.md` of Docusaurus); "" when it is
/// where its path says.
std::string address_of_page(std::string_view path, std::string_view slug, const Space& space);

/// `path` without the ending of a page, as it is spelt in addresses: `a/README.md` is `a`.
std::string page_address(std::string_view path);
void strip_slashes(std::string_view& path);

/// Where GitBook publishes the page at `path`: its path below the space's root, without its ending,
/// on the site; `address` as `address_of_page`.
std::string published_address(const std::string& site_url, std::string_view path,
                              std::string_view address, const Space& space);

/// Finds the files that paths in pages mean. All arguments must outlive the object.
class WrittenPaths {
public:
    WrittenPaths(const FileIndex& files, const std::vector<Space>& spaces,
                 const std::vector<LinkedPage>& pages);

    /// `path` is relative to the file of `origin`, or begins with a slash.
    const std::string* find(std::string_view path, const Origin& origin) const;
    /// `path` is relative to the root of `space`; redirects are followed once.
    const std::string* find_in_space(std::string_view path, const Space& space) const;

private:
    const std::string* find_from_root(std::string_view path, const Space& space) const;
    const std::string* find_below(std::string_view path, const Origin& origin) const;
    const std::string* find_page_or_file(std::string_view path) const;
    const std::string* find_address(std::string_view path) const;

    const FileIndex& files_;
    const std::vector<Space>& spaces_;
    std::unordered_map<std::string, const std::string*> by_address_;  ///< true paths
};

}  // namespace triptych::gitbook
