#pragma once

#include <string>
#include <vector>

#include "base/colour.hpp"
#include "deck/setting/setting.hpp"
#include "pages/pages.hpp"

/// What pages of slides and of their notes are drawn with.
namespace triptych::deck_pages {

/// A filled rectangle that only decorates.
pages::Item rectangle(const Rect& box, Colour fill);

/// A line of words and where its upper left corner is.
struct PlacedLine {
    const std::string& words;
    const style::TextStyle& style;
    Point at;
};
/// Draws it as decoration that comes back page by page.
void add_running_line(const PlacedLine& line, typeset::Context& context,
                      const deck::Setting& setting, std::vector<pages::Item>& items);
/// What stands at the foot of a page beside its number.
struct FootWords {
    const std::string& title;
    std::string booklet;  ///< the page of the booklet that says the same; or empty
};
/// The words and `label` at the foot of a page.
void add_foot(const FootWords& words, const std::string& label, typeset::Context& context,
              const deck::Setting& setting, std::vector<pages::Item>& items);

}  // namespace triptych::deck_pages
