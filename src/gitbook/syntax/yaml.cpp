#include "gitbook/syntax/yaml.hpp"

#include <triptych/spelling.hpp>

#include "base/is_one_of.hpp"

namespace triptych::gitbook {
namespace {

/// Of one kind about one file.
constexpr int most_yaml_reports = 100;

Message suggestion(std::string_view key, const std::vector<std::string_view>& known) {
    return spelling::suggestion(spelling::nearest(key, known));
}

}  // namespace

YAML::Node child(const YAML::Node& map, const char* key) {
    if (!map.IsMap()) return {};
    for (const auto& entry : map)
        if (entry.first.IsScalar() && entry.first.Scalar() == key) return entry.second;
    return {};
}

std::string one_value(const YAML::Node& map, const char* key, const YamlSource& source,
                      Diagnostics& diagnostics) {
    const YAML::Node node = child(map, key);
    if (node.IsScalar() || node.IsNull()) return scalar(node);
    const std::vector<std::string> values = scalars(node);
    diagnostics.report(Kind::invalid_value, span_of(node, source),
                       say("'{}' takes one value{}", key,
                           values.empty() ? Message() : say("; the first of the list is taken")),
                       say("write it behind the key"));
    return values.empty() ? std::string() : values.front();
}

bool is_true(const YAML::Node& node) {
    const std::string value = scalar(node);
    return value == "true" || value == "True" || value == "yes" || value == "on";
}

bool is_false(const YAML::Node& node) {
    const std::string value = scalar(node);
    return value == "false" || value == "False" || value == "no" || value == "off";
}

std::vector<std::string> scalars(const YAML::Node& node) {
    std::vector<std::string> values;
    if (node.IsScalar()) values.push_back(scalar(node));
    if (!node.IsSequence()) return values;
    for (const auto& value : node)
        if (value.IsScalar()) values.push_back(scalar(value));
    return values;
}

void report_unknown_keys(const YAML::Node& map, const std::vector<std::string_view>& known,
                         const YamlSource& source, Diagnostics& diagnostics) {
    if (!map.IsMap()) return;
    int left = most_yaml_reports;
    for (const auto& entry : map) {
        const std::string key = scalar(entry.first);
        if (is_one_of(key, known)) continue;
        if (--left < 0)
            return diagnostics.report(Kind::unknown_key, span_of(entry.first, source),
                                      say("more keys that are not known"),
                                      say("only the first 100 are told"));
        diagnostics.report(Kind::unknown_key, span_of(entry.first, source),
                           say("unknown key '{}'", key), suggestion(key, known));
    }
}

}  // namespace triptych::gitbook
