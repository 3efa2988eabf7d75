#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include <triptych/diagnostics.hpp>

/// YAML and JSON, whoever reads them.
namespace triptych::yaml {

/// JSON writes characters beyond the first 65,536 as two escapes, which YAML does not join:
/// `\ud83d\udca5` is read as `\U0001f4a5`. The ends of those, in the text that is read.
std::vector<std::size_t> joined_surrogates(std::string_view text);

/// A YAML text (JSON is YAML too) and where it stands in its source file.
struct Source {
    std::string_view text;
    FileId file = FileId::none;
    std::uint32_t offset = 0;
    /// Where the parser, which is given what `joined_surrogates` tells, counts two bytes less than
    /// the author wrote.
    std::vector<std::size_t> shortened = joined_surrogates(text);
};

/// The one document in `source`; an empty text is null. Nothing, and `invalid_yaml`, on an error of
/// syntax. Keys that a mapping has twice are reported.
std::optional<YAML::Node> parse(const Source& source, Diagnostics& diagnostics);
Span span_of(const YAML::Node& node, const Source& source);
/// The text of a scalar, "" for anything else.
std::string scalar(const YAML::Node& node);

}  // namespace triptych::yaml
