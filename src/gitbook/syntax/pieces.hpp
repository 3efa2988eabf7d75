#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/node.hpp"
#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {

/// What stands side by side in a page before it is nested: a node of Markdown, HTML as it is
/// written, a tag.
using Piece = std::variant<Node, MappedText, const Tag*>;
using Pieces = std::vector<Piece>;

/// What is known of the ends that follow among some pieces, before they are nested.
class EndsAhead {
public:
    explicit EndsAhead(const Pieces& pieces);
    /// Whether the tag that is piece `index`, whose end may be left out, has one: the nearest of
    /// its name counts.
    bool has_end(std::size_t index) const { return has_end_[index]; }
    /// Whether an end tag of the element `name` follows.
    bool closes_later(const std::string& name);
    /// An end tag of the element `name` was passed.
    void passed(const std::string& name) { ++passed_[name]; }

private:
    const Pieces& pieces_;
    std::vector<bool> has_end_;
    std::map<std::string, std::size_t> passed_;
    std::optional<std::map<std::string, std::size_t>> ends_;  ///< of elements; counted when asked
};

}  // namespace triptych::gitbook
