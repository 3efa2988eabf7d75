#include "gitbook/syntax/yaml.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

Span span_at(const YAML::Mark& mark, std::size_t length, const YamlSource& source) {
    const std::size_t at = std::min<std::size_t>(mark.pos < 0 ? 0 : mark.pos, source.text.size());
    const std::size_t end = std::min(at + length, source.text.size());
    return {source.file, source.offset + static_cast<std::uint32_t>(at),
            source.offset + static_cast<std::uint32_t>(end)};
}

/// Levenshtein's distance.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string suggestion(std::string_view key, std::initializer_list<std::string_view> known) {
    if (key.size() > 40) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(2, key.size() / 3) + 1;
    for (const auto candidate : known) {
        const std::size_t distance = edit_distance(key, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best.empty() ? std::string{} : "did you mean '" + std::string(best) + "'?";
}

/// yaml-cpp gives the escapes `\_` (no-break space) and `\N` (next line) as lone bytes of Latin-1.
std::string with_whole_escapes(const std::string& value) {
    if (!text::first_invalid_utf8(value)) return value;
    std::string whole;
    for (std::string_view rest = value; !rest.empty();) {
        const std::size_t bad = text::first_invalid_utf8(rest).value_or(rest.size());
        whole += rest.substr(0, bad);
        if (bad == rest.size()) break;
        text::append_code_point(whole, static_cast<unsigned char>(rest[bad]));
        rest.remove_prefix(bad + 1);
    }
    return whole;
}

}  // namespace

std::optional<YAML::Node> parse_yaml(const YamlSource& source, Diagnostics& diagnostics) {
    try {
        return YAML::Load(std::string(source.text));
    } catch (const YAML::Exception& error) {
        diagnostics.report(Kind::invalid_yaml, span_at(error.mark, 1, source),
                           "invalid YAML: " + error.msg, "what it says is not used");
        return std::nullopt;
    }
}

Span span_of(const YAML::Node& node, const YamlSource& source) {
    return span_at(node.Mark(), node.IsScalar() ? node.Scalar().size() : 1, source);
}

YAML::Node child(const YAML::Node& map, const char* key) {
    if (!map.IsMap()) return {};
    for (const auto& entry : map)
        if (entry.first.IsScalar() && entry.first.Scalar() == key) return entry.second;
    return {};
}

std::string scalar(const YAML::Node& node) {
    return node.IsScalar() ? with_whole_escapes(node.Scalar()) : std::string{};
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

void report_unknown_keys(const YAML::Node& map, std::initializer_list<std::string_view> known,
                         const YamlSource& source, Diagnostics& diagnostics) {
    if (!map.IsMap()) return;
    for (const auto& entry : map) {
        const std::string key = scalar(entry.first);
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        diagnostics.report(Kind::unknown_key, span_of(entry.first, source),
                           "unknown key '" + key + "'", suggestion(key, known));
    }
}

}  // namespace triptych::gitbook
