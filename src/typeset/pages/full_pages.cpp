#include "typeset/pages/full_pages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/pages/recover_tail.hpp"

namespace triptych::typeset {
namespace {

struct FullPage {
    Row row;
    std::size_t before;  ///< the row of text in front of which it was written
    std::size_t was;     ///< its place in the galley
};

std::vector<FullPage> take_full_pages(Galley& galley) {
    std::vector<FullPage> taken;
    std::vector<Row> text;
    for (std::size_t i = 0; i < galley.rows.size(); ++i) {
        Row& row = galley.rows[i];
        if (!row.fills_page || text.empty()) {
            text.push_back(std::move(row));
            continue;
        }
        std::vector<std::uint32_t>& notes = text.back().notes;
        notes.insert(notes.end(), row.notes.begin(), row.notes.end());
        row.notes.clear();
        taken.push_back({std::move(row), text.size(), i});
    }
    galley.rows = std::move(text);
    return taken;
}

/// Puts the pages of text and the full pages in order.
class Merger {
public:
    Merger(Galley& galley, std::vector<FullPage> full) : galley_(galley), full_(std::move(full)) {
        result_.moved.resize(galley.rows.size() + full_.size() + 1);
    }

    BrokenGalley run(std::vector<PageRange> pages) {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            add_text(pages[i]);
            const bool is_last = i + 1 == pages.size();
            while (next_full_ < full_.size() &&
                   (is_last || full_[next_full_].before <= pages[i].end))
                add_full(full_[next_full_++]);
        }
        result_.moved.back() = rows_.size();
        galley_.rows = std::move(rows_);
        return std::move(result_);
    }

private:
    void add_text(PageRange& page) {
        const std::size_t begin = rows_.size();
        for (std::size_t i = page.begin; i < page.end; ++i) {
            while (next_skip_ < full_.size() && full_[next_skip_].was == written_) {
                ++written_;
                ++next_skip_;
            }
            result_.moved[written_++] = rows_.size();
            rows_.push_back(std::move(galley_.rows[i]));
        }
        result_.pages.push_back({begin, rows_.size(), std::move(page.notes)});
    }

    void add_full(FullPage& full) {
        result_.moved[full.was] = rows_.size();
        result_.pages.push_back({rows_.size(), rows_.size() + 1});
        rows_.push_back(std::move(full.row));
    }

    Galley& galley_;
    std::vector<FullPage> full_;
    std::vector<Row> rows_;
    BrokenGalley result_;
    std::size_t next_full_ = 0, next_skip_ = 0;
    std::size_t written_ = 0;  ///< place of the next row of text in the galley as it was
};

}  // namespace

BrokenGalley break_around_full_pages(Galley& galley, const PageRoom& room,
                                     const std::vector<Galley>& notes) {
    std::vector<FullPage> full = take_full_pages(galley);
    Settled settled = break_without_tail(galley, room, notes);
    BrokenGalley broken = Merger(galley, std::move(full)).run(std::move(settled.pages));
    broken.room = settled.room;
    return broken;
}

}  // namespace triptych::typeset
