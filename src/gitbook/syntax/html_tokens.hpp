#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// A tag or a comment of HTML, as it stands in a text.
struct HtmlToken {
    enum class Kind : std::uint8_t { opening, closing, comment };
    Kind kind{};
    std::string name;  ///< lower case; empty for a comment
    std::size_t begin = 0, end = 0;
    bool has_values = false;   ///< of attributes
    bool ends_itself = false;  ///< `<x/>`
};

/// The HTML parser compares each attribute of an element with all others: no more are read.
inline constexpr std::size_t most_attributes = 256;

/// Where those that are read end in what stands in a tag behind its name.
std::size_t end_of_attributes(std::string_view tag);

/// Behind the `>` of a tag of a site's own element whose name ends at `name_end` in `text`, the
/// first that is not between quotation marks; 0 when there is none.
std::size_t end_of_component_tag(std::string_view text, std::size_t name_end);

/// Finds the tags and comments of a piece of HTML, in time linear in its length. What they mean is
/// the HTML parser's business. A `<` that begins none is text.
class HtmlTokens {
public:
    explicit HtmlTokens(std::string_view text) : text_(text) {}
    std::optional<HtmlToken> next();
    std::size_t at() const { return at_; }
    /// Goes on at the end tag of `name`, whose content is no HTML; false when there is none.
    bool skip_to_end_of(std::string_view name);

private:
    std::optional<HtmlToken> token_at(std::size_t begin);
    std::optional<HtmlToken> comment_at(std::size_t begin, std::string_view mark, bool& none);
    std::size_t end_of_quoted(std::size_t at);

    std::string_view text_;
    std::size_t at_ = 0;
    // What was looked for in vain is not there from here on, either.
    bool no_double_ = false, no_single_ = false, no_comment_end_ = false, no_end_ = false;
    std::set<std::string, std::less<>> endless_;  ///< elements without an end tag
};

}  // namespace triptych::gitbook
