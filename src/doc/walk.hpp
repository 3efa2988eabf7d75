#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "doc/model.hpp"

/// The one generic traversal of the model, and what can be said with it alone.
namespace triptych::doc {

/// Calls the functions for every direct child of `block`, in reading order.
void for_each_child(const Block& block, const std::function<void(const Inlines&)>& inlines,
                    const std::function<void(const Blocks&)>& blocks);
void for_each_child(Block& block, const std::function<void(Inlines&)>& inlines,
                    const std::function<void(Blocks&)>& blocks);
/// Calls `each` for the words that are the block's own and in none of its children, such as code.
void for_each_own_text(const Block& block, const std::function<void(std::string_view)>& each);
/// Calls `inlines` for the body of `node`, if its kind has one.
void for_each_child(const Inline& node, const std::function<void(const Inlines&)>& inlines);
void for_each_child(Inline& node, const std::function<void(Inlines&)>& inlines);

/// A reading as it stands behind its words where nothing can stand over them: "（かんじ）".
std::string in_brackets(const Ruby& ruby);

/// The visible text of inlines, without markup; a line break becomes a space.
std::string plain_text(const Inlines& inlines);
/// The visible text of blocks, paragraphs separated by a line feed.
std::string plain_text(const Blocks& blocks);
/// Words of visible text, split at white space.
std::size_t count_words(const Blocks& blocks);

/// The model as indented text, one node a line: debugger, test oracle and documentation.
std::string dump(const Book& book);
std::string dump(const Blocks& blocks, int indent = 0);

}  // namespace triptych::doc
