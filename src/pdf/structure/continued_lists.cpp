#include "pdf/structure/continued_lists.hpp"

#include <string_view>
#include <vector>

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

/// The number that a label such as `12. ` says; 0 for another.
std::uint32_t number_in(std::string_view label) {
    std::uint32_t out = 0;
    for (const char c : label) {
        if (c < '0' || c > '9' || out > 1'000'000) break;
        out = out * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return out;
}

/// First and last number of a list.
struct Numbers {
    std::uint32_t first = 0, last = 0;
};

std::map<std::uint32_t, Numbers> numbers_of_lists(const pages::Pages& pages) {
    std::map<std::uint32_t, Numbers> out;
    const auto& elements = pages.elements;
    for (const pages::Page& page : pages.pages)
        for (const pages::Item& item : page.items) {
            const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            if (run == nullptr || pages::is_artifact(item.element)) continue;
            const Element& label = elements[index(item.element)];
            const Element& holder = elements[index(label.parent)];
            const auto list = static_cast<std::uint32_t>(holder.parent);
            if (label.tag != Tag::label || holder.tag != Tag::list_item ||
                elements[list].numbering != pages::ListNumbering::decimal)
                continue;
            const std::uint32_t number = number_in(run->text);
            if (number == 0) continue;
            Numbers& numbers = out[list];
            if (numbers.first == 0) numbers.first = number;
            numbers.last = number;
        }
    return out;
}

}  // namespace

std::map<std::uint32_t, std::string> find_continued_lists(pages::Pages& pages) {
    std::map<std::uint32_t, std::string> out;
    std::map<pages::ElementId, std::pair<std::uint32_t, std::uint32_t>> before;  // by parent
    for (const auto& [list, numbers] : numbers_of_lists(pages)) {
        Element& element = pages.elements[list];
        auto& [other, last] = before[element.parent];
        if (numbers.first > 1 && numbers.first == last + 1) {
            Element& start = pages.elements[other];
            if (start.id.empty()) start.id = "list-" + std::to_string(other);
            out.emplace(list, std::string(start.id.view()));
        }
        other = list;
        last = numbers.last;
    }
    return out;
}

}  // namespace triptych::pdf
