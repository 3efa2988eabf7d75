#include "gitbook/book/missing_files.hpp"

#include "base/permission_hint.hpp"

namespace triptych::gitbook {

std::optional<Obstacle> obstacle_at(const std::vector<std::string>& paths, const Files& files) {
    for (const std::string& path : paths) {
        const auto normal = normal_path(path);
        if (!normal || normal->empty()) continue;
        const Obstacle obstacle = files.obstacle(*normal);
        if (obstacle == Obstacle::no_permission) return obstacle;
    }
    return std::nullopt;
}

void report_missing_picture(std::string_view written, const std::vector<std::string>& paths,
                            const Files& files, Span span, const Message& hint,
                            Diagnostics& diagnostics) {
    if (const auto obstacle = obstacle_at(paths, files))
        return diagnostics.report(Kind::unreadable_image, span,
                                  say("picture '{}' can't be shown, its place stays empty: {}",
                                      written, reason(*obstacle)),
                                  permission_hint());
    diagnostics.report(Kind::missing_image, span, say("no picture '{}' in the book", written),
                       hint);
}

}  // namespace triptych::gitbook
