#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/mapped_text.hpp"

namespace triptych::gitbook {

struct TagAttribute {
    std::string name;  ///< empty for a value without a name, as in `include "path"`
    std::string value;
    Span span;                 ///< of the value
    bool lacks_marks = false;  ///< it has several words, and no quotation marks
};

/// One `{% name attribute="value" %}`.
struct Tag {
    std::string name;       ///< of an end tag, without its `end`
    std::string arguments;  ///< all between the name and `%}`, as written
    std::vector<TagAttribute> attributes;
    std::string source;  ///< the tag as written
    Span span;
    bool ends = false;          ///< `{% endname %}`
    bool blank_before = false;  ///< the scanner put a blank line before it
};

/// Value of the attribute `name`; empty when there is none.
std::string_view attribute(const std::vector<TagAttribute>& attributes, std::string_view name);
/// Place of the attribute's value, or `otherwise`.
Span attribute_span(const std::vector<TagAttribute>& attributes, std::string_view name,
                    Span otherwise);

/// Where a tag that is a link of its own leads; empty for others.
std::string_view address_in(const Tag& tag);

/// Reads the tag at the front of `text`, which stands at `origin` in `file`. It goes to the first
/// `%}` of the line, even when a quote is still open; that of an integration (`@maker/block`) may
/// go over several lines. Nothing when there is no tag.
std::optional<Tag> parse_tag(std::string_view text, FileId file, std::uint32_t origin);
/// Whether `line`, which begins with `tag` and ends without a space, ends with its end.
bool ends_with_end_of(const Tag& tag, std::string_view line);
/// Reads HonKit's `<!--sec name="value" … ces-->` or `<!--endsec-->` at the front of `text` as a
/// tag called `sec`. It may go over lines, but not over a blank one.
std::optional<Tag> parse_section(std::string_view text, FileId file, std::uint32_t origin);
/// The tag, or the section, at `begin` in `source`, none of which lies behind `end`; its spans are
/// places in the file.
std::optional<Tag> placed_tag(const MappedText& source, std::size_t begin, std::size_t end);
std::optional<Tag> placed_section(const MappedText& source, std::size_t begin, std::size_t end);

/// Whether a tag of that name is a block of one of GitBook's integrations, `@maker/block`.
inline bool is_integration(std::string_view name) { return name.starts_with('@'); }
/// Whether GitBook or HonKit knows a tag of that name.
bool is_known_tag(std::string_view name);
/// Whether attributes stand in a tag of that name, which is known or of an integration.
bool has_attributes(std::string_view name);

enum class EndTag : std::uint8_t { required, optional, none };
/// Unknown tags may or may not have an end.
EndTag end_tag_of(std::string_view name);

}  // namespace triptych::gitbook
