#include "pdf/structure/relations.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/is_one_of.hpp"
#include "pdf/structure/groups.hpp"
#include "pdf/structure/item_boxes.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

/// The items of a page, by how far down they reach.
class ShownBelow {
public:
    explicit ShownBelow(const pages::Page& page) {
        for (const pages::Item& item : page.items) {
            if (pages::is_artifact(item.element) || !draws(item)) continue;
            const Rect box = drawn_box(item);
            all_.push_back({box.at.y + box.size.height, static_cast<std::uint32_t>(all_.size()),
                            static_cast<std::uint32_t>(item.element)});
        }
        std::stable_sort(all_.begin(), all_.end(),
                         [](const Reach& a, const Reach& b) { return a.bottom > b.bottom; });
        for (std::size_t i = 1; i < all_.size(); ++i)
            if (all_[i - 1].order < all_[i].order) {
                all_[i].order = all_[i - 1].order;
                all_[i].element = all_[i - 1].element;
            }
    }

    /// Of what ends below `y`, the element that is read first; of a page that ends above it, the
    /// last.
    std::optional<std::uint32_t> first_below(Length y) const {
        if (all_.empty()) return std::nullopt;
        const auto end = std::partition_point(all_.begin(), all_.end(),
                                              [&](const Reach& one) { return one.bottom > y; });
        return end == all_.begin() ? all_.front().element : (end - 1)->element;
    }

private:
    struct Reach {
        Length bottom;
        std::uint32_t order = 0, element = 0;
    };
    std::vector<Reach> all_;
};

class Finder {
public:
    Finder(const pages::Pages& pages, const std::vector<Element>& elements, const Repaired& tree)
        : pages_(pages), elements_(elements), tree_(tree) {
        for (std::uint32_t i = 0; i < elements.size(); ++i)
            if (tree.kept[i] != 0 && tree.tags[i] == Tag::note && !elements[i].id.empty())
                notes_.emplace(elements[i].id.view(), i);
    }

    Relations run(const std::vector<Link>& links) {
        find_places();
        for (const Link& link : links) {
            const auto& item = pages_.pages[link.page].items[link.item];
            const std::string_view name = std::get<pages::LinkArea>(item.content).destination;
            if (!name.empty()) relate(link.element, name);
        }
        complete_contents();
        return std::move(out_);
    }

private:
    /// Destinations show a little of what is above them (`booklet/body.cpp`), so that what ends
    /// there is not meant.
    static constexpr Length shown_above = Length::points(5);

    void find_places() {
        std::map<std::uint32_t, ShownBelow> shown;
        for (const pages::Destination& place : pages_.destinations) {
            std::uint32_t element = 0;
            if (const auto note = notes_.find(place.name); note != notes_.end()) {
                element = note->second;
            } else if (place.page < pages_.pages.size()) {
                const auto [at, fresh] = shown.try_emplace(place.page, pages_.pages[place.page]);
                element = block_of(at->second.first_below(place.at.y + shown_above).value_or(0));
            }
            out_.places.push_back(element);
            by_name_.emplace(place.name, element);
        }
    }

    std::uint32_t parent(std::uint32_t element) const {
        return static_cast<std::uint32_t>(elements_[element].parent);
    }
    std::optional<std::uint32_t> holder(std::uint32_t element, Tag tag) const {
        for (; tree_.tags[element] != tag; element = parent(element))
            if (element == 0) return std::nullopt;
        return element;
    }

    /// The heading, paragraph, list item … that an element of a line belongs to.
    std::uint32_t block_of(std::uint32_t element) const {
        while (element != 0 &&
               is_one_of(tree_.tags[element],
                         {Tag::span, Tag::link, Tag::reference, Tag::emphasis, Tag::strong,
                          Tag::code, Tag::label, Tag::math, Tag::list_body, Tag::division}))
            element = parent(element);
        return element;
    }

    void relate(std::uint32_t link, std::string_view name) {
        if (const auto note = notes_.find(name); note != notes_.end()) {
            if (holder(link, Tag::note) == note->second) return;
            add(note->second, link);
            add(link, note->second);
        } else if (const auto item = holder(link, Tag::toc_item)) {
            const auto place = by_name_.find(name);
            if (place != by_name_.end()) add(*item, place->second);
        }
    }
    void add(std::uint32_t from, std::uint32_t to) {
        auto& all = out_.refs[from];
        if (!is_one_of(to, all)) all.push_back(to);
    }

    /// An entry of contents that leads nowhere in the file refers to what the next one does.
    void complete_contents() {
        std::uint32_t next = 0;
        for (auto i = static_cast<std::uint32_t>(elements_.size()); i-- > 0;) {
            if (tree_.kept[i] == 0 || tree_.tags[i] != Tag::toc_item) continue;
            if (const auto own = out_.refs.find(i); own != out_.refs.end())
                next = own->second.front();
            else
                add(i, next);
        }
    }

    const pages::Pages& pages_;
    const std::vector<Element>& elements_;
    const Repaired& tree_;
    std::map<std::string_view, std::uint32_t> notes_, by_name_;
    Relations out_;
};

}  // namespace

Relations find_relations(const pages::Pages& pages, const std::vector<Element>& elements,
                         const Repaired& tree, const std::vector<Link>& links) {
    return Finder(pages, elements, tree).run(links);
}

}  // namespace triptych::pdf
