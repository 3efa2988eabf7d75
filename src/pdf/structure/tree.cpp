#include "pdf/structure/tree.hpp"

#include "pdf/structure/containment.hpp"
#include "pdf/structure/groups.hpp"
#include "pdf/structure/item_boxes.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

std::vector<Element> root_if_none(const pages::Pages& pages) {
    if (!pages.elements.empty()) return {};
    return {Element{}};
}

}  // namespace

Structure::Structure(const Sources& sources)
    : pages_(sources.pages),
      links_(sources.links),
      formulas_(sources.modern.formulas),
      continued_(sources.modern.continued),
      standard_(sources.standard),
      lone_root_(root_if_none(pages_)),
      elements_(lone_root_.empty() ? pages_.elements : lone_root_) {
    const Presence presence = find_presence();
    tree_ = repair(elements_, presence, standard_);
    if (standard_ == PdfStandard::ua2) {
        relations_ = find_relations(pages_, elements_, tree_, links_);
        types_ = contained_types(elements_, tree_,
                                 {formulas_, sources.modern.lines, relations_, presence.drawn});
    } else {
        for (const Tag tag : tree_.tags) types_.push_back(type_of(tag, standard_));
    }
    fill();
}

std::string_view Structure::tag_name(pages::ElementId element) const {
    return types_[index(element)].name;
}

bool Structure::has_marks(std::size_t page) const {
    return first_marked_[page] != first_marked_[page + 1];
}

/// Goes through the marked content of all pages once.
Presence Structure::find_presence() {
    Presence presence{std::vector<std::uint8_t>(elements_.size(), 0),
                      std::vector<std::uint8_t>(elements_.size(), 0)};
    for (std::size_t p = 0; p < pages_.pages.size(); ++p) {
        first_marked_.push_back(marked_.size());
        const pages::Page& page = pages_.pages[p];
        for (const Group& group : groups(page, elements_.size())) {
            if (pages::is_artifact(group.element)) continue;
            presence.drawn[index(group.element)] = 1;
            marked_.push_back(static_cast<std::uint32_t>(group.element));
            const auto element = boxed_element(static_cast<std::uint32_t>(group.element));
            if (!element) continue;
            for (std::size_t i = group.begin; i < group.end; ++i)
                if (draws(page.items[i])) note_box(page, p, page.items[i], *element);
        }
    }
    first_marked_.push_back(marked_.size());
    for (const Link& link : links_) presence.linked[link.element] = 1;
    return presence;
}

/// The figure or formula that something is drawn of.
std::optional<std::uint32_t> Structure::boxed_element(std::uint32_t element) const {
    while (elements_[element].tag == Tag::math)
        element = static_cast<std::uint32_t>(elements_[element].parent);
    const Tag tag = elements_[element].tag;
    if (tag != Tag::figure && tag != Tag::formula) return std::nullopt;
    return element;
}

void Structure::note_box(const pages::Page& page, std::size_t page_index, const pages::Item& item,
                         std::uint32_t element) {
    const Box box = box_on_page(page, drawn_box(item));
    const auto [found, fresh] = boxes_.try_emplace(element, page_index, box);
    if (!fresh && found->second.first == page_index)
        found->second.second = found->second.second.joined(box);
}

void Structure::add_kid(std::uint32_t element, Kid kid) {
    const auto at = static_cast<std::uint32_t>(kids_.size());
    kids_.push_back(kid);
    if (first_kid_[element] == no_element)
        first_kid_[element] = at;
    else
        kids_[last_kid_[element]].next = at;
    last_kid_[element] = at;
}

/// Hangs an element, and those above it, into the tree when it is first needed; earlier siblings
/// that nothing has been drawn in yet come before it.
void Structure::attach(std::uint32_t element) {
    std::vector<std::uint32_t> above;
    for (; attached_[element] == 0; element = static_cast<std::uint32_t>(elements_[element].parent))
        above.push_back(element);
    for (; !above.empty(); above.pop_back()) {
        const std::uint32_t parent = static_cast<std::uint32_t>(elements_[above.back()].parent);
        std::uint32_t& child = unattached_[parent];
        while (attached_[above.back()] == 0) {
            if (tree_.kept[child] != 0) add_kid(parent, {Kid::Kind::element, child, 0, no_element});
            attached_[child] = 1;
            child = tree_.next_sibling[child];
        }
    }
}

/// Links come behind the text drawn before them on their page.
void Structure::fill() {
    first_kid_.assign(elements_.size(), no_element);
    last_kid_.assign(elements_.size(), no_element);
    attached_.assign(elements_.size(), 0);
    attached_[0] = 1;
    unattached_ = tree_.first_child;
    std::size_t link = 0;
    for (std::uint32_t page = 0; page < pages_.pages.size(); ++page) {
        for (std::size_t i = first_marked_[page]; i < first_marked_[page + 1]; ++i) {
            attach(marked_[i]);
            const auto identifier = static_cast<std::uint32_t>(i - first_marked_[page]);
            add_kid(marked_[i], {Kid::Kind::content, identifier, page, no_element});
        }
        for (; link < links_.size() && links_[link].page == page; ++link) {
            attach(links_[link].element);
            add_kid(links_[link].element,
                    {Kid::Kind::annotation, static_cast<std::uint32_t>(link), page, no_element});
        }
    }
    for (std::uint32_t element = 0; element < elements_.size(); ++element)
        if (tree_.kept[element] != 0) attach(element);
}

}  // namespace triptych::pdf
