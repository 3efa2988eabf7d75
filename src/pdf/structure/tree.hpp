#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/catalog/links.hpp"
#include "pdf/object/document.hpp"
#include "pdf/structure/attributes.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

/// The structure tree (ISO 32000-1 §14.7): what is marked on the pages, in reading order.
class Structure {
public:
    /// `pages` and `links` must outlive the structure.
    Structure(const pages::Pages& pages, const std::vector<Link>& links);

    /// The standard type that the element's marked content is tagged with.
    std::string_view tag_name(pages::ElementId element) const;
    /// Whether a page has marked content that belongs to an element.
    bool has_marks(std::size_t page) const;
    /// Writes all elements and the parent tree: key i is page i, then come the links. Gives the
    /// root.
    object::Ref write(object::Document& document, const std::vector<object::Ref>& page_refs) const;

private:
    /// What an element holds: marked content of a page, an annotation, or another element.
    struct Kid {
        enum class Kind : std::uint8_t { content, annotation, element } kind{};
        std::uint32_t value = 0;  ///< identifier of the content, index of the link or element
        std::uint32_t page = 0;
        std::uint32_t next = no_element;  ///< index in `kids_`
    };

    Presence find_presence();
    void add_kid(std::uint32_t element, Kid kid);
    void attach(std::uint32_t element);
    void fill();
    void note_box(const pages::Page& page, std::size_t page_index, const pages::Item& item);

    /// Numbers of the objects that elements refer to.
    struct Refs {
        const std::vector<object::Ref>& pages;
        std::vector<object::Ref> elements;
        std::map<std::uint32_t, std::vector<object::Ref>> added_cells;  ///< by table row
    };
    Refs reserve(object::Document& document, const std::vector<object::Ref>& page_refs) const;
    object::Dictionary element_dictionary(std::uint32_t element, const Refs& refs,
                                          const ElementIds& ids) const;
    void write_kids(object::Dictionary& out, std::uint32_t element, std::uint32_t own_page,
                    const Refs& refs) const;
    void write_kid(object::Array& out, const Kid& kid, std::uint32_t own_page,
                   const Refs& refs) const;
    void write_elements(object::Document& document, const Refs& refs, object::Ref root,
                        const ElementIds& ids) const;
    object::Ref write_parent_tree(object::Document& document, const Refs& refs) const;

    const pages::Pages& pages_;
    const std::vector<Link>& links_;
    std::vector<pages::Element> lone_root_;  ///< when `pages` has no elements
    const std::vector<pages::Element>& elements_;
    std::vector<std::uint32_t> marked_;      ///< element of each marked content, page by page
    std::vector<std::size_t> first_marked_;  ///< of each page, and one past the last
    Repaired tree_;
    std::vector<Kid> kids_;
    std::vector<std::uint32_t> first_kid_, last_kid_;  ///< by element
    std::vector<std::uint32_t> unattached_;            ///< by element: first child not attached yet
    std::vector<std::uint8_t> attached_;
    /// Where figures and formulas are on the first page that shows them.
    std::map<std::uint32_t, std::pair<std::size_t, Box>> boxes_;
};

}  // namespace triptych::pdf
