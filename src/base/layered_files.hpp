#pragma once

#include <memory>
#include <string>
#include <vector>

#include <triptych/files.hpp>

namespace triptych {

/// A folder of a tree of files, shown at another place.
struct Layer {
    const Files* files = nullptr;  ///< must outlive the tree made of it
    std::string folder;            ///< in `files`; empty: all of it
    std::string at;                ///< where the folder is seen; empty: at the root
};

/// Several trees as one: of two files of the same path that of the earlier layer is seen.
std::unique_ptr<Files> layered_files(std::vector<Layer> layers);

}  // namespace triptych
