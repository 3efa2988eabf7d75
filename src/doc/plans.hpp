#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>
#include <triptych/imposition.hpp>
#include <triptych/panel.hpp>

#include "doc/model.hpp"

/// What the author plans to make of a book: editions and decks.
namespace triptych::doc {

/// Pages of the book, as they are named outside of them: a path, a folder, either with wildcards,
/// or the title of a part. See `doc/page_choice.hpp`.
struct PagePattern {
    std::string text;
    Span span;
};

/// The title of a section, as it is named outside of it.
struct NamedSection {
    std::string title;
    Span span;
};

/// A layout of the template that slides stand on, by the name its author gave it.
struct NamedLayout {
    std::string name;  ///< or empty
    Span span;
};

/// What is wished for the digest of a page, in its front matter or in `triptych.yaml`.
struct DigestWishes {
    std::optional<Detail> detail{};
    std::vector<NamedSection> keep{};  ///< sections that always have a slide of their own
    NamedLayout layout{};
    std::optional<bool> steps{};  ///< points appear one by one
};

/// One of several decks of the book, each for a session of its own.
struct DeckPlan {
    std::string name;   ///< in names of files; never empty
    std::string title;  ///< empty: the book's
    std::vector<PagePattern> pages;
    std::optional<Detail> detail;
    std::string layout;  ///< empty: that of the build
    NamedFile slides_template;
    std::optional<std::uint16_t> minutes, slides;
    Span span;
};

/// A selection of pages with all files of its own: a book beside the whole one.
struct EditionPlan {
    DeckPlan deck;  ///< its name, pages and look, and what its slides are
    std::string subtitle;
    std::string language;  ///< the edition in another one than the book's; empty: in it
    std::optional<std::uint8_t> depth;  ///< of the outline, in contents and slides
    std::optional<std::vector<Panel>> panels;
    std::optional<Imposition> imposition;
    std::optional<Handout> handout;
    bool session = false;  ///< see `EditionScope::session`
};

/// What the book lists behind its text, in print and in the e-book.
struct ListWishes {
    bool index = false, figures = false, tables = false;
    bool any() const { return index || figures || tables; }
};

struct Plans {
    std::vector<EditionPlan> editions;
    std::vector<DeckPlan> decks;
    std::vector<std::string> languages;  ///< tags of all that the book comes out in; none: its own
    ListWishes lists{};
    bool numbered_figures = false;
    std::vector<DigestWishes> pages;  ///< by index of the page
    /// The element of a page that the fragment of an address names; set where the book comes out
    /// in several languages.
    std::function<std::optional<std::string>(PageId, std::string_view)> element_at{};
    std::vector<std::string> addresses;  ///< where each page is published; none: nowhere
};

}  // namespace triptych::doc
