#include <algorithm>

#include "base/language_tag.hpp"
#include "pdf/name_tree.hpp"
#include "pdf/structure/attributes.hpp"
#include "pdf/structure/tree.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;
using pages::Element;
using pages::Tag;

/// Alternatives of pictures that were given none: the word for a picture in most languages.
constexpr std::string_view unnamed_picture = "Image";

void add_texts(Dictionary& out, const Element& element, Tag tag) {
    const bool needs_alternative = tag == Tag::figure || tag == Tag::formula;
    if (!element.alternative.empty())
        out.text("Alt", element.alternative);
    else if (needs_alternative && element.actual_text.empty())
        out.text("Alt", unnamed_picture);
    if (!element.actual_text.empty()) out.text("ActualText", element.actual_text);
    if (is_language_tag(element.language)) out.text("Lang", element.language);
}

void write_content_reference(Dictionary&& out, std::uint32_t identifier, Ref page) {
    out.name("Type", "MCR").ref("Pg", page).integer("MCID", identifier);
}

/// `page` is `Ref::none` when the element says it.
void write_object_reference(Dictionary&& out, Ref object, Ref page) {
    out.name("Type", "OBJR").ref("Obj", object);
    if (page != Ref::none) out.ref("Pg", page);
}

}  // namespace

void Structure::write_kid(object::Array& out, const Kid& kid, std::uint32_t own_page,
                          const Refs& refs) const {
    const Ref other_page = kid.page == own_page ? Ref::none : refs.pages[kid.page];
    switch (kid.kind) {
        case Kid::Kind::element:
            out.ref(refs.elements[kid.value]);
            return;
        case Kid::Kind::annotation:
            return write_object_reference(out.dictionary(), links_[kid.value].ref, other_page);
        case Kid::Kind::content:
            if (other_page != Ref::none)
                return write_content_reference(out.dictionary(), kid.value, other_page);
            out.integer(kid.value);
            return;
    }
}

/// The `K` entry, where the element holds something.
void Structure::write_kids(Dictionary& out, std::uint32_t element, std::uint32_t own_page,
                           const Refs& refs) const {
    const auto added = refs.added_cells.find(element);
    if (first_kid_[element] == no_element && added == refs.added_cells.end()) return;
    object::Array kids = out.array("K");
    for (std::uint32_t at = first_kid_[element]; at != no_element; at = kids_[at].next)
        write_kid(kids, kids_[at], own_page, refs);
    if (added == refs.added_cells.end()) return;
    for (const Ref cell : added->second) kids.ref(cell);
}

Dictionary Structure::element_dictionary(std::uint32_t element, const Refs& refs,
                                         const ElementIds& ids) const {
    Dictionary out;
    out.name("S", pages::name(tree_.tags[element]));
    std::uint32_t own_page = no_element;
    for (std::uint32_t at = first_kid_[element]; at != no_element && own_page == no_element;
         at = kids_[at].next)
        if (kids_[at].kind != Kid::Kind::element) own_page = kids_[at].page;
    if (own_page != no_element) out.ref("Pg", refs.pages[own_page]);
    write_kids(out, element, own_page, refs);
    add_texts(out, elements_[element], tree_.tags[element]);
    const auto box = boxes_.find(element);
    write_attributes(out, {elements_, tree_, ids}, element,
                     box == boxes_.end() ? std::nullopt : std::optional(box->second.second));
    return out;
}

Ref Structure::write_parent_tree(Document& document, const Refs& refs) const {
    NumberTree tree(document);
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
        if (!has_marks(page)) continue;
        object::Array elements = tree.entry(page).array();
        for (std::size_t i = first_marked_[page]; i < first_marked_[page + 1]; ++i)
            elements.ref(refs.elements[marked_[i]]);
    }
    for (std::size_t i = 0; i < links_.size(); ++i)
        tree.entry(pages_.pages.size() + i).ref(refs.elements[links_[i].element]);
    return tree.finish();
}

Structure::Refs Structure::reserve(Document& document, const std::vector<Ref>& page_refs) const {
    Refs refs{page_refs, std::vector<Ref>(elements_.size()), {}};
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        if (tree_.kept[i] == 0) continue;
        refs.elements[i] = document.reserve();
        if (tree_.missing_cells[i] != 0)
            refs.added_cells.emplace(i, document.reserve(tree_.missing_cells[i]));
    }
    return refs;
}

void Structure::write_elements(Document& document, const Refs& refs, Ref root,
                               const ElementIds& ids) const {
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        if (tree_.kept[i] == 0) continue;
        Dictionary out = element_dictionary(i, refs, ids);
        out.ref("P", i == 0 ? root : refs.elements[index(elements_[i].parent)]);
        if (const auto id = ids.find(i); id != ids.end()) out.bytes("ID", id->second);
        document.set(refs.elements[i], out);
    }
    for (const auto& [row, cells] : refs.added_cells)
        for (const Ref cell : cells)
            document.set(cell, Dictionary().name("S", "TD").ref("P", refs.elements[row]));
}

Ref Structure::write(Document& document, const std::vector<Ref>& page_refs) const {
    const Ref root = document.reserve();
    const Refs refs = reserve(document, page_refs);
    const auto ids = unique_ids(elements_, tree_);
    write_elements(document, refs, root, ids);

    Dictionary out;
    out.name("Type", "StructTreeRoot").ref("K", refs.elements[0]);
    out.ref("ParentTree", write_parent_tree(document, refs));
    out.integer("ParentTreeNextKey",
                static_cast<std::int64_t>(pages_.pages.size() + links_.size()));
    if (!ids.empty()) {
        std::map<std::string_view, Ref> by_id;
        for (const auto& [element, id] : ids) by_id.emplace(id, refs.elements[element]);
        NameTree tree(document);
        for (const auto& [id, ref] : by_id) tree.entry(id).ref(ref);
        out.ref("IDTree", tree.finish());
    }
    out.dictionary("RoleMap").name("Aside", "Sect");
    document.set(root, out);
    return root;
}

}  // namespace triptych::pdf
