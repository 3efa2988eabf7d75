#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// How a tag of HTML that never ends is made to: `bytes` put in at `at`.
struct OpenTag {
    std::size_t at = 0;
    std::string bytes;      ///< a quotation mark, `>`, both, or the end of a comment
    std::size_t place = 0;  ///< of what was left open: the quotation mark, or the tag
    std::string name;       ///< of the attribute whose quotation mark it is; empty for a tag
};

/// Looks at the tags and comments of a page, in order, for those with an open end.
class OpenTags {
public:
    explicit OpenTags(std::string_view text) : text_(text) {}
    /// What the tag or comment at `at` (of its `<`) lacks. Sets `end()`.
    std::optional<OpenTag> look(std::size_t at);
    /// Where the tag that was looked at ends: no other begins before.
    std::size_t end() const { return end_; }

private:
    /// Remembers where the next of some bytes is, so that asking again costs nothing.
    struct Next {
        std::string_view bytes;
        std::size_t at = 0;
        bool known = false;
        std::size_t find(std::string_view text, std::size_t from);
    };
    std::optional<OpenTag> look_at_comment(std::size_t at);
    std::optional<OpenTag> look_at_tag(std::size_t at, std::size_t name_end);
    std::optional<OpenTag> mend_quote(std::size_t mark, std::size_t name);
    bool closes_well(std::size_t open, std::size_t close) const;

    std::string_view text_;
    std::size_t end_ = 0;
    Next double_quote_{"\""}, single_quote_{"'"}, blank_line_{"\n\n"}, comment_{"<!--"},
        comment_end_{"-->"};
};

}  // namespace triptych::gitbook
