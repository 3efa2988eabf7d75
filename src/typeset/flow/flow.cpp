#include "typeset/flow/flow.hpp"

#include <algorithm>
#include <utility>

namespace triptych::typeset {
namespace {

/// Cost of a page break inside a short listing, a small table, a few cards.
constexpr std::int32_t inside_small_block = 500;
/// Cost of a page break between the only line that stays with a heading and what is no line.
constexpr std::int32_t behind_kept_line = 150;
constexpr int most_frames = 12;  // inside each other

}  // namespace

Column Column::inset(Length from_left, Length from_right) const {
    Column column = *this;
    column.left += from_left;
    column.measure -= from_left + from_right;
    return column;
}

Column Column::under(pages::ElementId element) const {
    Column column = *this;
    column.parent = element;
    return column;
}

Column Column::with_text(style::Role role) const {
    Column column = *this;
    column.text = role;
    return column;
}

pages::ElementId Flow::add_element(pages::ElementId parent, pages::Tag tag) {
    return context_.structure.add(parent, tag);
}

void Flow::space(Length space) {
    if (!inside_) space_ = std::max(space_, space);
}

void Flow::keep(int rows) {
    keep_ = rows;
    kept_line_ = false;
}

void Flow::begin_block(Span source) {
    block_ = source;
    if (source_.file == FileId::none) source_ = source;
}

void Flow::anchor(std::string id) {
    if (!id.empty()) anchors_.push_back(std::move(id));
}

void Flow::end_inside() {
    inside_ = false;
    space_ = {};
}

bool Flow::is_deeply_framed(const Column& column) const {
    int around = 0;
    for (std::int32_t frame = column.frame; frame >= 0 && around < most_frames; ++around)
        frame = galley_.frames[static_cast<std::size_t>(frame)].outer;
    return around == most_frames;
}

Column Flow::open_frame(const Column& column, const style::BoxStyle& box) {
    const Length rule = box.rule ? box.rule_width : Length{};
    Column inner = column.inset(box.padding + rule, box.padding);
    inner.frame = static_cast<std::int32_t>(galley_.frames.size());
    galley_.frames.push_back({box, column.left, column.left + column.measure, column.frame});
    begin_inside();
    return inner;
}

void Flow::mark(Row& row) {
    if (source_.file != FileId::none) row.source = std::exchange(source_, Span{});
    for (std::string& id : anchors_) row.anchors.push_back(std::move(id));
    anchors_.clear();
}

void Flow::add_full_page(Row row) {
    row.fills_page = true;
    mark(row);
    galley_.rows.push_back(std::move(row));
}

Row& Flow::add(Row row, const Column& column) {
    row.frame = column.frame;
    row.space_before += std::exchange(space_, Length{});
    if (keep_ > 0) {
        const bool is_low = row.height < context_.medium[style::Role::body].text.leading * 2;
        const bool boxed = !rows().empty() && rows().back().frame != row.frame;
        const bool apart = kept_line_ && (!is_low || boxed || begins_title_);
        row.break_penalty = std::max(row.break_penalty, apart ? behind_kept_line : Row::never);
        keep_ = is_low ? keep_ - 1 : 0;
        kept_line_ = is_low;
    }
    mark(row);
    inside_ = begins_title_ = false;
    galley_.rows.push_back(std::move(row));
    return galley_.rows.back();
}

Galley Flow::take() {
    if (!anchors_.empty()) {
        if (galley_.rows.empty()) galley_.rows.emplace_back();
        std::vector<std::string>& last = galley_.rows.back().anchors;
        last.insert(last.end(), anchors_.begin(), anchors_.end());
    }
    return std::move(galley_);
}

void Flow::raise_penalty(std::size_t row, std::int32_t penalty) {
    if (row == 0 || row >= galley_.rows.size()) return;
    galley_.rows[row].break_penalty = std::max(galley_.rows[row].break_penalty, penalty);
}

Length Flow::height_from(std::size_t first) const {
    return galley_.height(first, galley_.rows.size());
}

Length Flow::bottom(std::size_t first) {
    while (settled_.next() < first) settled_.push();
    Stack stack = settled_;
    while (stack.next() < size()) stack.push();
    return stack.bottom();
}

void settle(std::size_t first, Length space_after, Slack slack, Flow& flow) {
    const std::int64_t grid = flow.grid().units;
    if (grid <= 0 || first >= flow.size()) return;
    const Length end = flow.bottom(first) + space_after;
    const Length missing{(grid - end.units % grid) % grid};
    flow.rows()[first].space_before += slack == Slack::above ? missing : missing / 2;
}

void keep_together(std::size_t begin, std::size_t end, Flow& flow) {
    for (std::size_t i = begin; i < end && i < flow.size(); ++i) {
        flow.rows()[i].break_penalty = Row::never;
    }
}

void hold_together(std::size_t first, std::size_t most, Flow& flow) {
    if (flow.size() - first > most) return;
    for (std::size_t i = first + 1; i < flow.size(); ++i) flow.raise_penalty(i, inside_small_block);
}

void guard_lines(std::size_t first, Flow& flow) {
    const std::size_t end = flow.size();
    if (end - first < 2) return;
    flow.rows()[first + 1].break_penalty = Row::never;
    flow.rows()[end - 1].break_penalty = Row::never;
}

}  // namespace triptych::typeset
