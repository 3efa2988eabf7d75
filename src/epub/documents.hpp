#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

namespace triptych::epub {

/// A page that would make a longer file, in bytes of text, is split at its headings: readers lay a
/// file out as a whole.
inline constexpr std::size_t longest_document = 200'000;

/// One XHTML file of text: blocks `begin` to `end` of a page's body, or the title of a part.
struct Document {
    PageId page{};  ///< the first of the part in front of which its title stands
    std::size_t begin = 0, end = 0;
    std::string name;  ///< in the folder of all documents; with `_` where it is not that of a page
    bool is_first = true;                  ///< of its page: it has the title
    std::optional<std::size_t> part = {};  ///< index of the part it is the title of
};

/// The files of the book's text in reading order, and which element is in which.
class Documents {
public:
    explicit Documents(const doc::Book& book);

    const std::vector<Document>& all() const { return all_; }
    /// Name of the file that holds the element `id` of `page`; the page's first one for an empty
    /// or unknown id.
    const std::string& name_of(PageId page, std::string_view id = {}) const;

    /// Name of the file with the title of `part`, an index; "" for a part without one.
    static std::string name_of_part(const doc::Book& book, std::size_t part);

private:
    void split(const doc::Page& page, PageId id);

    std::vector<Document> all_;
    std::vector<std::size_t> first_;  ///< by page
    /// Elements behind the first file of their page.
    std::map<std::string, std::size_t, std::less<>> moved_;
};

/// Ids that are made here have an underscore behind the page's id, which no id in it has: headings
/// and anchors are called `page--name`.
///
/// Id of a note's text, of the first reference to it, and of the title of a page or part.
std::string note_id(const doc::Page& page, std::uint32_t note);
std::string note_reference_id(const doc::Page& page, std::uint32_t note);
std::string title_id(const std::string& id);

}  // namespace triptych::epub
