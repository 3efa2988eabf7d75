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

std::string content_reference(std::uint32_t identifier, Ref page) {
    Dictionary out;
    out.name("Type", "MCR").ref("Pg", page).integer("MCID", identifier);
    return out.str();
}

/// `page` is `Ref::none` when the element says it.
std::string object_reference(Ref object, Ref page) {
    Dictionary out;
    out.name("Type", "OBJR").ref("Obj", object);
    if (page != Ref::none) out.ref("Pg", page);
    return out.str();
}

void append_kid(std::string& out, std::string_view kid) {
    if (!out.empty() && out.back() != '>') out += ' ';
    out += kid;
}

}  // namespace

/// The elements of an `K` array.
std::string Structure::kids_text(std::uint32_t element, std::uint32_t own_page,
                                 const Refs& refs) const {
    std::string out;
    for (std::uint32_t at = first_kid_[element]; at != no_element; at = kids_[at].next) {
        const Kid& kid = kids_[at];
        const bool elsewhere = kid.page != own_page;
        if (kid.kind == Kid::Kind::element)
            append_kid(out, object::reference(refs.elements[kid.value]));
        else if (kid.kind == Kid::Kind::annotation)
            append_kid(out, object_reference(links_[kid.value].ref,
                                             elsewhere ? refs.pages[kid.page] : Ref::none));
        else if (elsewhere)
            append_kid(out, content_reference(kid.value, refs.pages[kid.page]));
        else
            append_kid(out, std::to_string(kid.value));
    }
    if (const auto added = refs.added_cells.find(element); added != refs.added_cells.end())
        for (const Ref cell : added->second) append_kid(out, object::reference(cell));
    return out;
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
    const std::string kids = kids_text(element, own_page, refs);
    if (!kids.empty()) out.array("K", kids);
    add_texts(out, elements_[element], tree_.tags[element]);
    const auto box = boxes_.find(element);
    const std::string attribute_text =
        attributes(elements_[element], tree_, element,
                   box == boxes_.end() ? std::nullopt : std::optional(box->second.second), ids);
    if (!attribute_text.empty()) out.raw("A", attribute_text);
    return out;
}

Ref Structure::write_parent_tree(Document& document, const Refs& refs) const {
    NumberTree tree(document);
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
        if (!has_marks(page)) continue;
        std::string elements;
        for (std::size_t i = first_marked_[page]; i < first_marked_[page + 1]; ++i) {
            elements += elements.empty() ? '[' : ' ';
            object::append_ref(elements, refs.elements[marked_[i]]);
        }
        tree.add(page, elements + ']');
    }
    for (std::size_t i = 0; i < links_.size(); ++i)
        tree.add(pages_.pages.size() + i, object::reference(refs.elements[links_[i].element]));
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
        for (const auto& [id, ref] : by_id) tree.add(id, object::reference(ref));
        out.ref("IDTree", tree.finish());
    }
    out.raw("RoleMap", "<</Aside/Sect>>");
    document.set(root, out);
    return root;
}

}  // namespace triptych::pdf
