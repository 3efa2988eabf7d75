#include "gitbook/book/child_links.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::gitbook {
namespace {

/// Whether all there is of the page is its title and what its front matter says of it.
bool says_nothing(const doc::Page& page) {
    return page.notes.empty() &&
           std::all_of(page.body.begin(), page.body.end(), [](const doc::Block& block) {
               const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
               return paragraph != nullptr && paragraph->role == doc::ParagraphRole::lede;
           });
}

doc::ListItem link_to(const doc::Book& book, std::size_t page, Span span) {
    const std::string title = text::collapse_spaces(doc::plain_text(book.pages[page].title));
    doc::Inline label{doc::Text{title}, span};
    doc::Inline link{
        doc::Link{doc::PageRef{PageId{static_cast<std::uint32_t>(page)}, {}}, {std::move(label)}},
        span};
    return {{{doc::Paragraph{{std::move(link)}, {}}, span}}, {}, span};
}

/// Links to the pages directly under page `parent` of a part that ends before page `end`.
doc::List child_list(const doc::Book& book, std::size_t parent, std::size_t end) {
    const doc::Page& page = book.pages[parent];
    const Span span{page.span.file, page.span.begin, page.span.begin};
    doc::List list;
    for (std::size_t i = parent + 1; i < end && book.pages[i].depth > page.depth; ++i)
        if (book.pages[i].depth == page.depth + 1) list.items.push_back(link_to(book, i, span));
    return list;
}

}  // namespace

void add_child_links(doc::Book& book) {
    for (const doc::Part& part : book.parts)
        for (const PageId id : part.pages) {
            doc::Page& page = book.pages[index(id)];
            if (!says_nothing(page)) continue;
            doc::List list = child_list(book, index(id), index(part.pages.back()) + 1);
            if (list.items.empty()) continue;
            const Span span = list.items.front().span;
            page.body.push_back({std::move(list), span});
        }
}

}  // namespace triptych::gitbook
