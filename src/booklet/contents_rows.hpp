#pragma once

#include <vector>

#include "booklet/chapter.hpp"
#include "booklet/outline.hpp"

/// The entries of the contents, set in columns of one measure.
namespace triptych::booklet {

/// One way to set the contents: in so many columns, spaces so many hundredths of what they are.
struct Look {
    int columns, space;
};
/// The entries of the contents, and whether pages of the book are missing there.
struct Listed {
    std::vector<Entry> entries;
    bool is_partial = false;
};

/// Every page, whatever its depth, and headings as deep as the layout says where they are not too
/// many; chapters alone where it says so.
Listed listed(const std::vector<Entry>& entries, int depth);

class ContentsSetter {
public:
    ContentsSetter(const style::Booklet& style, const Listed& listed, const Labels& labels,
                   typeset::Context& context);

    std::size_t entries() const { return listed_.entries.size(); }
    Length gutter() const { return style_.medium[style::Role::body].text.leading * 3 / 2; }
    Length measure(const Look& look) const {
        return (style_.page.measure() - gutter() * (look.columns - 1)) / look.columns;
    }
    /// All entries, and the note that says so where pages are missing, under `section`.
    typeset::Galley run(const Look& look, pages::ElementId section);

private:
    Length width_of(const std::string& words, const style::TextStyle& style) const;
    void add(std::size_t at, const Look& look, typeset::Galley& galley);
    Length indent_of(const Entry& entry) const;
    std::vector<typeset::Row> entry_rows(const Entry& entry);
    void add_number(const Entry& entry, pages::ElementId link, typeset::Row& row);
    void add_page(const Entry& entry, pages::ElementId link, Length end, typeset::Row& row);
    void add_leader(Length left, Length right, typeset::Row& row);
    void add_note(pages::ElementId section, typeset::Galley& galley);

    const style::Booklet& style_;
    const Listed& listed_;
    const Labels& labels_;
    typeset::Context& context_;
    pages::ElementId toc_{};
    Length measure_, page_width_, number_width_;
};

}  // namespace triptych::booklet
