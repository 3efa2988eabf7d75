#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/deck_scope.hpp>
#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

/// What the author plans for the slides of a book.
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

/// What is wished for the digest of a page, in its front matter or in `triptych.yaml`.
struct DigestWishes {
    std::optional<Detail> detail{};
    std::vector<NamedSection> keep{};  ///< sections that always have a slide of their own
    std::string layout{};              ///< of a template, by its name
    std::optional<bool> steps{};       ///< points appear one by one
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

struct SlidePlans {
    std::vector<DeckPlan> decks;
    std::vector<DigestWishes> pages;  ///< by index of the page
};

}  // namespace triptych::doc
