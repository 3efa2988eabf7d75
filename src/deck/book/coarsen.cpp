#include "deck/book/coarsen.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <queue>
#include <utility>

namespace triptych::deck {
namespace {

constexpr std::size_t most_refined = 3, most_grouped = 6;

std::size_t form_index(PageForm form) { return static_cast<std::size_t>(form); }

/// A slide or more with the pages behind them.
struct Run {
    std::size_t begin = 0, end = 0;
    PageForm form{};
    std::size_t words = 0, slides = 0, chapters = 1, part = 0;
};

class Coarsener {
public:
    Coarsener(const std::vector<PageSize>& pages, std::size_t room) : pages_(pages), room_(room) {}

    std::vector<PageRun> make() {
        choose_level();
        if (total() > room_) group_neighbours();
        refine();
        std::vector<PageRun> made;
        for (const Run& run : runs_) made.push_back({run.begin, run.end, run.form});
        return made;
    }

private:
    std::size_t total() const {
        std::size_t slides = 0;
        for (const Run& run : runs_) slides += run.slides;
        return slides;
    }
    Run run_of(std::size_t page, PageForm form) const {
        const PageSize& size = pages_[page];
        return {page, page + 1, form, size.words, size.slides[form_index(form)], 1, size.part};
    }
    void choose_level() {
        for (const PageForm form :
             {PageForm::sections, PageForm::cards, PageForm::richest, PageForm::page}) {
            base_ = form;
            runs_.clear();
            for (std::size_t i = 0; i < pages_.size(); ++i) runs_.push_back(run_of(i, form));
            if (total() <= room_) return;
        }
        base_ = PageForm::chapter;
        join_chapters();
    }
    void join_chapters() {
        runs_.clear();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            const bool opens =
                runs_.empty() || pages_[i].opens_chapter || runs_.back().part != pages_[i].part;
            if (opens) {
                runs_.push_back(run_of(i, PageForm::page));
                continue;
            }
            Run& chapter = runs_.back();
            chapter.end = i + 1;
            chapter.words += pages_[i].words;
            chapter.form = PageForm::chapter;
            chapter.slides = 1;
        }
    }
    /// Joins the two neighbours of a part that have the fewest words together, until all fit.
    void group_neighbours() {
        using Place = std::list<Run>::iterator;
        std::list<Run> all(runs_.begin(), runs_.end());
        const auto words = [](Place left) { return left->words + std::next(left)->words; };
        const auto may_join = [&](Place left) {
            const auto right = std::next(left);
            return right != all.end() && left->part == right->part &&
                   left->chapters + right->chapters <= most_grouped;
        };
        std::map<std::pair<std::size_t, std::size_t>, Place> pairs;  // by words, then place
        const auto add = [&](Place left) {
            if (left != all.end() && may_join(left)) pairs[{words(left), left->begin}] = left;
        };
        const auto remove = [&](Place left) {
            if (left != all.end() && std::next(left) != all.end())
                pairs.erase({words(left), left->begin});
        };
        for (auto at = all.begin(); at != all.end(); ++at) add(at);
        std::size_t slides = total();
        while (slides > room_ && !pairs.empty()) {
            const auto left = pairs.begin()->second;
            const auto right = std::next(left);
            const auto before = left == all.begin() ? all.end() : std::prev(left);
            for (const auto each : {before, left, right}) remove(each);
            slides -= left->slides + right->slides - 1;
            left->end = right->end;
            left->words += right->words;
            left->chapters += right->chapters;
            left->slides = 1;
            left->form = PageForm::group;
            all.erase(right);
            for (const auto each : {before, left}) add(each);
        }
        runs_.assign(all.begin(), all.end());
    }

    /// The runs that a run falls into when it gets finer; none when it can't.
    std::vector<Run> finer(const Run& run) const {
        if (run.form == PageForm::group) return {};
        std::vector<Run> parts;
        if (run.form == PageForm::chapter) {
            for (std::size_t i = run.begin; i < run.end; ++i)
                parts.push_back(run_of(i, PageForm::page));
            return parts;
        }
        if (run.form == PageForm::sections) return {};
        // A form with no more slides than the one before says no more.
        for (std::size_t form = form_index(run.form); form-- > 0;) {
            parts = {run_of(run.begin, static_cast<PageForm>(form))};
            if (parts.front().slides > run.slides || form == 0) break;
        }
        const bool too_many = base_ > PageForm::cards && parts.front().slides > most_refined;
        return too_many ? std::vector<Run>{} : parts;
    }
    void refine() {
        const auto fewer_words_a_slide = [](const Run& a, const Run& b) {
            const std::size_t left = a.words * std::max<std::size_t>(b.slides, 1);
            const std::size_t right = b.words * std::max<std::size_t>(a.slides, 1);
            return left != right ? left < right : a.begin > b.begin;
        };
        std::priority_queue<Run, std::vector<Run>, decltype(fewer_words_a_slide)> fullest(
            fewer_words_a_slide);
        std::vector<Run> done;
        std::size_t slides = total();
        for (const Run& run : runs_) fullest.push(run);
        while (!fullest.empty()) {
            const Run run = fullest.top();
            fullest.pop();
            const auto parts = finer(run);
            std::size_t more = slides - run.slides;
            for (const Run& part : parts) more += part.slides;
            if (parts.empty() || more > room_) {
                done.push_back(run);
                continue;
            }
            slides = more;
            for (const Run& part : parts) fullest.push(part);
        }
        std::sort(done.begin(), done.end(),
                  [](const Run& a, const Run& b) { return a.begin < b.begin; });
        runs_ = std::move(done);
    }

    const std::vector<PageSize>& pages_;
    std::size_t room_;
    PageForm base_{};
    std::vector<Run> runs_;
};

}  // namespace

std::vector<PageRun> coarsened(const std::vector<PageSize>& pages, std::size_t room) {
    return Coarsener(pages, room).make();
}

void note_limit(Deck& deck, std::size_t asked) {
    if (deck.slides.size() <= asked) return;
    deck.remarks.push_back(
        {RemarkKind::over_limit, deck.slides.front().page, deck.slides.size(), {}, asked});
}

}  // namespace triptych::deck
