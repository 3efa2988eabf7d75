#include "pdf/catalog/links.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "pdf/box.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;

std::vector<std::string_view> names_of(const std::vector<pages::Destination>& destinations) {
    std::vector<std::string_view> out;
    for (const auto& destination : destinations)
        if (is_named(destination)) out.push_back(destination.name);
    std::sort(out.begin(), out.end());
    return out;
}

/// The element itself or the nearest above it that is a link.
std::optional<std::uint32_t> link_element(const pages::Pages& pages, pages::ElementId id) {
    if (pages::is_artifact(id) || index(id) >= pages.elements.size()) return std::nullopt;
    std::size_t at = index(id);
    while (pages.elements[at].tag != pages::Tag::link) {
        if (at == 0) return std::nullopt;
        at = index(pages.elements[at].parent);
    }
    return static_cast<std::uint32_t>(at);
}

/// By the name of a place that the other file has, else its first page (§12.6.4.3).
void lead_to(const pages::Neighbour& other, std::string_view destination, Dictionary&& action) {
    action.name("S", "GoToR");
    action.dictionary("F").name("Type", "Filespec").text("F", other.file).text("UF", other.file);
    const auto* place = other.find(destination.substr(0, destination.find("--")), destination);
    if (place != nullptr)
        action.bytes("D", place->id);
    else
        action.array("D").integer(0).name("Fit");
}

}  // namespace

bool is_named(const pages::Destination& destination) {
    return destination.name.size() <= object::longest_string;
}

std::vector<Link> collect_links(const pages::Pages& pages, const pages::Neighbours& neighbours,
                                object::Document& document) {
    const std::vector<std::string_view> names = names_of(pages.destinations);
    std::vector<Link> out;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const auto& items = pages.pages[p].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto* area = std::get_if<pages::LinkArea>(&items[i].content);
            if (area == nullptr) continue;
            const bool leads =
                !area->neighbour.empty() ? neighbours.contains(area->neighbour.view())
                : area->url.empty()
                    ? std::binary_search(names.begin(), names.end(),
                                         std::string_view(area->destination))
                    : text::percent_encode(area->url).size() <= object::longest_string;
            const auto element = link_element(pages, items[i].element);
            if (leads && element)
                out.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(i),
                               *element, document.reserve()});
        }
    }
    return out;
}

Dictionary link_annotation(const pages::Pages& pages, const pages::Neighbours& neighbours,
                           const Link& link, std::size_t key) {
    const pages::Page& page = pages.pages[link.page];
    const pages::Item& item = page.items[link.item];
    const auto& area = std::get<pages::LinkArea>(item.content);
    const Box box = box_on_page(page, pages::box_as_drawn(item, {item.at, area.size}));
    Dictionary out;
    out.name("Type", "Annot").name("Subtype", "Link");
    box.write(out.array("Rect"));
    box.write_corners(out.array("QuadPoints"));
    out.array("Border").integer(0).integer(0).integer(0);
    out.integer("F", 4).integer("StructParent", static_cast<std::int64_t>(key));
    const std::string_view target = area.url.empty() ? area.destination : area.url;
    out.text("Contents", area.description.empty() ? target : area.description.view());
    if (!area.neighbour.empty())
        lead_to(neighbours.find(area.neighbour.view())->second, area.destination,
                out.dictionary("A"));
    else if (area.url.empty())
        out.bytes("Dest", area.destination);
    else
        out.dictionary("A").name("S", "URI").bytes("URI", text::percent_encode(area.url));
    return out;
}

}  // namespace triptych::pdf
