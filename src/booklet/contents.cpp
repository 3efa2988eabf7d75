#include <algorithm>
#include <array>
#include <utility>

#include "base/words.hpp"
#include "booklet/contents_rows.hpp"
#include "booklet/fill_columns.hpp"
#include "booklet/front.hpp"
#include "booklet/text_box.hpp"

namespace triptych::booklet {
namespace {

using style::Role;

/// Where there are more pages, the last one may be as it is.
constexpr std::size_t most_levelled = 6;
/// A last page is at least so full, in hundredths, or the entries are set closer.
constexpr int least_fill = 40;
/// Lines of a hundred entries in columns.
constexpr std::size_t most_lines = 160;

constexpr std::array looks = {Look{1, 100}, Look{1, 60}, Look{1, 30}, Look{2, 100}, Look{2, 50}};

typeset::Galley set_title(const style::Booklet& style, pages::ElementId section,
                          typeset::Context& context) {
    const style::BlockStyle& title = style.medium[Role::contents_title];
    const pages::ElementId element = context.structure.add(section, pages::Tag::heading1);
    typeset::tell_words(element, context);
    const std::string text(word_in(context.language, Word::contents));
    return set_text(text, title.text, style.page.measure(), element, context);
}

/// Hundredths of the last page that its fuller column takes.
int fill_of_last_page(const typeset::Galley& galley, const std::vector<Column>& columns,
                      const Look& look, Length height) {
    const auto count = static_cast<std::size_t>(look.columns);
    Length fullest;
    for (std::size_t i = (columns.size() - 1) / count * count; i < columns.size(); ++i)
        fullest = std::max(fullest, galley.height(columns[i].begin, columns[i].end));
    return static_cast<int>(fullest.units * 100 / std::max<std::int64_t>(1, height.units));
}

/// The contents in one look, cut into columns.
struct Trial {
    Look look{};
    typeset::Galley galley;
    std::vector<Column> columns;
    std::size_t pages() const {
        const auto count = static_cast<std::size_t>(look.columns);
        return (columns.size() + count - 1) / count;
    }
};

class Chooser {
public:
    Chooser(ContentsSetter& setter, pages::ElementId section, ColumnRoom room,
            const ContentsRequest& request, typeset::Context& context)
        : setter_(setter), section_(section), room_(room), request_(request), context_(context) {}

    /// The first look with the fewest pages, and none blank behind them if that can be, of those
    /// whose last page is not nearly empty, and whose columns hold most entries on a line each.
    Trial run() {
        const std::size_t mark = context_.structure.size();
        std::size_t best = 0, fewest = 0;
        for (std::size_t i = 0; i < looks.size(); ++i) {
            const Trial trial = set(looks[i]);
            context_.structure.cut(mark);
            if (is_cramped(trial)) continue;
            const bool airy = is_airy(trial);
            const std::size_t pages = trial.pages() + (leaves_blank(trial) ? 1 : 0);
            if (i > 0 && (airy || pages >= fewest)) continue;
            best = i;
            // A first look with an airy page gives way to any that needs no more pages.
            fewest = pages + (airy ? 1 : 0);
            if (fewest == 1) break;
        }
        return balance(level(set(looks[best])));
    }

private:
    Trial set(const Look& look) {
        Trial trial{look, setter_.run(look, section_), {}};
        room_.first_columns = static_cast<std::size_t>(look.columns);
        trial.columns = fill_columns(trial.galley, room_);
        return trial;
    }

    bool leaves_blank(const Trial& trial) const {
        return request_.next && side_of_page(request_.before + trial.pages()) != *request_.next;
    }

    /// Shares the entries out where a last page of a few is still nearly empty.
    Trial level(Trial trial) const {
        const std::size_t pages = trial.pages();
        if (pages < 2 || pages > most_levelled) return trial;
        ColumnRoom room = room_;
        room.first_columns = static_cast<std::size_t>(trial.look.columns);
        const Length step = context_.medium[Role::body].text.leading;
        while (is_airy(trial) && room.first > step * 5) {
            room.first -= step;
            room.others -= step;
            std::vector<Column> lower = fill_columns(trial.galley, room);
            std::swap(lower, trial.columns);
            if (trial.pages() == pages) continue;
            std::swap(lower, trial.columns);
            break;
        }
        return trial;
    }

    /// Columns so narrow that many entries go on in a second line are no list to look things up in.
    bool is_cramped(const Trial& trial) const {
        return trial.look.columns > 1 &&
               trial.galley.rows.size() * 100 > setter_.entries() * most_lines;
    }

    bool is_airy(const Trial& trial) const {
        return trial.pages() > 1 && fill_of_last_page(trial.galley, trial.columns, trial.look,
                                                      room_.others) < least_fill;
    }

    /// Columns of the last page are made level.
    Trial balance(Trial trial) const {
        const auto count = static_cast<std::size_t>(trial.look.columns);
        if (count < 2 || trial.columns.empty()) return trial;
        const std::size_t first = (trial.columns.size() - 1) / count * count;
        const bool is_only = first == 0;
        const std::size_t begin = trial.columns[first].begin;
        const Length most = is_only ? room_.first : room_.others;
        const Length step = context_.medium[Role::body].text.leading / 2;
        const Length all = trial.galley.height(begin, trial.galley.rows.size());
        for (Length height = all / trial.look.columns; height <= most; height += step) {
            std::vector<Column> columns =
                fill_columns(trial.galley, {height, height, count}, begin);
            if (columns.size() > count) continue;
            trial.columns.resize(first);
            trial.columns.insert(trial.columns.end(), columns.begin(), columns.end());
            break;
        }
        return trial;
    }

    ContentsSetter& setter_;
    pages::ElementId section_;
    ColumnRoom room_;
    const ContentsRequest& request_;
    typeset::Context& context_;
};

}  // namespace

FrontPages set_contents(const Setting& setting, const ContentsRequest& request,
                        typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    const Listed entries = listed(request.entries, style.contents_depth);
    const pages::ElementId section =
        context.structure.add(context.structure.root(), pages::Tag::section);
    const typeset::Galley title = set_title(style, section, context);
    const Length height = text_height(style.page);
    const Length below_title = title.height() + style.medium[Role::contents_title].space_after;
    ContentsSetter setter(style, entries, request.labels, context);
    const Trial contents =
        Chooser(setter, section, {height - below_title, height, 1}, request, context).run();
    FrontPages pages;
    const auto columns = static_cast<std::size_t>(contents.look.columns);
    const Length step = setter.measure(contents.look) + setter.gutter();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, contents.columns.size()); ++i) {
        const bool is_first = i < columns;
        if (i % columns == 0) pages.emplace_back();
        const Side side = side_of_page(request.before + pages.size() - 1);
        Point at{text_left(style.page, side), style.page.top};
        if (i == 0) put(title, at, pages.back());
        if (i >= contents.columns.size()) break;
        at.x += step * static_cast<std::int64_t>(i % columns);
        if (is_first) at.y += below_title;
        typeset::place(contents.galley, contents.columns[i].begin, contents.columns[i].end, at,
                       pages.back());
    }
    return pages;
}

}  // namespace triptych::booklet
