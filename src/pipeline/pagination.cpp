#include "pipeline/pagination.hpp"

#include <utility>

namespace triptych::pipeline {

epub::Pagination pagination_of(const pages::Pages& booklet, std::string source) {
    epub::Pagination pagination{std::move(source), {}};
    for (const auto& page : booklet.pages)
        if (page.numbering == pages::Numbering::decimal)
            pagination.breaks.push_back({page.label(), page.source, page.source_offset});
    return pagination;
}

}  // namespace triptych::pipeline
