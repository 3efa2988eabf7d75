#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "gitbook/syntax/dialect.hpp"

/// What MkDocs and its plugins write of code within lines.
namespace triptych::gitbook {

/// Bytes of `#!python ` at the front of code in a line, which says its language; 0 when there are
/// none.
std::size_t language_in_code(std::string_view code, Dialect dialect);

/// `[words][package.module]` or ``[`name`][]``, a link to what a plugin writes from code.
struct CodeReference {
    std::string_view label, name;
    std::size_t length = 0;
};

class CodeReferences {
public:
    /// `page`: the whole page, which says where other links of that form lead.
    explicit CodeReferences(std::string_view page) : page_(page) {}
    /// That at the front of `text`.
    std::optional<CodeReference> read(std::string_view text);

private:
    bool is_defined(std::string_view name);

    std::string_view page_;
    std::optional<std::set<std::string>> definitions_;  ///< of links, when one has been asked for
};

}  // namespace triptych::gitbook
