#include "booklet/fill_columns.hpp"

namespace triptych::booklet {
namespace {

std::size_t end_of_column(const typeset::Galley& galley, std::size_t begin, Length height) {
    typeset::Stack stack(galley, begin);
    std::size_t end = begin;
    while (end < galley.rows.size()) {
        stack.push();
        if (stack.bottom() > height) break;
        ++end;
    }
    if (end == galley.rows.size()) return end;
    std::size_t allowed = end;
    while (allowed > begin && galley.rows[allowed].break_penalty >= typeset::Row::never) --allowed;
    if (allowed > begin) return allowed;
    return end > begin ? end : begin + 1;
}

}  // namespace

std::vector<Column> fill_columns(const typeset::Galley& galley, const ColumnRoom& room,
                                 std::size_t begin) {
    std::vector<Column> columns;
    while (begin < galley.rows.size()) {
        const Length height = columns.size() < room.first_columns ? room.first : room.others;
        const std::size_t end = end_of_column(galley, begin, height);
        columns.push_back({begin, end});
        begin = end;
    }
    return columns;
}

}  // namespace triptych::booklet
