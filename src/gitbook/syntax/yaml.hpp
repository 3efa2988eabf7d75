#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.hpp"

/// YAML without exceptions: a missing or misshapen value is null or "".
namespace triptych::gitbook {

using YamlSource = yaml::Source;
using yaml::scalar;
using yaml::span_of;

/// The value under `key`; a null node when `map` is no mapping or has no such key.
YAML::Node child(const YAML::Node& map, const char* key);
/// The text of the scalar under `key`. A list or a mapping there is reported; the first text of a
/// list is taken.
std::string one_value(const YAML::Node& map, const char* key, const YamlSource& source,
                      Diagnostics& diagnostics);
/// Whether the scalar says yes.
bool is_true(const YAML::Node& node);
bool is_false(const YAML::Node& node);
/// The scalars of a sequence; a lone scalar counts as a sequence of one.
std::vector<std::string> scalars(const YAML::Node& node);

/// Reports every key of `map` that is not among `known`, with the nearest known key as hint.
void report_unknown_keys(const YAML::Node& map, const std::vector<std::string_view>& known,
                         const YamlSource& source, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
