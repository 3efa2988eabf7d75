#include "booklet/plan.hpp"

#include <fmt/format.h>

#include "booklet/outline.hpp"

namespace triptych::booklet {
namespace {

/// The next page to be added is a right-hand page.
bool recto_next(const std::vector<Leaf>& plan) { return plan.size() % 2 == 0; }

void go_to_recto(std::vector<Leaf>& plan) {
    if (!recto_next(plan)) plan.push_back({});
}

}  // namespace

std::vector<Leaf> plan_body(const Setting& setting, const std::vector<Chapter>& chapters) {
    std::vector<Leaf> plan;
    std::size_t chapter = 0;
    for (std::size_t part = 0; part < setting.book.parts.size(); ++part) {
        if (!setting.book.parts[part].title.empty()) {
            go_to_recto(plan);
            plan.push_back({Leaf::Kind::part, part, 0});
        }
        for (std::size_t i = 0; i < setting.book.parts[part].pages.size(); ++i, ++chapter) {
            if (setting.resources.sheet.booklet.chapters_recto) go_to_recto(plan);
            for (std::size_t range = 0; range < chapters[chapter].ranges.size(); ++range) {
                plan.push_back({Leaf::Kind::chapter, chapter, range});
            }
        }
    }
    return plan;
}

Labels labels_of(const Setting& setting, const std::vector<Chapter>& chapters,
                 const std::vector<Leaf>& plan) {
    Labels labels;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Leaf& leaf = plan[i];
        const std::string label = fmt::format("{}", i + 1);
        if (leaf.kind == Leaf::Kind::part) {
            labels.emplace(part_destination(setting.book, leaf.which), label);
        }
        if (leaf.kind != Leaf::Kind::chapter) continue;
        const Chapter& chapter = chapters[leaf.which];
        const typeset::PageRange range = chapter.ranges[leaf.range];
        for (std::size_t row = range.begin; row < range.end; ++row) {
            for (const std::string& id : chapter.text.rows[row].anchors) labels.emplace(id, label);
        }
    }
    return labels;
}

}  // namespace triptych::booklet
