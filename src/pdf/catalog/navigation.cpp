#include "pdf/catalog/navigation.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "pdf/box.hpp"
#include "pdf/catalog/links.hpp"
#include "pdf/name_tree.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;

std::size_t page_of(const Places& places, const pages::Destination& destination) {
    return std::min<std::size_t>(destination.page, places.page_refs.size() - 1);
}

/// `[page /XYZ left top null]`, or with an element for the page: the zoom stays as it is.
void write_destination(object::Array&& out, const Places& places,
                       const pages::Destination& destination, Ref shown) {
    out.ref(shown).name("XYZ");
    out.hundredths(object::hundredths(destination.at.x));
    out.hundredths(y_on_page(places.pages.pages[page_of(places, destination)], destination.at.y))
        .null();
}

using ByName = std::map<std::string_view, const pages::Destination*>;

ByName by_name(const pages::Pages& pages) {
    ByName out;
    if (pages.pages.empty()) return out;
    for (const auto& destination : pages.destinations)
        if (is_named(destination)) out.emplace(destination.name, &destination);
    return out;
}

constexpr std::uint32_t none = 0xFFFFFFFF;

/// An entry of the outline with its place in the tree; indices into the bookmarks.
struct Entry {
    Ref ref{};
    std::uint32_t parent = none, previous = none, next = none, first = none, last = none;
    std::uint32_t visible = 0;  ///< descendants shown when the entry is open
};

/// Levels that jump are taken as one deeper than the entry before.
std::vector<Entry> outline_tree(const std::vector<pages::Bookmark>& bookmarks, Entry& root) {
    std::vector<Entry> out(bookmarks.size());
    std::vector<std::uint32_t> path;
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        const std::size_t level = std::max<std::size_t>(1, bookmarks[i].level);
        if (path.size() >= level) path.resize(level - 1);
        out[i].parent = path.empty() ? none : path.back();
        Entry& parent = path.empty() ? root : out[path.back()];
        out[i].previous = parent.last;
        if (parent.last != none) out[parent.last].next = i;
        if (parent.first == none) parent.first = i;
        parent.last = i;
        path.push_back(i);
    }
    for (std::uint32_t i = static_cast<std::uint32_t>(out.size()); i-- > 0;) {
        Entry& parent = out[i].parent == none ? root : out[out[i].parent];
        parent.visible += 1 + (bookmarks[i].open ? out[i].visible : 0);
    }
    return out;
}

void add_children(Dictionary& out, const Entry& entry, const std::vector<Entry>& tree, bool open) {
    if (entry.first == none) return;
    out.ref("First", tree[entry.first].ref).ref("Last", tree[entry.last].ref);
    const auto count = static_cast<std::int64_t>(entry.visible);
    out.integer("Count", open ? count : -count);
}

void write_label(Dictionary&& out, const pages::Page& page) {
    if (!page.name.empty()) {
        out.text("P", page.name);
        return;
    }
    switch (page.numbering) {
        case pages::Numbering::none:
            return;
        case pages::Numbering::decimal:
            out.name("S", "D");
            break;
        case pages::Numbering::roman:
            out.name("S", "r");
            break;
    }
    // Numbers of labels start at 1 (table 159); a page 0 is counted on from there.
    if (page.number > 1) out.integer("St", page.number);
}

bool continues(const pages::Page& page, const pages::Page& before) {
    if (page.numbering != before.numbering || page.name != before.name) return false;
    return page.numbering == pages::Numbering::none || page.number == before.number + 1;
}

/// By PDF/UA-2 by its name, which leads to the element and, for readers of before, to the page.
void write_target(Dictionary& out, const Places& places, const pages::Destination& destination) {
    if (places.elements.empty())
        write_destination(out.array("Dest"), places, destination,
                          places.page_refs[page_of(places, destination)]);
    else
        out.bytes("Dest", destination.name);
}

}  // namespace

std::optional<Ref> write_outline(Document& document, const Places& places) {
    const pages::Pages& pages = places.pages;
    if (pages.bookmarks.empty()) return std::nullopt;
    const ByName destinations = by_name(pages);
    Entry root;
    root.ref = document.reserve();
    std::vector<Entry> tree = outline_tree(pages.bookmarks, root);
    for (Entry& entry : tree) entry.ref = document.reserve();
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const pages::Bookmark& bookmark = pages.bookmarks[i];
        Dictionary out;
        out.text("Title", bookmark.title);
        out.ref("Parent", tree[i].parent == none ? root.ref : tree[tree[i].parent].ref);
        if (tree[i].previous != none) out.ref("Prev", tree[tree[i].previous].ref);
        if (tree[i].next != none) out.ref("Next", tree[tree[i].next].ref);
        add_children(out, tree[i], tree, bookmark.open);
        if (const auto found = destinations.find(bookmark.destination); found != destinations.end())
            write_target(out, places, *found->second);
        document.set(tree[i].ref, out);
    }
    Dictionary out;
    out.name("Type", "Outlines");
    add_children(out, root, tree, true);
    document.set(root.ref, out);
    return root.ref;
}

std::optional<Ref> write_destinations(Document& document, const Places& places) {
    const ByName all = by_name(places.pages);
    if (all.empty()) return std::nullopt;
    NameTree tree(document);
    for (const auto& [name, destination] : all) {
        object::Array& entry = tree.entry(name);
        const Ref page = places.page_refs[page_of(places, *destination)];
        if (places.elements.empty()) {
            write_destination(entry.array(), places, *destination, page);
            continue;
        }
        Dictionary both = entry.dictionary();
        write_destination(both.array("D"), places, *destination, page);
        const auto at = static_cast<std::size_t>(destination - places.pages.destinations.data());
        write_destination(both.array("SD"), places, *destination, places.elements[at]);
    }
    return tree.finish();
}

Ref write_page_labels(Document& document, const pages::Pages& pages) {
    NumberTree tree(document);
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
        if (i == 0 || !continues(pages.pages[i], pages.pages[i - 1]))
            write_label(tree.entry(i).dictionary(), pages.pages[i]);
    return tree.finish();
}

}  // namespace triptych::pdf
