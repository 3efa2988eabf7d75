#pragma once

#include <string>
#include <string_view>

#include "doc/model.hpp"

/// How the dump of the model writes values.
namespace triptych::doc::dump_words {

/// In double quotes; control characters and all spaces but the plain one as `\u00A0`.
std::string quoted(std::string_view text);
/// ` key="value"`, or nothing for an empty value.
std::string field(std::string_view key, std::string_view value);
/// ` width=0.5`, or nothing when no width was given.
std::string share(double width);
/// `text` when `set`.
std::string_view flag(bool set, std::string_view text);

/// `page 3#id`, `url "…"`, `file 2`, `dead "…"`.
std::string name(const Target& target);
/// With a space before it; empty for body text.
std::string_view name(ParagraphRole role);
/// With a space before it; empty for an item that is no task.
std::string_view name(TaskState task);
/// With a space before it; empty for decimal numbers.
std::string_view name(Numbering numbering);
/// With a space before it; empty for what is not covered.
std::string_view name(Covered covered);
std::string_view name(CalloutKind kind);
std::string_view name(MarkColour colour);
std::string_view name(Align align);
std::string_view name(LinkCardKind kind);

}  // namespace triptych::doc::dump_words
