#include "booklet/toc.hpp"

#include <iterator>
#include <utility>

namespace triptych::booklet {

pages::ElementId add_toc_link(pages::ElementId toc, typeset::Context& context) {
    const pages::ElementId item = context.structure.add(toc, pages::Tag::toc_item);
    const pages::ElementId reference = context.structure.add(item, pages::Tag::reference);
    return context.structure.add(reference, pages::Tag::link);
}

void add_link_areas(const std::string& destination, const std::string& title, pages::ElementId link,
                    Length left, Length measure, std::vector<typeset::Row>& rows) {
    pages::LinkArea area{{}, destination, {}, title};
    for (typeset::Row& row : rows) {
        area.size = {measure, row.height};
        row.items.push_back({{left, {}}, link, area});
    }
}

void put_line(typeset::Line line, Length left, typeset::Row& row) {
    typeset::shift(line.items, {left, row.baseline});
    std::move(line.items.begin(), line.items.end(), std::back_inserter(row.items));
}

}  // namespace triptych::booklet
