#include "deck_pages/notes/pages.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/number_signs.hpp"
#include "base/words.hpp"
#include "deck/setting/measure.hpp"
#include "deck_pages/drawing/pieces.hpp"
#include "deck_pages/notes/flow.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck_pages {
namespace {

using namespace literals;
using style::Role;

constexpr Length title_size = 22_pt;

class NotesWriter {
public:
    NotesWriter(const deck::Deck& deck, std::size_t number, DrawnSlide& slide,
                const deck::Setting& setting)
        : deck_(deck),
          number_(number),
          slide_(slide),
          setting_(setting),
          medium_(deck::medium_of_notes(setting.look())),
          title_(deck::resized(setting.text(Role::slide_title), title_size)) {}

    std::vector<pages::Page> take() {
        pages::Element heading;
        heading.tag = pages::Tag::heading3;
        slide_.elements.push_back(std::move(heading));
        heading_ = pages::ElementId{static_cast<std::uint32_t>(slide_.elements.size() - 1)};
        if (fits_in_one_column()) columns_ = {text_column()};
        NotesFlow notes(deck_.slides[number_], {medium_, columns_.front().size.width, 4}, setting_,
                        slide_);
        while (!notes.empty()) add_page(notes);
        return std::move(pages_);
    }

private:
    const style::Slides& look() const { return setting_.look(); }
    Length measure() const { return look().size.width - look().margin_left - look().margin_right; }
    Rect zone(Length left, Length width) const {
        const Length top = look().title.at.y + title_.leading + 16_pt;
        const Length bottom = look().links.at.y + look().links.size.height;
        return {{left, top}, {width, bottom - top}};
    }
    /// Short notes stand under the words of their slide, in lines that are read easily.
    Rect text_column() const {
        return zone(look().title.at.x, std::min(look().notes_size * 35, look().title.size.width));
    }
    std::vector<Rect> two_columns() const {
        const Length gap = look().gutter * 2, width = (measure() - gap) / 2;
        return {zone(look().margin_left, width), zone(look().margin_left + width + gap, width)};
    }
    bool fits_in_one_column() {
        DrawnSlide scratch;
        const Rect column = text_column();
        const NotesFlow notes(deck_.slides[number_], {medium_, column.size.width, 4}, setting_,
                              scratch);
        return notes.height() <= column.size.height;
    }
    /// "12 – Notes", and "12 – Notes (2)" on what follows.
    std::string label() const {
        std::string label = own_digits(number_ + 1, setting_.language) + " – " +
                            std::string(word_in(setting_.language, Word::notes));
        if (!pages_.empty()) label += " (" + own_digits(pages_.size() + 1, setting_.language) + ")";
        return label;
    }

    void add_page(NotesFlow& notes) {
        pages::Page page;
        page.size = look().size;
        page.name = label();
        page.items.push_back(rectangle({{}, look().size}, look().ground));
        add_head(page.items);
        for (const Rect& column : columns_)
            if (!notes.empty()) notes.place_in(column, page.items);
        typeset::Structure unused(pages::Tag::document);
        auto context = setting_.context(setting_.medium(), unused, slide_.findings);
        add_foot({deck_.title, {}}, page.name, context, setting_, page.items);
        pages_.push_back(std::move(page));
    }
    /// The word "Notes", which heads them once, over the title of their slide.
    void add_head(std::vector<pages::Item>& items) {
        typeset::Structure unused(pages::Tag::document);
        auto context = setting_.context(setting_.medium(), unused, slide_.findings);
        const auto& kicker = setting_.text(Role::slide_kicker);
        const auto element = pages_.empty() ? heading_ : pages::ElementId::pagination_artifact;
        auto line = typeset::set_line(std::string(word_in(setting_.language, Word::notes)), kicker,
                                      element, context);
        const Length left = columns_.front().at.x;
        typeset::shift(line.items, {left, look().kicker.at.y + base_line(kicker, setting_)});
        std::move(line.items.begin(), line.items.end(), std::back_inserter(items));
        const std::string title =
            deck::shortened(deck::full_title(deck_.slides[number_]),
                            {title_, look().size.width - look().margin_right - left},
                            setting_.language, setting_.resources);
        add_running_line({title, title_, {left, look().title.at.y}}, context, setting_, items);
    }

    const deck::Deck& deck_;
    std::size_t number_;
    DrawnSlide& slide_;
    const deck::Setting& setting_;
    style::Medium medium_;
    style::TextStyle title_;
    std::vector<Rect> columns_ = two_columns();
    pages::ElementId heading_{};
    std::vector<pages::Page> pages_;
};

}  // namespace

std::vector<pages::Page> notes_pages(const deck::Deck& deck, std::size_t number, DrawnSlide& slide,
                                     const deck::Setting& setting) {
    if (deck.slides[number].notes.empty()) return {};
    return NotesWriter(deck, number, slide, setting).take();
}

}  // namespace triptych::deck_pages
