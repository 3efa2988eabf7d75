#include "booklet/plan.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "booklet/outline.hpp"

namespace triptych::booklet {
namespace {

/// The body's pages as they are added; sides are those of the whole book.
class Planner {
public:
    Planner(const style::Booklet& style, style::Start part, std::size_t before)
        : style_(style), part_(part), before_(before) {}

    /// The opener, placed so that the first chapter finds its side.
    void add_part(std::size_t part) {
        go_to(side_of_part(part_));
        leaves_.push_back({Leaf::Kind::part, part, 0});
    }

    void add_chapter(const Chapter& chapter, std::size_t which) {
        go_to(side_of_chapter(style_.start_chapter));
        for (std::size_t range = 0; range < chapter.ranges.size(); ++range)
            leaves_.push_back({Leaf::Kind::chapter, which, range});
    }

    std::vector<Leaf> take() { return std::move(leaves_); }

private:
    void go_to(std::optional<Side> side) {
        if (side && side_of_page(before_ + leaves_.size()) != *side) leaves_.push_back({});
    }

    const style::Booklet& style_;
    style::Start part_;
    std::size_t before_;
    std::vector<Leaf> leaves_;
};

std::vector<Leaf> leaves_of(const style::Booklet& style, style::Start start_part,
                            const PlanInput& input, std::size_t before) {
    Planner planner(style, start_part, before);
    for (std::size_t i = 0; i < input.chapters.size(); ++i) {
        const std::size_t part = input.chapters[i].part;
        const bool is_first = i == 0 || input.chapters[i - 1].part != part;
        if (is_first && input.opened[part]) planner.add_part(part);
        planner.add_chapter(input.chapters[i], i);
    }
    return planner.take();
}

/// Sheets of four pages that take so many, and the back cover.
std::size_t sheets(const style::Booklet& style, std::size_t pages) {
    constexpr std::size_t pages_a_sheet = 4;
    if (style.cover && style.back_cover) pages += side_of_page(pages) == Side::recto ? 2 : 1;
    return (pages + pages_a_sheet - 1) / pages_a_sheet;
}

void add_labels(const typeset::Galley& galley, const typeset::PageRange& range,
                const std::string& label, Labels& labels) {
    for (std::size_t row = range.begin; row < range.end; ++row) {
        for (const std::string& id : galley.rows[row].anchors) labels.emplace(id, label);
    }
}

}  // namespace

std::optional<Side> side_of_part(style::Start start) {
    if (start == style::Start::recto) return Side::recto;
    if (start == style::Start::facing) return Side::verso;
    return std::nullopt;
}

std::optional<Side> side_of_chapter(style::Start start) {
    if (start == style::Start::recto || start == style::Start::facing) return Side::recto;
    return std::nullopt;
}

std::vector<Leaf> plan_body(const Setting& setting, const PlanInput& input, std::size_t before) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    std::vector<Leaf> leaves = leaves_of(style, style.start_part, input, before);
    if (style.start_part != style::Start::facing) return leaves;
    std::vector<Leaf> close = leaves_of(style, style::Start::page, input, before);
    const bool costs_sheet =
        sheets(style, before + leaves.size()) > sheets(style, before + close.size());
    return costs_sheet ? close : leaves;
}

Labels labels_of(const Setting& setting, const std::vector<Chapter>& chapters,
                 const std::vector<Leaf>& plan, std::size_t before) {
    Labels labels;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Leaf& leaf = plan[i];
        const std::string label = own_digits(before + i + 1, setting.book.metadata.language);
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
