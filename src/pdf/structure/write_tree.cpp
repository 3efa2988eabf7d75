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

/// A formula that is there as MathML needs no words, which would hide that from readers.
void add_texts(Dictionary& out, const Element& element, Tag tag, bool is_mathml) {
    const bool needs_alternative = (tag == Tag::figure || tag == Tag::formula) && !is_mathml;
    if (!element.alternative.empty() && !is_mathml)
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
    const auto parts = refs.parts.find(element);
    for (std::uint32_t at = first_kid_[element]; at != no_element; at = kids_[at].next) {
        const bool in_part = parts != refs.parts.end() && kids_[at].kind == Kid::Kind::element &&
                             parts->second.has(kids_[at].value);
        if (!in_part) write_kid(kids, kids_[at], own_page, refs);
    }
    if (parts != refs.parts.end()) kids.ref(parts->second.head).ref(parts->second.body);
    if (added == refs.added_cells.end()) return;
    for (const Ref cell : added->second) kids.ref(cell);
}

Dictionary Structure::element_dictionary(std::uint32_t element, const Refs& refs,
                                         const ElementIds& ids) const {
    Dictionary out;
    write_type(out, types_[element], refs);
    std::uint32_t own_page = no_element;
    for (std::uint32_t at = first_kid_[element]; at != no_element && own_page == no_element;
         at = kids_[at].next)
        if (kids_[at].kind != Kid::Kind::element) own_page = kids_[at].page;
    if (own_page != no_element) out.ref("Pg", refs.pages[own_page]);
    write_kids(out, element, own_page, refs);
    const bool is_mathml = tree_.tags[element] == Tag::formula &&
                           tree_.first_child[element] >= formulas_.first &&
                           tree_.first_child[element] != no_element;
    add_texts(out, elements_[element], tree_.tags[element], is_mathml);
    const auto box = boxes_.find(element);
    write_attributes(out, {elements_, tree_, ids, continued_}, element,
                     box == boxes_.end() ? std::nullopt : std::optional(box->second.second));
    if (standard_ == PdfStandard::ua2) write_modern(out, element, refs);
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

Structure::Refs Structure::reserve(Document& document, const std::vector<Ref>& page_refs,
                                   const std::map<std::uint32_t, Ref>& files) const {
    Refs refs{page_refs, std::vector<Ref>(elements_.size()), {}, {}, {}, files};
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        if (tree_.kept[i] == 0) continue;
        refs.elements[i] = document.reserve();
        if (tree_.missing_cells[i] != 0)
            refs.added_cells.emplace(i, document.reserve(tree_.missing_cells[i]));
    }
    if (standard_ == PdfStandard::ua1) return refs;
    refs.parts = table_parts(elements_, tree_, document);
    refs.spaces[Namespace::pdf2] = document.reserve();
    if (!formulas_.elements.empty()) refs.spaces[Namespace::mathml] = document.reserve();
    return refs;
}

Ref Structure::parent_of(std::uint32_t element, const Refs& refs) const {
    const auto parent = static_cast<std::uint32_t>(elements_[element].parent);
    const auto parts = refs.parts.find(parent);
    if (parts != refs.parts.end() && parts->second.has(element))
        return parts->second.part_of(element);
    return refs.elements[parent];
}

void Structure::write_elements(Document& document, const Refs& refs, Ref root,
                               const ElementIds& ids) const {
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        if (tree_.kept[i] == 0) continue;
        Dictionary out = element_dictionary(i, refs, ids);
        out.ref("P", i == 0 ? root : parent_of(i, refs));
        if (const auto id = ids.find(i); id != ids.end()) out.bytes("ID", id->second);
        document.set(refs.elements[i], out);
    }
    for (const auto& [row, cells] : refs.added_cells)
        for (const Ref cell : cells) {
            Dictionary out;
            write_type(out, type_of(Tag::table_data, standard_), refs);
            document.set(cell, out.ref("P", refs.elements[row]));
        }
    write_parts(document, refs);
}

WrittenTree Structure::write(Document& document, const std::vector<Ref>& page_refs,
                             const TreeFiles& files) const {
    const Ref root = document.reserve();
    const Refs refs = reserve(document, page_refs, files.elements);
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
    if (standard_ == PdfStandard::ua1)
        out.dictionary("RoleMap").name("Aside", "Sect");
    else
        write_spaces(document, out, refs);
    if (files.lexicon) out.refs("PronunciationLexicon", {*files.lexicon});
    document.set(root, out);
    WrittenTree written{root, refs.elements[0], {}};
    for (const std::uint32_t element : relations_.places)
        written.places.push_back(refs.elements[has_element(element) ? element : 0]);
    return written;
}

}  // namespace triptych::pdf
