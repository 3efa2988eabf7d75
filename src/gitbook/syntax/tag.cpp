#include "gitbook/syntax/tag.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/entities.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_section = 2000;
constexpr std::size_t longest_printed = 500;  // bytes of a value between marks that may not be any

struct KnownTag {
    std::string_view name;
    EndTag end;
    bool has_attributes = true;  ///< else a condition, a name of a file or a formula
};
constexpr std::array known_tags{
    KnownTag{"hint", EndTag::required},
    KnownTag{"tabs", EndTag::required},
    KnownTag{"tab", EndTag::required},
    KnownTag{"stepper", EndTag::required},
    KnownTag{"step", EndTag::required},
    KnownTag{"code", EndTag::required},
    KnownTag{"columns", EndTag::required},
    KnownTag{"column", EndTag::required},
    KnownTag{"updates", EndTag::required},
    KnownTag{"update", EndTag::required},
    KnownTag{"prompt", EndTag::required},
    KnownTag{"if", EndTag::required, false},
    KnownTag{"elif", EndTag::none, false},
    KnownTag{"else", EndTag::none, false},
    KnownTag{"embed", EndTag::optional},
    KnownTag{"file", EndTag::optional},
    KnownTag{"content-ref", EndTag::optional},
    KnownTag{"page-ref", EndTag::none},
    KnownTag{"openapi", EndTag::optional},
    KnownTag{"openapi-operation", EndTag::optional},
    KnownTag{"openapi-schemas", EndTag::optional},
    KnownTag{"swagger", EndTag::optional},
    KnownTag{"swagger-description", EndTag::required},
    KnownTag{"swagger-parameter", EndTag::required},
    KnownTag{"swagger-response", EndTag::required},
    KnownTag{"api-method", EndTag::required},
    KnownTag{"api-method-summary", EndTag::required},
    KnownTag{"api-method-description", EndTag::required},
    KnownTag{"api-method-spec", EndTag::required},
    KnownTag{"api-method-request", EndTag::required},
    KnownTag{"api-method-path-parameters", EndTag::required},
    KnownTag{"api-method-query-parameters", EndTag::required},
    KnownTag{"api-method-body-parameters", EndTag::required},
    KnownTag{"api-method-form-data-parameters", EndTag::required},
    KnownTag{"api-method-headers", EndTag::required},
    KnownTag{"api-method-parameter", EndTag::required},
    KnownTag{"api-method-response", EndTag::required},
    KnownTag{"api-method-response-example", EndTag::required},
    KnownTag{"api-method-response-example-description", EndTag::required},
    KnownTag{"code-tabs", EndTag::required},
    KnownTag{"code-tabs-item", EndTag::required},
    KnownTag{"math", EndTag::required, false},
    KnownTag{"panel", EndTag::required},
    KnownTag{"youtube", EndTag::optional},
    KnownTag{"mermaid", EndTag::optional},
    KnownTag{"plantuml", EndTag::optional},
    KnownTag{"uml", EndTag::optional},
    KnownTag{"graphviz", EndTag::optional},
    KnownTag{"collapse", EndTag::required},
    KnownTag{"details", EndTag::required},
    KnownTag{"reveal", EndTag::required},
    KnownTag{"sec", EndTag::required},
    KnownTag{"method", EndTag::required},
    KnownTag{"sample", EndTag::none},
    KnownTag{"common", EndTag::none},
    KnownTag{"include", EndTag::none, false},
    KnownTag{"set", EndTag::none, false},
    KnownTag{"filename", EndTag::optional, false},
    KnownTag{"raw", EndTag::optional, false},
};

const KnownTag* find_known(std::string_view name) {
    const auto found = std::find_if(known_tags.begin(), known_tags.end(),
                                    [&](const KnownTag& tag) { return tag.name == name; });
    return found == known_tags.end() ? nullptr : &*found;
}

bool is_name_character(char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '_'; }

std::size_t end_of_name(std::string_view text, std::size_t at) {
    while (at < text.size() && is_name_character(text[at])) ++at;
    return at;
}

/// Whether a value may hold its own quotation mark, as the sources of diagrams do.
enum class Quotes : std::uint8_t { end_value, may_stand_inside };

/// Whether nothing or another attribute follows at `at`.
bool ends_attribute(std::string_view text, std::size_t at) {
    const std::size_t next = at;
    at = skip_white_space(text, at);
    if (at == text.size()) return true;
    const std::size_t name_end = end_of_name(text, at);
    return at > next && name_end > at && name_end < text.size() && text[name_end] == '=';
}

/// Where the value that begins at `begin` ends; `\"` stands for the mark itself where another
/// follows.
std::size_t end_of_quoted(std::string_view text, char mark, std::size_t begin, Quotes quotes) {
    const auto inside = [&](std::size_t end) {
        const bool escaped = end > begin && text[end - 1] == '\\';
        return escaped || (quotes == Quotes::may_stand_inside && !ends_attribute(text, end + 1));
    };
    std::size_t end = text.find(mark, begin);
    while (end != std::string_view::npos && inside(end) &&
           text.find(mark, end + 1) != std::string_view::npos)
        end = text.find(mark, end + 1);
    return std::min(end, text.size());
}

struct Quoted {
    std::size_t begin, end, behind;  ///< of the value; behind the closing mark
};

/// Between quotation marks of print, which editors put in place of plain ones, of whatever kinds:
/// "title=”Deux mots”". Nothing when none of them closes an attribute.
std::optional<Quoted> between_printed_marks(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 8> marks = {
        "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x98",
        "\xE2\x80\x99", "\xE2\x80\x9A", "\xC2\xAB",     "\xC2\xBB"};
    const auto mark_at = [&](std::size_t place) {
        const auto found = std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) {
            return text.substr(place).starts_with(mark);
        });
        return found == marks.end() ? std::size_t{0} : found->size();
    };
    const std::size_t opening = mark_at(at);
    if (opening == 0) return std::nullopt;
    const std::size_t begin = skip_white_space(text, at + opening);
    const std::size_t last = std::min(text.size(), at + longest_printed);
    static constexpr std::string_view first_bytes = "\xE2\xC2";
    for (std::size_t end = text.find_first_of(first_bytes, begin); end < last;
         end = text.find_first_of(first_bytes, end + 1)) {
        const std::size_t closing = mark_at(end);
        if (closing == 0 || !ends_attribute(text, end + closing)) continue;
        return Quoted{begin, begin + text::trim(text.substr(begin, end - begin)).size(),
                      end + closing};
    }
    return std::nullopt;
}

/// Reads one value at `at`, quoted or not, and moves behind it. An open quote ends with the text.
TagAttribute read_value(std::string_view text, std::size_t& at, Quotes quotes) {
    std::size_t begin = at;
    std::size_t end = at;
    if (const auto printed = between_printed_marks(text, at)) {
        begin = printed->begin;
        end = printed->end;
        at = printed->behind;
    } else if (text[at] == '"' || text[at] == '\'') {
        begin = at + 1;
        end = end_of_quoted(text, text[at], begin, quotes);
        at = std::min(end + 1, text.size());
        if (end == text.size())
            while (end > begin && ascii::is_space(text[end - 1])) --end;
    } else {
        while (end < text.size() && !ascii::is_space(text[end])) ++end;
        at = end;
    }
    TagAttribute attribute;
    attribute.value = decode_entities(
        text::replace_all(std::string(text.substr(begin, end - begin)), "\\\"", "\""));
    attribute.span.begin = static_cast<std::uint32_t>(begin);
    attribute.span.end = static_cast<std::uint32_t>(end);
    return attribute;
}

/// "title=Deux mots": the words without a name are of the value whose quotation marks are missing.
void take_bare_words(std::string_view text, std::size_t& at, TagAttribute& attribute) {
    std::size_t end = at;
    while (!ends_attribute(text, end)) {
        const std::size_t word = skip_white_space(text, end);
        if (text[word] == ',') break;
        end = word;
        while (end < text.size() && !ascii::is_space(text[end])) ++end;
    }
    if (end == at) return;
    attribute.value += decode_entities(std::string(text.substr(at, end - at)));
    attribute.span.end = static_cast<std::uint32_t>(end);
    attribute.lacks_marks = true;
    at = end;
}

std::vector<TagAttribute> read_attributes(std::string_view text, Quotes quotes, FileId file,
                                          std::uint32_t origin) {
    std::vector<TagAttribute> attributes;
    std::size_t at = 0;
    while (at < text.size()) {
        if (ascii::is_space(text[at]) || text[at] == ',') {
            ++at;
            continue;
        }
        const std::size_t name_end = end_of_name(text, at);
        const bool named = name_end > at && name_end < text.size() && text[name_end] == '=';
        const std::string_view name = named ? text.substr(at, name_end - at) : "";
        if (named) at = name_end + 1;
        TagAttribute attribute;
        const bool bare = at < text.size() && is_name_character(text[at]);
        if (at < text.size()) attribute = read_value(text, at, quotes);
        if (named && bare) take_bare_words(text, at, attribute);
        attribute.name = name;
        attribute.span = {file, origin + attribute.span.begin, origin + attribute.span.end};
        attributes.push_back(std::move(attribute));
    }
    return attributes;
}

/// Where the name at `at` ends; those of integrations are `@maker/block`.
std::size_t end_of_tag_name(std::string_view text, std::size_t at) {
    std::size_t end = end_of_name(text, at);
    if (end == text.size() || text[end] != '@') return end;
    while (end < text.size() && !ascii::is_space(text[end]) && text[end] != '%') ++end;
    return end;
}

}  // namespace

std::string_view attribute(const std::vector<TagAttribute>& attributes, std::string_view name) {
    for (const TagAttribute& attribute : attributes)
        if (attribute.name == name) return attribute.value;
    return {};
}

Span attribute_span(const std::vector<TagAttribute>& attributes, std::string_view name,
                    Span otherwise) {
    for (const TagAttribute& attribute : attributes)
        if (attribute.name == name) return attribute.span;
    return otherwise;
}

bool ends_with_end_of(const Tag& tag, std::string_view line) {
    const std::size_t front = line.rfind("{%");
    if (front == 0 || front == line.npos || !line.ends_with("%}")) return false;
    const auto last = parse_tag(line.substr(front), tag.span.file, 0);
    return last && last->ends && last->name == tag.name;
}

std::optional<Tag> parse_section(std::string_view text, FileId file, std::uint32_t origin) {
    std::size_t at = 4;
    if (!text.starts_with("<!--")) return std::nullopt;
    while (at < text.size() && text[at] == ' ') ++at;
    const std::string_view word = text.substr(at, text.substr(at, 7).starts_with("endsec") ? 6 : 3);
    const std::size_t name_end = at + word.size();
    const bool ends = word == "endsec";
    if (!ends && (word != "sec" || name_end >= text.size() || !ascii::is_space(text[name_end])))
        return std::nullopt;
    text = text.substr(0, longest_section);
    text = text.substr(0, text.find("\n\n"));
    const std::size_t close = text.find("-->", name_end);
    if (close == std::string_view::npos) return std::nullopt;
    Tag tag;
    tag.name = "sec";
    tag.ends = ends;
    tag.source = text.substr(0, close + 3);
    tag.span = {file, origin, origin + static_cast<std::uint32_t>(close + 3)};
    std::string_view arguments = text::trim(text.substr(name_end, close - name_end));
    if (arguments.ends_with("ces")) arguments.remove_suffix(3);
    const auto begin = static_cast<std::uint32_t>(arguments.data() - text.data());
    tag.attributes = read_attributes(arguments, Quotes::end_value, file, origin + begin);
    return tag;
}

namespace {

std::optional<Tag> placed(std::optional<Tag> tag, const MappedText& source) {
    if (!tag) return tag;
    tag->span = source.span(tag->span.begin, tag->span.end);
    for (TagAttribute& attribute : tag->attributes)
        attribute.span = source.span(attribute.span.begin, attribute.span.end);
    return tag;
}

}  // namespace

std::optional<Tag> placed_tag(const MappedText& source, std::size_t begin, std::size_t end) {
    return placed(parse_tag(source.text().substr(begin, end - begin), source.file(),
                            static_cast<std::uint32_t>(begin)),
                  source);
}

std::optional<Tag> placed_section(const MappedText& source, std::size_t begin, std::size_t end) {
    return placed(parse_section(source.text().substr(begin, end - begin), source.file(),
                                static_cast<std::uint32_t>(begin)),
                  source);
}

std::string_view address_in(const Tag& tag) {
    if (tag.name != "embed" && tag.name != "file" && tag.name != "content-ref" &&
        tag.name != "page-ref")
        return {};
    for (const std::string_view name : {"url", "src", "page"})
        if (const auto value = attribute(tag.attributes, name); !value.empty()) return value;
    return {};
}

std::optional<Tag> parse_tag(std::string_view text, FileId file, std::uint32_t origin) {
    if (!text.starts_with("{%")) return std::nullopt;
    std::size_t at = 2;
    if (text.substr(at).starts_with('-')) ++at;
    at = skip_white_space(text, at);
    const std::size_t name_end = end_of_tag_name(text, at);
    if (name_end == at) return std::nullopt;
    const std::size_t close = text.find("%}", 2);
    if (close == std::string_view::npos || name_end > close) return std::nullopt;
    const bool integration = text.substr(at, name_end - at).find('@') != std::string_view::npos;
    if (!integration && text.substr(0, close).find('\n') != std::string_view::npos)
        return std::nullopt;

    Tag tag;
    tag.source = text.substr(0, close + 2);
    tag.span = {file, origin, origin + static_cast<std::uint32_t>(close + 2)};
    std::string_view name = text.substr(at, name_end - at);
    tag.ends = name.starts_with("end");
    if (tag.ends) name.remove_prefix(3);
    tag.name = name;
    std::string_view arguments = text.substr(name_end, close - name_end);
    if (arguments.ends_with('-')) arguments.remove_suffix(1);
    tag.arguments = text::trim(arguments);
    tag.attributes =
        read_attributes(arguments, integration ? Quotes::may_stand_inside : Quotes::end_value, file,
                        origin + static_cast<std::uint32_t>(name_end));
    return tag;
}

bool is_known_tag(std::string_view name) { return find_known(name) != nullptr; }

bool has_attributes(std::string_view name) {
    const KnownTag* known = find_known(name);
    return known == nullptr ? is_integration(name) : known->has_attributes;
}

EndTag end_tag_of(std::string_view name) {
    const KnownTag* known = find_known(name);
    return known == nullptr ? EndTag::optional : known->end;
}

}  // namespace triptych::gitbook
