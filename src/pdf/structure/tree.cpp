#include "pdf/structure/tree.hpp"

#include "base/match.hpp"
#include "pdf/structure/groups.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

std::vector<Element> root_if_none(const pages::Pages& pages) {
    if (!pages.elements.empty()) return {};
    return {Element{}};
}

Size size_of(const pages::GlyphRun& run) {
    Length width;
    for (const pages::Glyph& glyph : run.glyphs) width += Length{glyph.advance};
    return {width, run.size};
}

Rect path_box(Point at, const pages::Path& path) {
    Point least = at, most = at;
    const auto take = [&](Point p) {
        p = at + p;
        least = {std::min(least.x, p.x), std::min(least.y, p.y)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y)};
    };
    for (const pages::Segment& segment : path.segments)
        std::visit(Match{[&](const pages::MoveTo& to) { take(to.to); },
                         [&](const pages::LineTo& to) { take(to.to); },
                         [&](const pages::CurveTo& to) {
                             for (const Point point : {to.control1, to.control2, to.to})
                                 take(point);
                         },
                         [](const pages::ClosePath&) {}},
                   segment);
    return {least, {most.x - least.x, most.y - least.y}};
}

/// The box around an item; of text, from its base line up.
Rect item_box(const pages::Item& item) {
    return std::visit(Match{[&](const pages::GlyphRun& run) {
                                return Rect{{item.at.x, item.at.y - run.size}, size_of(run)};
                            },
                            [&](const pages::Picture& picture) {
                                return Rect{item.at, picture.size};
                            },
                            [&](const pages::Path& path) { return path_box(item.at, path); },
                            [&](const pages::LinkArea& area) {
                                return Rect{item.at, area.size};
                            }},
                      item.content);
}

}  // namespace

Structure::Structure(const pages::Pages& pages, const std::vector<Link>& links)
    : pages_(pages),
      links_(links),
      lone_root_(root_if_none(pages)),
      elements_(lone_root_.empty() ? pages.elements : lone_root_) {
    tree_ = repair(elements_, find_presence());
    fill();
}

std::string_view Structure::tag_name(pages::ElementId element) const {
    return pages::name(tree_.tags[index(element)]);
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
            const Tag tag = elements_[index(group.element)].tag;
            if (tag != Tag::figure && tag != Tag::formula) continue;
            for (std::size_t i = group.begin; i < group.end; ++i)
                if (draws(page.items[i])) note_box(page, p, page.items[i]);
        }
    }
    first_marked_.push_back(marked_.size());
    for (const Link& link : links_) presence.linked[link.element] = 1;
    return presence;
}

void Structure::note_box(const pages::Page& page, std::size_t page_index, const pages::Item& item) {
    const Box box = box_on_page(page, pages::box_as_drawn(item, item_box(item)));
    const auto element = static_cast<std::uint32_t>(item.element);
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
