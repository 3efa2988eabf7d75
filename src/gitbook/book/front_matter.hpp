#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "doc/plans.hpp"
#include "gitbook/book/home_page.hpp"

namespace triptych::gitbook {

/// What the YAML between two `---` lines at the head of a page says. GitBook knows many more keys;
/// those without a meaning for a book are ignored.
struct FrontMatter {
    std::string title, description, cover;
    std::string label;               ///< shorter title for navigation (Docusaurus)
    std::string slug;                ///< where the page is published, below its folder or, with
                                     ///< a slash in front, below the book
    std::optional<double> position;  ///< among the pages of its folder (Docusaurus)
    Span description_span, cover_span;
    bool hidden = false;
    bool shows_title = true;                       ///< unless `layout.title.visible: false`
    bool shows_description = true;                 ///< unless `layout.description.visible: false`
    std::map<std::string, std::string> variables;  ///< `vars`
    HomePage home;
    doc::SlideWishes slides;
    doc::DigestWishes digest;
    std::uint32_t body_begin = 0;  ///< offset of the page's body in the text
};

/// Reads the front matter of `text`, the whole of `file`. A text that opens with `---` but has no
/// mapping before the next `---` has no front matter. Invalid YAML is reported and left out.
FrontMatter parse_front_matter(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
