#include "pipeline/pagination.hpp"

#include <cstddef>
#include <map>
#include <utility>

#include "doc/lists.hpp"

namespace triptych::pipeline {
namespace {

/// Ids of index and lists, by the number of the page they begin on.
std::map<std::size_t, std::string> generated_pages(const pages::Pages& booklet) {
    std::map<std::size_t, std::string> begun;
    for (const auto& place : booklet.destinations)
        if (place.name.starts_with(doc::generated_page_prefix))
            begun.emplace(place.page, place.name);
    return begun;
}

}  // namespace

epub::Pagination pagination_of(const pages::Pages& booklet, std::string source) {
    epub::Pagination pagination{std::move(source), {}};
    const auto begun = generated_pages(booklet);
    for (std::size_t i = 0; i < booklet.pages.size(); ++i) {
        const auto& page = booklet.pages[i];
        if (page.numbering != pages::Numbering::decimal) continue;
        pagination.breaks.push_back({page.label(), page.source, page.source_offset});
        if (const auto found = begun.find(i); found != begun.end())
            pagination.breaks.back().page = found->second;
    }
    return pagination;
}

}  // namespace triptych::pipeline
