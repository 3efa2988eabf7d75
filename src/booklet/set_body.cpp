#include "booklet/set_body.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/parallel.hpp"

namespace triptych::booklet {
namespace {

/// Numbers printed in the text move it only if they grow by a digit; more passes change nothing.
constexpr int most_passes = 4;
/// Pages of the source that are copied and set side by side before they are joined to chapters:
/// bounds the memory that takes.
constexpr std::size_t pages_at_once = 256;

/// Sets the chapters `which` with the page numbers known by now, all their pages side by side.
void set_side_by_side(const Setting& setting, std::span<const std::size_t> which, Body& body) {
    std::vector<std::vector<Source>> sources(which.size());
    for_each_index(which.size(), setting.resources.threads,
                   [&](std::size_t i) { sources[i] = prepare(setting, body.order[which[i]]); });
    std::vector<std::vector<SetSource>> set(which.size());
    std::vector<std::pair<std::size_t, std::size_t>> tasks;
    for (std::size_t i = 0; i < which.size(); ++i) {
        set[i].resize(sources[i].size());
        for (std::size_t k = 0; k < sources[i].size(); ++k) tasks.emplace_back(i, k);
    }
    for_each_index(tasks.size(), setting.resources.threads, [&](std::size_t task) {
        const auto [i, k] = tasks[task];
        set[i][k] = set_source(setting, sources[i][k], body.labels);
    });
    for_each_index(which.size(), setting.resources.threads, [&](std::size_t i) {
        body.chapters[which[i]] = join_chapter(setting, body.order[which[i]], std::move(set[i]));
    });
}

/// Sets the chapters `which`, as many at a time as have some hundred pages together.
void set_chapters(const Setting& setting, std::span<const std::size_t> which, Body& body) {
    while (!which.empty()) {
        std::size_t count = 0;
        for (std::size_t pages = 0; count < which.size() && pages < pages_at_once; ++count)
            pages += body.order[which[count]].pages.size();
        set_side_by_side(setting, which.first(count), body);
        which = which.subspan(count);
    }
}

bool needs_half_title(const Setting& setting, const Body& body) {
    const int least = setting.resources.sheet.booklet.half_title;
    return least > 0 && body.plan.size() >= static_cast<std::size_t>(least);
}

/// Does what `on` says to every chapter, with the side that the plan gives to its first page.
void for_each_chapter(const Setting& setting, Body& body, void (*on)(Side, Chapter&)) {
    std::vector<Side> sides(body.chapters.size());
    for (std::size_t i = 0; i < body.plan.size(); ++i) {
        const Leaf& leaf = body.plan[i];
        if (leaf.kind == Leaf::Kind::chapter && leaf.range == 0)
            sides[leaf.which] = side_of_page(body.first_page + i);
    }
    for_each_index(sides.size(), setting.resources.threads,
                   [&](std::size_t i) { on(sides[i], body.chapters[i]); });
}

/// Breaks within chapters may move, but take as many pages as are planned.
void plan(const Setting& setting, std::size_t front_pages, Body& body) {
    body.plan = plan_body(setting, {body.chapters, body.opened}, front_pages);
    body.has_half_title = needs_half_title(setting, body);
    body.first_page = front_pages + (body.has_half_title ? half_title_pages : 0);
    for_each_chapter(setting, body, face_pages);
    body.labels = labels_of(setting, body.chapters, body.plan, body.first_page);
}

ChapterFlow flow_of(const style::Booklet& style) {
    return style.start_chapter == style::Start::here ? ChapterFlow::run_on : ChapterFlow::apart;
}

/// A part of fewer chapters opens with the first of them, unless the layout has all opened alike.
constexpr std::ptrdiff_t least_opened = 3;

bool is_opened(const Setting& setting, std::size_t part) {
    const style::Start start = setting.resources.sheet.booklet.start_part;
    const std::vector<PageId>& pages = setting.book.parts[part].pages;
    if (setting.book.parts[part].title.empty() || start == style::Start::here) return false;
    const auto chapters = std::count_if(pages.begin(), pages.end(), [&](PageId id) {
        return id == pages.front() || setting.book.pages[index(id)].depth == 0;
    });
    return start != style::Start::facing || chapters >= least_opened;
}

/// Where parts have no opener, what leads to a part leads to its first chapter.
void lead_to_chapters(const Setting& setting, Body& body) {
    for (std::size_t part = 0; part < setting.book.parts.size(); ++part)
        body.opened.push_back(is_opened(setting, part));
    for (std::size_t i = 0; i < body.order.size(); ++i) {
        const std::size_t part = body.order[i].part;
        const bool is_first = i == 0 || body.order[i - 1].part != part;
        if (is_first && !body.opened[part] && !setting.book.parts[part].title.empty())
            body.order[i].stands_for.push_back(part_destination(setting.book, part));
    }
}

std::optional<Side> first_side(const style::Booklet& style, const Body& body) {
    if (body.order.empty()) return std::nullopt;
    return body.opened[body.order.front().part] ? side_of_part(style.start_part)
                                                : side_of_chapter(style.start_chapter);
}

}  // namespace

Body order_body(const Setting& setting) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    Body body;
    body.order = chapters_of(setting.book, flow_of(style));
    lead_to_chapters(setting, body);
    body.begins = first_side(style, body);
    return body;
}

void set_body(const Setting& setting, std::size_t front_pages, Body& body) {
    body.chapters.resize(body.order.size());
    std::vector<std::size_t> stale(body.order.size());
    for (std::size_t i = 0; i < stale.size(); ++i) stale[i] = i;
    for (int pass = 0; pass < most_passes && !stale.empty(); ++pass) {
        set_chapters(setting, stale, body);
        plan(setting, front_pages, body);
        stale.clear();
        for (std::size_t i = 0; i < body.chapters.size(); ++i) {
            if (is_stale(body.chapters[i], body.labels)) stale.push_back(i);
        }
    }
    if (body.order.empty()) plan(setting, front_pages, body);
    for_each_chapter(setting, body, level_pages);
}

}  // namespace triptych::booklet
