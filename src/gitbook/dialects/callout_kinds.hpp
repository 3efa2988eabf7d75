#pragma once

#include <string>
#include <string_view>

/// What neighbouring dialects call their callouts.
namespace triptych::gitbook {

bool is_callout_kind(std::string_view name);
/// The style of GitBook that comes nearest.
std::string_view style_of(std::string_view name);
/// The title a callout of that kind has when its author gives it none; empty where the callout's
/// own label says as much.
std::string own_title(std::string_view name);
/// The word with a capital in front.
std::string capitalised(std::string_view word);

}  // namespace triptych::gitbook
