#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "booklet/body.hpp"
#include "booklet/text_box.hpp"
#include "booklet/toc.hpp"
#include "typeset/flow/lines.hpp"
#include "typeset/shapes.hpp"

/// The page in front of a part.
namespace triptych::booklet {
namespace {

using style::Role;

/// In hundredths of the page's height: where the title begins.
constexpr int title_top = 50;
/// More chapters than this are listed in two columns.
constexpr std::size_t most_in_a_column = 4;
constexpr std::array list_percents = {100, 90, 80, 70};

style::TextStyle scaled(style::TextStyle style, std::int64_t part, std::int64_t whole) {
    style.size = style.size.scaled(part, whole);
    style.leading = style.leading.scaled(part, whole);
    return style;
}

/// Everything that has a place on the page, from the top down.
class OpenerPage {
public:
    OpenerPage(const Setting& setting, const Opener& opener, Side side, typeset::Context& context)
        : setting_(setting),
          style_(setting.resources.sheet.booklet),
          opener_(opener),
          left_(text_left(style_.page, side)),
          context_(context) {}

    std::vector<pages::Item> run() {
        items_.push_back(typeset::filled_box({}, style_.page.size, style_.cover_ground));
        const pages::ElementId heading =
            context_.structure.add(opener_.section, pages::Tag::heading1);
        add_number(heading);
        const Length bottom = add_title(heading);
        add_list(bottom + style_.medium[Role::part_title].space_after);
        return std::move(items_);
    }

private:
    const doc::Name& name() const { return setting_.names.parts[opener_.part]; }

    /// As large as its style says, or as the text block allows, with its top at the upper margin.
    void add_number(pages::ElementId heading) {
        if (name().number.empty()) return;
        style::TextStyle style = style_.medium[Role::part_number].text;
        const Length measure = style_.page.measure();
        const Length width = width_of(name().number, style);
        if (width > measure) style = scaled(style, measure.units, width.units);
        // The space keeps number and title apart for those who hear or copy them.
        typeset::Line line = typeset::set_line(name().number + " ", style, heading, context_);
        const Length left = left_ + measure - width_of(name().number, style);
        const Length baseline = style_.page.top + typeset::cap_height(style, context_);
        typeset::shift(line.items, {left, baseline});
        std::move(line.items.begin(), line.items.end(), std::back_inserter(items_));
    }

    Length width_of(const std::string& words, const style::TextStyle& style) const {
        return typeset::line_width(words, style, context_.language, context_.resources);
    }

    Length add_title(pages::ElementId heading) {
        const style::TextStyle& style = style_.medium[Role::part_title].text;
        const doc::Inlines title = typeset::words(name().title);
        const Length measure =
            typeset::balanced_measure(title, style, style_.page.measure(), context_);
        return put(set_text(title, style, measure, heading, context_),
                   {left_, style_.page.size.height.scaled(title_top, 100)}, items_);
    }

    /// The chapters in one column or two, smaller where they are many; what finds no room stands in
    /// the contents only.
    void add_list(Length top) {
        const std::vector<PageId> chapters = chapters_listed();
        const Length room = style_.page.top + text_height(style_.page) - top;
        const std::size_t mark = context_.structure.size();
        for (const int percent : list_percents) {
            context_.structure.cut(mark);
            const std::vector<typeset::Galley> columns = set_columns(chapters, percent);
            const bool fits =
                std::all_of(columns.begin(), columns.end(),
                            [&](const typeset::Galley& column) { return column.height() <= room; });
            if (!fits) continue;
            for (std::size_t i = 0; i < columns.size(); ++i)
                put(columns[i], {left_ + step() * static_cast<std::int64_t>(i), top}, items_);
            return;
        }
        context_.structure.cut(mark);
    }

    std::vector<PageId> chapters_listed() const {
        std::vector<PageId> listed;
        auto chapter = std::lower_bound(
            opener_.order.begin(), opener_.order.end(), opener_.part,
            [](const ChapterPages& one, std::size_t part) { return one.part < part; });
        for (; chapter != opener_.order.end() && chapter->part == opener_.part; ++chapter) {
            for (const PageId id : chapter->pages)
                if (id == chapter->pages.front() || setting_.book.pages[index(id)].depth == 0)
                    listed.push_back(id);
        }
        return listed;
    }

    Length gutter() const { return style_.medium[Role::part_entry].text.size * 2; }
    Length column_measure() const { return (style_.page.measure() - gutter()) / 2; }
    Length step() const { return column_measure() + gutter(); }

    std::vector<typeset::Galley> set_columns(const std::vector<PageId>& chapters, int percent) {
        const bool one = chapters.size() <= most_in_a_column;
        const Length measure = one ? style_.page.measure() : column_measure();
        const std::size_t first = one ? chapters.size() : (chapters.size() + 1) / 2;
        const pages::ElementId toc = context_.structure.add(opener_.section, pages::Tag::toc);
        std::vector<typeset::Galley> columns(one ? 1 : 2);
        for (std::size_t i = 0; i < chapters.size(); ++i)
            add_chapter(chapters[i], toc, measure, percent, columns[i < first ? 0 : 1]);
        return columns;
    }

    /// Title, then its page behind the last line.
    void add_chapter(PageId id, pages::ElementId toc, Length measure, int percent,
                     typeset::Galley& column) {
        const style::BlockStyle& block = style_.medium[Role::part_entry];
        const style::TextStyle text = scaled(block.text, percent, 100);
        style::TextStyle figures = text;
        figures.colour = style_.cover_accent;
        const std::string& destination = setting_.book.pages[index(id)].id;
        const auto label = opener_.labels.find(destination);
        const std::string number = label == opener_.labels.end() ? "" : "\u2002" + label->second;
        const pages::ElementId link = add_toc_link(toc, context_);
        typeset::Line page = typeset::set_line(number, figures, link, context_);
        const doc::Inlines title = typeset::words(setting_.names.pages[index(id)].title);
        std::vector<typeset::Row> rows;
        Length end;
        for (typeset::Line& line :
             typeset::set_paragraph({title, text, measure - page.width, {}, link}, context_)) {
            end = line.width;
            rows.push_back(typeset::row_of(std::move(line), text, {}, context_));
        }
        if (rows.empty()) return;
        put_line(std::move(page), end, rows.back());
        add_link_areas(destination, setting_.names.pages[index(id)].title, link, {}, measure, rows);
        if (!column.rows.empty())
            rows.front().space_before = block.space_before.scaled(percent, 100);
        std::move(rows.begin(), rows.end(), std::back_inserter(column.rows));
    }

    const Setting& setting_;
    const style::Booklet& style_;
    const Opener& opener_;
    Length left_;
    typeset::Context& context_;
    std::vector<pages::Item> items_;
};

}  // namespace

SetPage set_opener(const Setting& setting, const Opener& opener, const Surroundings& around,
                   typeset::Context& context) {
    SetPage set = empty_page(setting.resources.sheet.booklet, around);
    set.destinations.push_back({part_destination(setting.book, opener.part), 0, {}});
    set.page.items = OpenerPage(setting, opener, around.side, context).run();
    return set;
}

}  // namespace triptych::booklet
