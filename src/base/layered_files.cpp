#include "base/layered_files.hpp"

#include <algorithm>
#include <utility>

namespace triptych {
namespace {

std::string joined(std::string_view folder, std::string_view path) {
    if (folder.empty() || path.empty()) return std::string(folder.empty() ? path : folder);
    return std::string(folder) + '/' + std::string(path);
}

/// What is left of `path` below `folder`; nothing when it lies elsewhere.
std::optional<std::string_view> below(std::string_view path, std::string_view folder) {
    if (folder.empty()) return path;
    if (path == folder) return std::string_view{};
    if (!path.starts_with(folder) || path[folder.size()] != '/') return std::nullopt;
    return path.substr(folder.size() + 1);
}

class LayeredFiles final : public Files {
public:
    explicit LayeredFiles(std::vector<Layer> layers) : layers_(std::move(layers)) {}

    std::optional<std::string> read(std::string_view path) const override {
        const auto found = find(path);
        return found ? found->files->read(found->path) : std::nullopt;
    }
    std::optional<Mapping> map(std::string_view path) const override {
        const auto found = find(path);
        return found ? found->files->map(found->path) : std::nullopt;
    }
    bool is_file(std::string_view path) const override { return find(path).has_value(); }
    bool is_folder(std::string_view path) const override {
        return std::any_of(layers_.begin(), layers_.end(), [&](const Layer& layer) {
            const auto inner = in_layer(path, layer);
            return inner && layer.files->is_folder(*inner);
        });
    }
    std::vector<std::string> list(std::string_view folder) const override {
        std::vector<std::string> all;
        for (const Layer& layer : layers_) {
            const auto inner = in_layer(folder, layer);
            if (!inner && !below(layer.at, folder)) continue;
            for (const std::string& path : layer.files->list(inner ? *inner : layer.folder)) {
                all.push_back(joined(layer.at, *below(path, layer.folder)));
            }
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }
    Obstacle obstacle(std::string_view path) const override {
        if (const auto found = find(path)) return found->files->obstacle(found->path);
        for (const Layer& layer : layers_) {
            const auto inner = in_layer(path, layer);
            const Obstacle own = inner ? layer.files->obstacle(*inner) : Obstacle::absent;
            if (own != Obstacle::absent) return own;
        }
        return Obstacle::absent;
    }

private:
    struct Place {
        const Files* files;
        std::string path;
    };

    static std::optional<std::string> in_layer(std::string_view path, const Layer& layer) {
        const auto normal = normal_path(path);
        if (!normal) return std::nullopt;
        const auto inner = below(*normal, layer.at);
        return inner ? std::optional(joined(layer.folder, *inner)) : std::nullopt;
    }

    std::optional<Place> find(std::string_view path) const {
        for (const Layer& layer : layers_) {
            auto inner = in_layer(path, layer);
            if (inner && layer.files->is_file(*inner)) return Place{layer.files, std::move(*inner)};
        }
        return std::nullopt;
    }

    std::vector<Layer> layers_;
};

}  // namespace

std::unique_ptr<Files> layered_files(std::vector<Layer> layers) {
    return std::make_unique<LayeredFiles>(std::move(layers));
}

}  // namespace triptych
