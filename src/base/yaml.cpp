#include "base/yaml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include <fmt/format.h>
#include <triptych/foreign_message.hpp>

#include "base/text.hpp"

namespace triptych::yaml {
namespace {

/// What yaml-cpp says of text that is no YAML.
constexpr std::array of_yaml = {
    message_id("end of map not found"),
    message_id("end of map flow not found"),
    message_id("end of sequence not found"),
    message_id("end of sequence flow not found"),
    message_id("unknown escape character: {}"),
    message_id("invalid unicode: {}"),
    message_id("bad character found while scanning hex number"),
    message_id("unknown token"),
    message_id("illegal document indicator in scalar"),
    message_id("illegal EOF in scalar"),
    message_id("illegal character in scalar"),
    message_id("illegal tab when looking for indentation"),
    message_id("illegal flow end"),
    message_id("illegal block entry"),
    message_id("illegal map key"),
    message_id("illegal map value"),
    message_id("alias not found after *"),
    message_id("anchor not found after &"),
    message_id("illegal character found while scanning alias"),
    message_id("illegal character found while scanning anchor"),
    message_id("illegal character found while scanning tag handle"),
    message_id("cannot set zero indentation for a block scalar"),
    message_id("unexpected character in block scalar"),
    message_id("the referenced anchor is not defined"),
    message_id("the referenced anchor is not defined: {}"),
    message_id("cannot assign multiple tags to the same node"),
    message_id("cannot assign multiple anchors to the same node"),
    message_id("end of verbatim tag not found"),
    message_id("cannot assign multiple aliases to the same node"),
    message_id("cannot assign the same alias to multiple nodes"),
    message_id("aliases can't have any content, *including* tags"),
    message_id("invalid alias"),
    message_id("invalid anchor"),
    message_id("invalid tag"),
    message_id("invalid scalar"),
    message_id("invalid character in single-quoted string"),
    message_id("unexpected end map token"),
    message_id("unexpected end sequence token"),
    message_id("unmatched group tag"),
    message_id("bad conversion"),
    message_id("bad YAML version: {}"),
    message_id("YAML major version too large"),
    message_id("YAML directives must have exactly one argument"),
    message_id("TAG directives must have exactly two arguments"),
    message_id("repeated YAML directive"),
    message_id("repeated TAG directive"),
    message_id("tag handle with no suffix"),
    // Ours, thrown as the library throws its own.
    message_id("the quote that begins here does not end"),
};

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

/// One without the other stands for no character.
std::string with_joined_surrogates(std::string_view text, std::vector<std::size_t>& shortened) {
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
std::size_t written_place(std::size_t at, const Source& source) {
    const auto& shortened = source.shortened;
    const auto after = std::upper_bound(shortened.begin(), shortened.end(), at);
    return at + 2 * static_cast<std::size_t>(after - shortened.begin());
}

Span span_at(const YAML::Mark& mark, std::size_t length, const Source& source) {
    const std::size_t place = written_place(mark.pos < 0 ? 0 : mark.pos, source);
    const std::size_t at = std::min<std::size_t>(place, source.text.size());
    const std::size_t end = std::min(at + length, source.text.size());
    return {source.file, source.offset + static_cast<std::uint32_t>(at),
            source.offset + static_cast<std::uint32_t>(end)};
}

/// That of an error: the library says that something has no end where the file ends, behind lines
/// that may be blank.
Span place_of(const YAML::Exception& error, const Source& source) {
    Span span = span_at(error.mark, 1, source);
    const std::size_t written = source.text.find_last_not_of(" \t\r\n");
    if (written == source.text.npos || span.begin <= source.offset + written) return span;
    span.begin = source.offset + static_cast<std::uint32_t>(written);
    span.end = span.begin + 1;
    return span;
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

void report_repeated_keys(const YAML::Node& node, const Source& source, Diagnostics& diagnostics,
                          int& nodes, int depth = 0) {
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
                               say("key '{}' stands here twice", scalar(entry.first)),
                               say("the first counts; take one out"));
        report_repeated_keys(entry.second, source, diagnostics, nodes, depth + 1);
    }
}

/// yaml-cpp takes a text in quotes that never end for one that ends with the file. Only the last
/// can be such a text.
class LastQuoted {
public:
    void look(const YAML::Node& node, int depth = 0) {
        if (depth > deepest_node || --nodes_ < 0) return;
        const bool is_quoted = node.IsScalar() && node.Tag() == "!";
        if (is_quoted && node.Mark().pos >= mark_.pos) mark_ = node.Mark();
        if (node.IsSequence())
            for (const auto& item : node) look(item, depth + 1);
        if (!node.IsMap()) return;
        for (const auto& entry : node) {
            look(entry.first, depth + 1);
            look(entry.second, depth + 1);
        }
    }
    void expect_end(std::string_view text) const {
        const auto begin = static_cast<std::size_t>(std::max(mark_.pos, 0));
        const char quote = begin < text.size() ? text[begin] : '\0';
        if (quote != '"' && quote != '\'') return;
        for (std::size_t at = begin + 1; at < text.size(); ++at) {
            const bool escape = quote == '"' ? text[at] == '\\' : text.substr(at, 2) == "''";
            if (escape)
                ++at;
            else if (text[at] == quote)
                return;
        }
        throw YAML::ParserException(mark_, "the quote that begins here does not end");
    }

private:
    YAML::Mark mark_;
    int nodes_ = most_nodes;
};

}  // namespace

std::vector<std::size_t> joined_surrogates(std::string_view text) {
    std::vector<std::size_t> shortened;
    if (holds_surrogates(text)) with_joined_surrogates(text, shortened);
    return shortened;
}

std::optional<YAML::Node> parse(const Source& source, Diagnostics& diagnostics) {
    try {
        std::vector<std::size_t> shortened;
        const std::string text = holds_surrogates(source.text)
                                     ? with_joined_surrogates(source.text, shortened)
                                     : std::string(source.text);
        YAML::Node root = YAML::Load(text);
        LastQuoted last;
        last.look(root);
        last.expect_end(text);
        int nodes = most_nodes;
        report_repeated_keys(root, source, diagnostics, nodes);
        return root;
    } catch (const YAML::Exception& error) {
        diagnostics.report(Kind::invalid_yaml, place_of(error, source),
                           say("invalid YAML: {}", said_by_library(error.msg, of_yaml)),
                           say("what it says is not used"));
        return std::nullopt;
    }
}

Span span_of(const YAML::Node& node, const Source& source) {
    return span_at(node.Mark(), node.IsScalar() ? node.Scalar().size() : 1, source);
}

std::string scalar(const YAML::Node& node) {
    return node.IsScalar() ? with_whole_escapes(node.Scalar()) : std::string{};
}

}  // namespace triptych::yaml
