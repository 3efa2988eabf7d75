#include "gitbook/syntax/yaml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "base/spelling.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// Looking for keys that stand twice goes no further: aliases make many nodes of few.
constexpr int most_nodes = 10'000, deepest_node = 50;
/// Of one kind about one file.
constexpr int most_yaml_reports = 100;

/// The number of `\uXXXX` at the front of `text`.
std::optional<char32_t> unicode_escape(std::string_view text) {
    std::uint32_t unit = 0;
    if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
    const char* end = text.data() + 6;
    const auto read = std::from_chars(text.data() + 2, end, unit, 16);
    return read.ptr == end ? std::optional<char32_t>(unit) : std::nullopt;
}
bool is_high_surrogate(std::optional<char32_t> unit) {
    return unit && *unit >= 0xD800 && *unit < 0xDC00;
}
bool is_low_surrogate(std::optional<char32_t> unit) {
    return unit && *unit >= 0xDC00 && *unit < 0xE000;
}

/// Where in a text with surrogates two bytes less stand than the author wrote.
using Shortened = std::vector<std::size_t>;

/// JSON writes characters beyond the first 65,536 as two escapes, which YAML does not join:
/// `\ud83d\udca5` becomes `\U0001f4a5`. One without the other stands for no character.
std::string with_joined_surrogates(std::string_view text, Shortened& shortened) {
    std::string joined;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t escape = std::min(text.find('\\', at), text.size());
        joined += text.substr(at, escape - at);
        at = escape;
        if (at == text.size()) break;
        const std::string_view rest = text.substr(at);
        const auto unit = unicode_escape(rest);
        const auto next = is_high_surrogate(unit) ? unicode_escape(rest.substr(6)) : std::nullopt;
        if (is_low_surrogate(next)) {
            const char32_t whole = 0x10000 + ((*unit - 0xD800) << 10U) + (*next - 0xDC00);
            joined += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(whole));
            shortened.push_back(joined.size());
            at += 12;
        } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
            joined += "\\ufffd";
            at += 6;
        } else {
            joined += rest.substr(0, 2);
            at += std::min<std::size_t>(2, rest.size());
        }
    }
    return joined;
}

bool holds_surrogates(std::string_view text) {
    return text.find("\\ud") != text.npos || text.find("\\uD") != text.npos;
}

/// Place in the author's text of what the parser found at `at` of the text it was given.
std::size_t written_place(std::size_t at, std::string_view text) {
    if (!holds_surrogates(text)) return at;
    Shortened shortened;
    with_joined_surrogates(text, shortened);
    return at + 2 * static_cast<std::size_t>(
                        std::count_if(shortened.begin(), shortened.end(),
                                      [&](std::size_t place) { return place <= at; }));
}

Span span_at(const YAML::Mark& mark, std::size_t length, const YamlSource& source) {
    const std::size_t place = written_place(mark.pos < 0 ? 0 : mark.pos, source.text);
    const std::size_t at = std::min<std::size_t>(place, source.text.size());
    const std::size_t end = std::min(at + length, source.text.size());
    return {source.file, source.offset + static_cast<std::uint32_t>(at),
            source.offset + static_cast<std::uint32_t>(end)};
}

std::string suggestion(std::string_view key, const std::vector<std::string_view>& known) {
    const std::string_view best = spelling::nearest(key, known);
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

void report_repeated_keys(const YAML::Node& node, const YamlSource& source,
                          Diagnostics& diagnostics, int& nodes, int depth = 0) {
    if (depth > deepest_node || --nodes < 0) return;
    if (node.IsSequence())
        for (const auto& item : node)
            report_repeated_keys(item, source, diagnostics, nodes, depth + 1);
    if (!node.IsMap()) return;
    std::unordered_set<std::string> keys;
    int keys_told = 0;
    for (const auto& entry : node) {
        if (entry.first.IsScalar() && !keys.insert(entry.first.Scalar()).second &&
            keys_told++ < most_yaml_reports)
            diagnostics.report(Kind::invalid_value, span_of(entry.first, source),
                               "key '" + scalar(entry.first) + "' stands here twice",
                               "the first counts; take one out");
        report_repeated_keys(entry.second, source, diagnostics, nodes, depth + 1);
    }
}

}  // namespace

std::optional<YAML::Node> parse_yaml(const YamlSource& source, Diagnostics& diagnostics) {
    try {
        Shortened shortened;
        YAML::Node root = YAML::Load(holds_surrogates(source.text)
                                         ? with_joined_surrogates(source.text, shortened)
                                         : std::string(source.text));
        int nodes = most_nodes;
        report_repeated_keys(root, source, diagnostics, nodes);
        return root;
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

std::string one_value(const YAML::Node& map, const char* key, const YamlSource& source,
                      Diagnostics& diagnostics) {
    const YAML::Node node = child(map, key);
    if (node.IsScalar() || node.IsNull()) return scalar(node);
    const std::vector<std::string> values = scalars(node);
    diagnostics.report(Kind::invalid_value, span_of(node, source),
                       "'" + std::string(key) + "' takes one value" +
                           (values.empty() ? "" : "; the first of the list is taken"),
                       "write it behind the key");
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
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        if (--left < 0)
            return diagnostics.report(Kind::unknown_key, span_of(entry.first, source),
                                      "more keys that are not known",
                                      "only the first 100 are told");
        diagnostics.report(Kind::unknown_key, span_of(entry.first, source),
                           "unknown key '" + key + "'", suggestion(key, known));
    }
}

}  // namespace triptych::gitbook
