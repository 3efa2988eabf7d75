#pragma once

#include <set>
#include <string>
#include <vector>

#include "booklet/body.hpp"
#include "booklet/front.hpp"
#include "booklet/outline.hpp"
#include "booklet/set_body.hpp"

namespace triptych::booklet {

/// The book's pages while they are put together: front, body, back. All are numbered on from the
/// cover, whether or not the number is printed.
class Assembly {
public:
    Assembly(const Setting& setting, Diagnostics& diagnostics);

    void add_front(const Body& body, const std::vector<Entry>& entries);
    void add_body(Body body);
    /// The back cover, on the back of a leaf.
    void add_back();
    std::size_t size() const { return result_.pages.size(); }
    pages::Pages take();

private:
    enum class Folio : std::uint8_t { hidden, shown };

    static std::set<FaceId> faces_in(const Body& body);
    void add_front_page(std::vector<pages::Item> items, Folio folio);
    void add_contents(const Body& body, const std::vector<Entry>& entries);
    std::vector<std::uint32_t> join_elements(Body& body);
    void add_part_elements(std::size_t end, bool opened);
    SetPage set_other(const Body& body, std::size_t place);
    SetPage set_text_page(const Body& body, std::size_t place, Diagnostics& findings) const;
    void add_page(SetPage set);

    const Setting& setting_;
    typeset::Structure structure_;
    Diagnostics& diagnostics_;
    typeset::Context context_;
    pages::Pages result_;
    std::vector<pages::ElementId> part_elements_, part_headings_;  ///< one a part
    std::set<std::string> named_;
};

/// Number of pages in front of `body`, which is not set yet, in a book without half-title.
std::size_t count_front_pages(const Setting& setting, const Body& body,
                              const std::vector<Entry>& entries);

}  // namespace triptych::booklet
