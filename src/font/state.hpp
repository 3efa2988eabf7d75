#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "font/face.hpp"
#include "font/library.hpp"

namespace triptych::font {

/// Faces by `FaceId`, each opened when it is first asked for.
struct Library::State {
    struct Slot {
        FaceFile file;
        std::once_flag once{};
        std::unique_ptr<const Face> face{};
        std::atomic<const Face*> opened = nullptr;  ///< spares those who come later `once`
        std::atomic<bool> unreadable = false;
    };

    explicit State(const Files& tree) : files(tree) {}
    /// The id of `file`; the same for the same path and weight.
    FaceId add(FaceFile file);
    const Face& open(FaceId id);

    const Files& files;
    std::deque<Slot> slots;
    std::map<std::string, std::vector<FaceId>, std::less<>> families;
    std::vector<FaceId> fallback;
};

}  // namespace triptych::font
