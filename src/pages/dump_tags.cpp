#include <fmt/format.h>

#include <iterator>

#include "base/check.hpp"
#include "base/match.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// First child and next sibling of every element, in reading order.
struct Links {
    std::vector<std::uint32_t> first_child, next_sibling;
};

Links link_elements(const std::vector<Element>& elements) {
    Links links{std::vector<std::uint32_t>(elements.size(), none),
                std::vector<std::uint32_t>(elements.size(), none)};
    for (std::size_t i = elements.size(); i-- > 1;) {
        const auto parent = index(elements[i].parent);
        TRIPTYCH_CHECK(parent < i, "elements are stored parent first");
        links.next_sibling[i] = links.first_child[parent];
        links.first_child[parent] = static_cast<std::uint32_t>(i);
    }
    return links;
}

/// What is drawn in each element: its text, and how many pictures, paths and links.
struct Drawn {
    std::string text;
    std::uint32_t pictures = 0, paths = 0, links = 0;
};

void add(Drawn& drawn, const Item& item) {
    std::visit(Match{[&](const GlyphRun& run) { drawn.text += run.text; },
                     [&](const Picture&) { ++drawn.pictures; }, [&](const Path&) { ++drawn.paths; },
                     [&](const LinkArea&) { ++drawn.links; }},
               item.content);
}

std::vector<Drawn> collect(const Pages& pages) {
    std::vector<Drawn> drawn(pages.elements.size());
    for (const Page& page : pages.pages)
        for (const Item& item : page.items)
            if (!is_artifact(item.element)) {
                TRIPTYCH_CHECK(index(item.element) < drawn.size(), "an item of an unknown element");
                add(drawn[index(item.element)], item);
            }
    return drawn;
}

std::string_view name(Scope scope) {
    switch (scope) {
        case Scope::none:
            return "";
        case Scope::row:
            return "row";
        case Scope::column:
            return "column";
        case Scope::both:
            return "both";
    }
    return {};
}

std::string_view name(ListNumbering numbering) {
    switch (numbering) {
        case ListNumbering::none:
            return "";
        case ListNumbering::disc:
            return "disc";
        case ListNumbering::decimal:
            return "decimal";
        case ListNumbering::lower_letters:
            return "lower-letters";
        case ListNumbering::upper_letters:
            return "upper-letters";
        case ListNumbering::lower_roman:
            return "lower-roman";
        case ListNumbering::upper_roman:
            return "upper-roman";
    }
    return {};
}

std::string attributes(const Element& element) {
    std::string out;
    const auto add_text = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) out += fmt::format(" {}={}", key, value);
    };
    add_text("id", element.id);
    add_text("lang", element.language);
    add_text("scope", name(element.scope));
    add_text("numbering", name(element.numbering));
    if (element.column_span != 1) out += fmt::format(" columns={}", element.column_span);
    if (element.row_span != 1) out += fmt::format(" rows={}", element.row_span);
    if (!element.alternative.empty()) out += fmt::format(" alt=\"{}\"", element.alternative.view());
    if (!element.actual_text.empty())
        out += fmt::format(" actual=\"{}\"", element.actual_text.view());
    return out;
}

std::string line(const Element& element, const Drawn& drawn) {
    std::string out = std::string(name(element.tag)) + attributes(element);
    if (drawn.pictures > 0) out += fmt::format(" pictures={}", drawn.pictures);
    if (drawn.paths > 0) out += fmt::format(" paths={}", drawn.paths);
    if (drawn.links > 0) out += fmt::format(" links={}", drawn.links);
    if (!drawn.text.empty()) out += fmt::format(" \"{}\"", drawn.text);
    return out;
}

}  // namespace

std::string dump_tags(const Pages& pages) {
    if (pages.elements.empty()) return {};
    const Links links = link_elements(pages.elements);
    const std::vector<Drawn> drawn = collect(pages);
    std::string out;
    std::vector<std::uint32_t> path = {0};
    while (!path.empty()) {
        const std::uint32_t at = path.back();
        out.append((path.size() - 1) * 2, ' ');
        out += line(pages.elements[at], drawn[at]) + '\n';
        std::uint32_t next = links.first_child[at];
        if (next != none) {
            path.push_back(next);
            continue;
        }
        while (!path.empty() && next == none) {
            next = links.next_sibling[path.back()];
            path.pop_back();
        }
        if (next != none) path.push_back(next);
    }
    return out;
}

}  // namespace triptych::pages
