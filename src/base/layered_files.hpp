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

/// Several trees of files as one. Where two layers have a file at the same path, the earlier layer
/// wins.
std::unique_ptr<Files> layered_files(std::vector<Layer> layers);

}  // namespace triptych
