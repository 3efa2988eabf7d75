#pragma once

#include <string>
#include <utility>

#include "doc/model.hpp"

/// Short ways to build pieces of a book.
namespace triptych::doc {

inline Inline words(std::string text) { return {Text{std::move(text)}, {}}; }

template <typename Styled>
Inline styled(Inlines body) {
    Styled node;
    node.body = std::move(body);
    return {std::move(node), {}};
}

inline Block paragraph(Inlines body) { return {Paragraph{std::move(body), {}}, {}}; }

inline Block heading(int look, Inlines body) {
    Heading heading;
    heading.written_level = static_cast<std::uint8_t>(look);
    heading.body = std::move(body);
    return {std::move(heading), {}};
}

inline Block bullets(std::vector<Blocks> items) {
    List list;
    for (Blocks& item : items) list.items.push_back({std::move(item), {}, {}});
    return {std::move(list), {}};
}

inline Book book_of(Blocks body) {
    Book book;
    Page page;
    page.short_title = "Page";
    page.body = std::move(body);
    book.pages.push_back(std::move(page));
    return book;
}

}  // namespace triptych::doc
