#include "typeset/flow/beside.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace triptych::typeset {
namespace {

void take_marks(Galley& galley, std::size_t begin, std::size_t end, Row& row) {
    for (std::size_t i = begin; i < end; ++i) {
        Row& inner = galley.rows[i];
        if (row.source.file == FileId::none) row.source = inner.source;
        std::move(inner.anchors.begin(), inner.anchors.end(), std::back_inserter(row.anchors));
        row.notes.insert(row.notes.end(), inner.notes.begin(), inner.notes.end());
    }
}

Length height_of(const Galley& galley, std::size_t begin, std::size_t end) {
    Stack stack(galley, begin);
    for (std::size_t i = begin; i < end; ++i) stack.push();
    return stack.bottom();
}

}  // namespace

Galley set_beside(const doc::Blocks& blocks, const Column& column, Context& context) {
    Flow flow(context, Length{});
    add_blocks(blocks, column, flow);
    return flow.take();
}

Row join(std::vector<Galley>& galleys, std::size_t begin, std::size_t end, Length padding) {
    Row row;
    for (Galley& galley : galleys) {
        const std::size_t last = std::min(end, galley.rows.size());
        if (begin >= last) continue;
        place(galley, begin, last, {{}, padding}, row.items);
        row.height = std::max(row.height, height_of(galley, begin, last));
        if (row.baseline.units == 0) row.baseline = padding + galley.rows[begin].baseline;
        take_marks(galley, begin, last, row);
    }
    row.height += padding * 2;
    return row;
}

std::size_t most_rows(const std::vector<Galley>& galleys) {
    std::size_t most = 0;
    for (const Galley& galley : galleys) most = std::max(most, galley.rows.size());
    return most;
}

}  // namespace triptych::typeset
