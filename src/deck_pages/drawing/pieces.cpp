#include "deck_pages/drawing/pieces.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/inline/paragraph.hpp"

namespace triptych::deck_pages {

using style::Role;

pages::Item rectangle(const Rect& box, Colour fill) {
    const Length width = box.size.width, height = box.size.height;
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{{width, {}}}, pages::LineTo{{width, height}},
                     pages::LineTo{{{}, height}}, pages::ClosePath{}};
    path.fill = fill;
    return {box.at, pages::ElementId::layout_artifact, std::move(path)};
}

void add_running_line(const PlacedLine& line, typeset::Context& context,
                      const deck::Setting& setting, std::vector<pages::Item>& items) {
    if (line.words.empty()) return;
    auto set =
        typeset::set_line(line.words, line.style, pages::ElementId::pagination_artifact, context);
    typeset::shift(set.items, {line.at.x, line.at.y + base_line(line.style, setting)});
    std::move(set.items.begin(), set.items.end(), std::back_inserter(items));
}

void add_foot(const FootWords& words, const std::string& label, typeset::Context& context,
              const deck::Setting& setting, std::vector<pages::Item>& items) {
    const auto& look = setting.look();
    const auto& style = setting.text(Role::slide_footer);
    const auto& language = setting.language;
    const std::string title =
        deck::foot_line(words.title, words.booklet, look.footer.size.width, setting);
    add_running_line({title, style, look.footer.at}, context, setting, items);
    const Length width = typeset::line_width(label, style, language, setting.resources);
    const Rect& box = look.page_number;
    add_running_line({label, style, {box.at.x + box.size.width - width, box.at.y}}, context,
                     setting, items);
}

}  // namespace triptych::deck_pages
