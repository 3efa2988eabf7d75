#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "deck/flat/title.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// A page as a tree of what stands under its headings.
namespace triptych::deck {

/// A heading with what stands under it. Points into the page, which must outlive it.
struct Passage {
    std::uint8_t look = 1;  ///< level as the author wrote it; 1 is the page, 7 a line in bold
    std::string id, number;
    doc::Inlines title;
    const doc::Inlines* page_title = nullptr;  ///< of a part of a page, if short
    Span span;
    std::span<const doc::Block> own;    ///< up to the first heading under it
    std::span<const doc::Block> whole;  ///< all of it, headings under it included
    std::vector<Passage> children;
    bool is_forced = false;  ///< the author parted it from what stands before or behind it
};

/// The page's tree. A paragraph in bold alone is the lowest heading where text stands below it.
Passage passage_of(const doc::Page& page);

/// What gets a slide: the top level of headings within the page; one level down while a single
/// heading encloses three or more; a long section's children where it has three long ones on a page
/// of few sections. A line drawn between blocks ("***") parts a section, or a page without any.
/// What is passed over on the way down belongs to the introduction, where it is short.
struct PageSections {
    std::vector<Passage> sections;
    std::vector<std::span<const doc::Block>> introduction;
    std::vector<std::string> enclosing;  ///< ids of headings that no section has
    std::vector<doc::Inlines> titles;    ///< and their words
};
PageSections sections_of(const Passage& page);

std::size_t count_words(std::span<const doc::Block> blocks);
/// Whether the section only leads elsewhere: by its title, since it holds links alone, or since it
/// is the foot of a manual's page.
bool leads_elsewhere(const Passage& section, const Lexicon* lexicon);

/// Whether its title says that it only names other texts, and it is short.
bool only_refers(const Passage& section, const Lexicon* lexicon);

/// Whether it does neither, and has more than that there is nothing: "Returns", "undefined".
bool holds_content(const Passage& section, const Lexicon* lexicon);

/// Adds the paragraphs that are links, and link cards as links, at any depth.
void add_links(std::span<const doc::Block> blocks, std::vector<doc::Inlines>& links);

}  // namespace triptych::deck
