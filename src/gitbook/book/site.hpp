#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/selection.hpp>

/// `docs.yaml`: a site of several GitBook spaces.
namespace triptych::gitbook {

/// What decides between several spaces or several languages of one.
struct EditionChoice {
    std::string language;  ///< wanted language tag; "" when not configured
    HiddenPages hidden = HiddenPages::leave_out;
    bool others_are_made = false;  ///< the book comes out in its other languages, too
};

/// A space that is part of the book.
struct SiteSpace {
    std::string title;     ///< of its section, or its own, in its language where the site has it
    std::string root;      ///< folder in the book without slashes at its ends
    std::string language;  ///< "" when not given
};

struct Site {
    std::string title;
    std::vector<SiteSpace> spaces;       ///< in the site's order
    std::vector<std::string> left_out;   ///< roots of spaces that are no part of the book
    std::vector<std::string> languages;  ///< those of sections that are told in several
};

/// Reads the text of `docs.yaml`. Spaces without a folder or in draft don't count; hidden ones and
/// other languages of the same section are left out and reported, unless they are made, too.
/// Without a wanted language, that of the first space is taken throughout.
Site parse_site(std::string_view text, FileId file, const EditionChoice& choice,
                Diagnostics& diagnostics);

/// Adds a tag that `languages` lacks; "" is none.
void add_language(const std::string& language, std::vector<std::string>& languages);

/// Whether two language tags share their language: "fr" and "fr-CA" do.
bool same_language(std::string_view a, std::string_view b);

}  // namespace triptych::gitbook
