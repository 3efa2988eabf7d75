#include "pdf/structure/listings.hpp"

#include <map>
#include <vector>

#include "pdf/structure/groups.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::ElementId;
using pages::Tag;

/// What a paragraph holds.
struct Lines {
    std::uint32_t first = 0, count = 0;  ///< pieces of code
    bool other = false;                  ///< something else, or something in one of them

    bool is_listing() const { return count > 1 && !other; }
};

std::vector<Lines> find_lines(const pages::Pages& pages) {
    const auto& elements = pages.elements;
    std::vector<Lines> out(elements.size());
    for (std::uint32_t i = 1; i < elements.size(); ++i) {
        const std::size_t parent = index(elements[i].parent);
        Lines& lines = out[parent];
        if (elements[parent].tag == Tag::code) out[index(elements[parent].parent)].other = true;
        if (elements[i].tag != Tag::code) lines.other = true;
        if (lines.count++ == 0) lines.first = i;
    }
    for (const pages::Page& page : pages.pages)
        for (const pages::Item& item : page.items)
            if (!pages::is_artifact(item.element) && draws(item))
                out[index(item.element)].other = true;
    return out;
}

}  // namespace

ListingLines group_listings(pages::Pages& pages) {
    const std::vector<Lines> lines = find_lines(pages);
    auto& elements = pages.elements;
    const auto begin = static_cast<std::uint32_t>(elements.size());
    std::map<ElementId, ElementId> moved;
    for (std::uint32_t i = 1; i < begin; ++i) {
        const std::size_t parent = index(elements[i].parent);
        if (elements[parent].tag != Tag::paragraph || !lines[parent].is_listing()) continue;
        Element line;
        line.tag = Tag::span;
        line.parent = static_cast<ElementId>(lines[parent].first);
        moved.emplace(static_cast<ElementId>(i), static_cast<ElementId>(elements.size()));
        elements.push_back(std::move(line));
    }
    if (!moved.empty())
        for (pages::Page& page : pages.pages)
            for (pages::Item& item : page.items)
                if (const auto line = moved.find(item.element); line != moved.end())
                    item.element = line->second;
    return {begin, static_cast<std::uint32_t>(elements.size())};
}

}  // namespace triptych::pdf
