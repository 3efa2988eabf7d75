#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>

#include <triptych/files.hpp>

#include "gitbook/book/file_index.hpp"
#include "gitbook/syntax/dialect.hpp"

namespace triptych::gitbook {

/// The place of what has none of its own.
inline constexpr double last_place = std::numeric_limits<double>::infinity();

/// Places of what lies in a folder, by name.
using PlacesInFolder = std::map<std::string, double, std::less<>>;

/// What a program's file in a folder says of the folder: `_category_.json` of Docusaurus, `.pages`
/// and `.nav.yml` of MkDocs; in other programs' folders a README gives the order.
struct FolderFile {
    std::string title, description;  ///< "" when none is given
    double position = last_place;    ///< among its neighbours
    PlacesInFolder order;
    double others = last_place;  ///< the place of names without one
};
FolderFile read_folder_file(const std::string& folder, Dialect dialect, const Files& files,
                            const FileIndex& index);

/// The number at the front of `name`, which Docusaurus takes for a place.
double number_in_front(std::string_view name);

}  // namespace triptych::gitbook
