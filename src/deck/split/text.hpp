#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

/// What the cutting of a book asks of its text.
namespace triptych::deck {

/// Words as people count them: what stands between white space.
std::size_t count_words(std::string_view text);
std::size_t count_words(const doc::Inlines& inlines);
inline doc::Inlines inlines_of(std::string text, Span span) {
    return {{doc::Text{std::move(text)}, span}};
}
inline doc::Block paragraph_of(doc::Inlines body, Span span) {
    return {doc::Paragraph{std::move(body), {}}, span};
}

/// Whether nothing of it can be seen: no text, no picture, no formula.
bool is_blank(const doc::Inlines& inlines);
/// Whether a paragraph does little more than point somewhere: it starts with words such as "Pour
/// aller plus loin", or more than half of its words are links.
bool points_elsewhere(const doc::Inlines& inlines);

/// Whether it ends in a colon.
bool leads_on(const doc::Inlines& inlines);
/// Whether it ends in a question mark.
bool asks(const doc::Inlines& inlines);

/// Cuts inlines behind every sentence, where a text on the outermost level ends one. Joined again
/// with spaces they give the same words.
std::vector<doc::Inlines> sentences(const doc::Inlines& inlines);

/// The ids that links can point to, of everything in `blocks`.
std::vector<std::string> anchors_in(const doc::Blocks& blocks);

}  // namespace triptych::deck
