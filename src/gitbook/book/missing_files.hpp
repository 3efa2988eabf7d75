#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

/// What is said of a file that no index knows: it is not there, or nobody can look.
namespace triptych::gitbook {

/// Whether one of `paths` (from the root of the book) is a file that may not be read, or would lie
/// in a folder that may not be looked into: the reason; nothing when none is.
std::optional<Obstacle> obstacle_at(const std::vector<std::string>& paths, const Files& files);

/// Says that no picture is at any of `paths`, written as `written`, or that it can't be read.
/// `hint` is about a path that is wrong.
void report_missing_picture(std::string_view written, const std::vector<std::string>& paths,
                            const Files& files, Span span, const Message& hint,
                            Diagnostics& diagnostics);

}  // namespace triptych::gitbook
