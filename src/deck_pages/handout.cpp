#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/language_tag.hpp"
#include "base/number_signs.hpp"
#include "deck/setting/reduce.hpp"
#include "deck_pages/deck_pages.hpp"
#include "deck_pages/drawing/document.hpp"
#include "deck_pages/notes/flow.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck_pages {
namespace {

using namespace literals;
using style::Role;

constexpr Size sheet = {210_mm, 297_mm};
constexpr Length margin = 18_mm, gap = 8_mm, line_step = 9_mm;
constexpr Length foot = 12_mm;  // from the lower edge to the base line of the number
constexpr Length hairline = Length::points(0.5);

/// Where the slides of one sheet stand, and how wide they are.
struct Grid {
    std::size_t across = 1, down = 1;
    Length width;
};
Grid grid_of(Handout handout) {
    const Length measure = sheet.width - margin * 2;
    if (handout == Handout::six) return {2, 3, (measure - gap) / 2};
    if (handout == Handout::three) return {1, 3, (measure - gap) / 2};
    return {1, 1, measure};
}

pages::Item stroked(Point at, std::vector<pages::Segment> segments, Colour colour) {
    pages::Path path;
    path.segments = std::move(segments);
    path.stroke = colour;
    path.line_width = hairline;
    return {at, pages::ElementId::layout_artifact, std::move(path)};
}

/// Puts slides on sheets, one behind the other.
class Sheets {
public:
    Sheets(const deck::Deck& deck, Handout handout, const deck::Setting& setting,
           Diagnostics& diagnostics)
        : deck_(deck),
          handout_(handout),
          grid_(grid_of(handout)),
          setting_(setting),
          diagnostics_(diagnostics) {}

    pages::Pages take(pages::Information information) {
        auto drawn = draw_slides(deck_, setting_);
        for (std::size_t i = 0; i < drawn.size(); ++i) add(i, drawn[i]);
        pages_.information = std::move(information);
        pages_.elements = structure_.take();
        add_navigation(deck_, places_, pages_);
        return std::move(pages_);
    }

private:
    const style::Medium& print() const { return setting_.resources.sheet.booklet.medium; }
    Length height() const {
        const Size& slide = setting_.look().size;
        return grid_.width.scaled(slide.height.units, slide.width.units);
    }
    /// Space is shared out evenly between rows of slides.
    Point place_of(std::size_t cell) const {
        const auto row = static_cast<std::int64_t>(cell / grid_.across);
        const auto column = static_cast<std::int64_t>(cell % grid_.across);
        const Length step = (sheet.height - margin * 2) / static_cast<std::int64_t>(grid_.down);
        return {margin + (grid_.width + gap) * column, margin + step * row};
    }

    void add(std::size_t number, DrawnSlide& slide) {
        const std::size_t cell = number % (grid_.across * grid_.down);
        if (cell == 0) open_sheet();
        const Point at = place_of(cell);
        places_.push_back({static_cast<std::uint32_t>(pages_.pages.size() - 1), at});
        std::vector<pages::Page> own(1);
        own.front().items = std::move(slide.page.items);
        deck::reduce(own.front().items, grid_.width, setting_.look().size.width, at);
        add_frame(at, own.front().items);
        if (handout_ == Handout::three) add_lines(at, own.front().items);
        if (handout_ == Handout::one) add_notes(number, slide, at.y + height() + gap, own);
        adopt(slide, own, structure_);
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (i > 0) open_sheet();
            auto& items = pages_.pages.back().items;
            std::move(own[i].items.begin(), own[i].items.end(), std::back_inserter(items));
        }
        diagnostics_.append(std::move(slide.findings));
    }
    void open_sheet() {
        pages::Page page;
        page.size = sheet;
        page.numbering = pages::Numbering::decimal;
        page.number = static_cast<std::uint32_t>(pages_.pages.size() + 1);
        pages_.pages.push_back(std::move(page));
        add_number(pages_.pages.back());
    }
    void add_number(pages::Page& page) {
        typeset::Structure unused(pages::Tag::document);
        auto context = setting_.context(print(), unused, diagnostics_);
        auto line =
            typeset::set_line(own_digits(page.label(), context.language), print()[Role::folio].text,
                              pages::ElementId::pagination_artifact, context);
        const Length x = sheet.width - margin - line.width;
        typeset::shift(line.items, {x, sheet.height - foot});
        std::move(line.items.begin(), line.items.end(), std::back_inserter(page.items));
    }
    void add_frame(Point at, std::vector<pages::Item>& items) const {
        const Length width = grid_.width, tall = height();
        items.push_back(
            stroked(at,
                    {pages::MoveTo{{}}, pages::LineTo{{width, {}}}, pages::LineTo{{width, tall}},
                     pages::LineTo{{{}, tall}}, pages::ClosePath{}},
                    print().rule));
    }
    /// Lines to write on, beside the slide and below it as far as the next one.
    void add_lines(Point at, std::vector<pages::Item>& items) const {
        const Length left = at.x + grid_.width + gap;
        const Length step = (sheet.height - margin * 2) / static_cast<std::int64_t>(grid_.down);
        for (Length y = line_step; y <= step - gap; y += line_step)
            items.push_back(stroked({left, at.y + y},
                                    {pages::MoveTo{{}}, pages::LineTo{{grid_.width, {}}}},
                                    print().rule));
    }
    /// The notes below the slide; what has no room there goes on over further sheets.
    void add_notes(std::size_t number, DrawnSlide& slide, Length y,
                   std::vector<pages::Page>& sheets) {
        NotesFlow notes(deck_.slides[number], {print(), grid_.width}, setting_, slide);
        for (; !notes.empty(); y = margin) {
            notes.place_in({{margin, y}, {grid_.width, sheet.height - margin - y}},
                           sheets.back().items);
            if (!notes.empty()) sheets.emplace_back();
        }
    }

    const deck::Deck& deck_;
    Handout handout_;
    Grid grid_;
    const deck::Setting& setting_;
    Diagnostics& diagnostics_;
    typeset::Structure structure_{pages::Tag::document};
    pages::Pages pages_;
    std::vector<Place> places_;
};

}  // namespace

pages::Pages compose_handout(const deck::Deck& deck, const doc::Book& book,
                             const typeset::Resources& resources, const Options& options,
                             Diagnostics& diagnostics) {
    const deck::Setting setting{book, resources, deck.language};
    Sheets sheets(deck, options.handout.value_or(Handout::one), setting, diagnostics);
    pages::Pages pages = sheets.take(information_of(deck, book, options));
    if (is_right_to_left(book.metadata.language)) pages::mirror(pages);
    return pages;
}

}  // namespace triptych::deck_pages
