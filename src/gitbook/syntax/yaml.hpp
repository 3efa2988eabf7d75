#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include <triptych/diagnostics.hpp>

/// YAML without exceptions: a missing or misshapen value is null or "".
namespace triptych::gitbook {

/// A YAML text (JSON is YAML too) and where it stands in its source file.
struct YamlSource {
    std::string_view text;
    FileId file = FileId::none;
    std::uint32_t offset = 0;
};

/// The one document in `source`; an empty text is null. Nothing, and `invalid_yaml`, on an error of
/// syntax. Keys that a mapping has twice are reported.
std::optional<YAML::Node> parse_yaml(const YamlSource& source, Diagnostics& diagnostics);
Span span_of(const YAML::Node& node, const YamlSource& source);

/// The value under `key`; a null node when `map` is no mapping or has no such key.
YAML::Node child(const YAML::Node& map, const char* key);
/// The text of a scalar, "" for anything else.
std::string scalar(const YAML::Node& node);
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
