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

void add_parts(const doc::Book& book, std::size_t begin, std::size_t end, std::vector<Leaf>& plan) {
    for (std::size_t part = begin; part < end; ++part) {
        if (book.parts[part].title.empty()) continue;
        go_to_recto(plan);
        plan.push_back({Leaf::Kind::part, part, 0});
    }
}

void add_chapter(const Chapter& chapter, std::size_t which, std::vector<Leaf>& plan) {
    for (std::size_t range = 0; range < chapter.ranges.size(); ++range) {
        plan.push_back({Leaf::Kind::chapter, which, range});
    }
}

void add_labels(const typeset::Galley& galley, const typeset::PageRange& range,
                const std::string& label, Labels& labels) {
    for (std::size_t row = range.begin; row < range.end; ++row) {
        for (const std::string& id : galley.rows[row].anchors) labels.emplace(id, label);
    }
}

}  // namespace

std::vector<Leaf> plan_body(const Setting& setting, const std::vector<Chapter>& chapters) {
    std::vector<Leaf> plan;
    std::size_t part = 0;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        add_parts(setting.book, part, chapters[i].part + 1, plan);
        part = chapters[i].part + 1;
        if (setting.resources.sheet.booklet.chapters_recto) go_to_recto(plan);
        add_chapter(chapters[i], i, plan);
    }
    add_parts(setting.book, part, setting.book.parts.size(), plan);
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
        const typeset::PageRange& range = chapter.ranges[leaf.range];
        add_labels(chapter.text, {range.begin, range.end}, label, labels);
        for (const typeset::NoteSlice& slice : range.notes)
            add_labels(chapter.notes[slice.note], {slice.begin, slice.end}, label, labels);
    }
    return labels;
}

}  // namespace triptych::booklet
