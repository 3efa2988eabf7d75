#pragma once

#include "gitbook/convert/converter.hpp"

namespace triptych::gitbook {

/// Makes a block's inlines what the author sees in GitBook: white space collapsed and trimmed,
/// formulas and emoji in place of their placeholders and shortcodes, the editor's traces gone
/// (zero-width spaces, `****`, breaks and backslashes at the end). Tags left in the text are
/// reported and stay.
void finish_inlines(Converter& converter, doc::Inlines& inlines);

/// The same for text that stands alone, such as an attribute's value.
doc::Inlines finished_text(Converter& converter, std::string text, Span span);

/// Whether nothing of `inlines` would be seen or pointed at.
bool is_blank(const doc::Inlines& inlines);

}  // namespace triptych::gitbook
