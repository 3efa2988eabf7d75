#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/catalog/links.hpp"
#include "pdf/object/document.hpp"
#include "pdf/structure/attributes.hpp"
#include "pdf/structure/modernise.hpp"
#include "pdf/structure/relations.hpp"
#include "pdf/structure/repair.hpp"
#include "pdf/structure/table_parts.hpp"
#include "pdf/structure/types.hpp"

namespace triptych::pdf {

/// Objects of the tree that others refer to.
struct WrittenTree {
    object::Ref root{}, document{};
    std::vector<object::Ref> places;  ///< of `Pages::destinations`; none by PDF/UA-1
};

/// Files inside of the document that the tree refers to.
struct TreeFiles {
    std::map<std::uint32_t, object::Ref> elements;  ///< those of elements
    std::optional<object::Ref> lexicon;             ///< how words are spoken
};

/// The structure tree (ISO 32000-1 §14.7): what is marked on the pages, in reading order.
class Structure {
public:
    /// What the tree is made of; all must outlive it.
    struct Sources {
        const pages::Pages& pages;
        const std::vector<Link>& links;
        const Modernised& modern;  ///< nothing by PDF/UA-1
        PdfStandard standard{};
    };
    explicit Structure(const Sources& sources);

    /// The standard type that the element's marked content is tagged with.
    std::string_view tag_name(pages::ElementId element) const;
    /// Whether a page has marked content that belongs to an element.
    bool has_marks(std::size_t page) const;
    /// Whether an element is written.
    bool has_element(std::uint32_t element) const { return tree_.kept[element] != 0; }
    /// Writes all elements and the parent tree: key i is page i, then come the links.
    WrittenTree write(object::Document& document, const std::vector<object::Ref>& page_refs,
                      const TreeFiles& files) const;

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
    std::optional<std::uint32_t> boxed_element(std::uint32_t element) const;
    void note_box(const pages::Page& page, std::size_t page_index, const pages::Item& item,
                  std::uint32_t element);

    /// Numbers of the objects that elements refer to.
    struct Refs {
        const std::vector<object::Ref>& pages;
        std::vector<object::Ref> elements;
        std::map<std::uint32_t, std::vector<object::Ref>> added_cells;  ///< by table row
        TableParts parts{};
        std::map<Namespace, object::Ref> spaces{};
        const std::map<std::uint32_t, object::Ref>& files;
    };
    Refs reserve(object::Document& document, const std::vector<object::Ref>& page_refs,
                 const std::map<std::uint32_t, object::Ref>& files) const;
    object::Ref parent_of(std::uint32_t element, const Refs& refs) const;
    void write_type(object::Dictionary& out, const Type& type, const Refs& refs) const;
    void write_modern(object::Dictionary& out, std::uint32_t element, const Refs& refs) const;
    void write_parts(object::Document& document, const Refs& refs) const;
    void write_spaces(object::Document& document, object::Dictionary& root, const Refs& refs) const;
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
    const Formulas& formulas_;
    const std::map<std::uint32_t, std::string>& continued_;
    PdfStandard standard_;
    std::vector<pages::Element> lone_root_;  ///< when `pages` has no elements
    const std::vector<pages::Element>& elements_;
    std::vector<std::uint32_t> marked_;      ///< element of each marked content, page by page
    std::vector<std::size_t> first_marked_;  ///< of each page, and one past the last
    Repaired tree_;
    std::vector<Type> types_;  ///< by element
    Relations relations_;      ///< by PDF/UA-2
    std::vector<Kid> kids_;
    std::vector<std::uint32_t> first_kid_, last_kid_;  ///< by element
    std::vector<std::uint32_t> unattached_;            ///< by element: first child not attached yet
    std::vector<std::uint8_t> attached_;
    /// Where figures and formulas are on the first page that shows them.
    std::map<std::uint32_t, std::pair<std::size_t, Box>> boxes_;
};

}  // namespace triptych::pdf
