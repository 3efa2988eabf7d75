#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/files.hpp>

#include "gitbook/book/file_index.hpp"
#include "gitbook/book/folder_files.hpp"

namespace triptych::gitbook {

/// The order in which the README of a folder links to what lies in it: authors without a SUMMARY
/// write their contents there. Takes time linear in the READMEs and in how deep folders nest.
class ContentsPages {
public:
    /// `pages` are those of the book, below `root`. All arguments but them must outlive the object.
    ContentsPages(const std::vector<std::string>& pages, std::string root, const Files& files,
                  const FileIndex& index);

    /// That of the nearest README, in `folder` or above it, that links to half of the pages
    /// and folders in it, and at least two; empty where none does.
    PlacesInFolder places_in(const std::string& folder);

private:
    using Places = std::map<std::string, PlacesInFolder, std::less<>>;  ///< by folder

    const Places& contents_of(const std::string& folder);
    bool is_enough(const PlacesInFolder& places, const std::string& folder) const;

    std::string root_;
    const Files& files_;
    const FileIndex& index_;
    std::map<std::string, std::set<std::string, std::less<>>> children_;  ///< but for READMEs
    std::map<std::string, Places> contents_;  ///< by the folder whose README has them
};

}  // namespace triptych::gitbook
