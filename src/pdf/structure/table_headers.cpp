#include <algorithm>

#include "base/is_one_of.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Scope;
using pages::Tag;

/// More headers than that of one cell help nobody.
constexpr std::size_t most_heads = 8;

/// The headers in force along a row or column: those met last, until data and then new ones come.
class Heads {
public:
    void meet_header(std::uint32_t cell) {
        if (!open_) heads_.clear();
        open_ = true;
        const bool fresh = heads_.empty() || heads_.back() != cell;
        if (fresh && heads_.size() < most_heads) heads_.push_back(cell);
    }
    void meet_data() { open_ = false; }
    const std::vector<std::uint32_t>& all() const { return heads_; }

private:
    std::vector<std::uint32_t> heads_;
    bool open_ = true;
};

class HeaderFinder {
public:
    HeaderFinder(const std::vector<Element>& elements, const TableCells& cells, Repaired& tree)
        : elements_(elements), cells_(cells), tree_(tree) {}

    /// One row of headers over data, or one column beside it, is understood from `Scope`.
    bool is_simple() const {
        bool rows = false, columns = false;
        for (const auto& row : cells_)
            for (const std::uint32_t cell : row) {
                rows = rows || heads_row(cell);
                columns = columns || heads_column(cell);
            }
        return !rows || !columns;
    }

    void run() {
        for (const auto& row : cells_) {
            columns_.resize(std::max(columns_.size(), row.size()));
            Heads along;
            for (std::size_t column = 0; column < row.size(); ++column)
                visit(row[column], along, columns_[column]);
        }
    }

private:
    bool is_header(std::uint32_t cell) const {
        return cell != no_element && tree_.tags[cell] == Tag::table_header;
    }
    bool heads_row(std::uint32_t cell) const {
        return is_header(cell) &&
               (elements_[cell].scope == Scope::row || elements_[cell].scope == Scope::both);
    }
    bool heads_column(std::uint32_t cell) const {
        return is_header(cell) && elements_[cell].scope != Scope::row;
    }

    void visit(std::uint32_t cell, Heads& along, Heads& down) {
        if (is_header(cell)) {
            if (heads_row(cell)) along.meet_header(cell);
            if (heads_column(cell))
                down.meet_header(cell);
            else
                down.meet_data();
            return;
        }
        along.meet_data();
        down.meet_data();
        if (cell == no_element) return;
        add(cell, down.all());
        add(cell, along.all());
    }

    void add(std::uint32_t cell, const std::vector<std::uint32_t>& heads) {
        if (heads.empty()) return;
        auto& all = tree_.headers[cell];
        for (const std::uint32_t head : heads)
            if (!is_one_of(head, all)) all.push_back(head);
    }

    const std::vector<Element>& elements_;
    const TableCells& cells_;
    Repaired& tree_;
    std::vector<Heads> columns_;
};

}  // namespace

void note_headers(const std::vector<Element>& elements, const TableCells& cells, Repaired& tree) {
    HeaderFinder finder(elements, cells, tree);
    if (!finder.is_simple()) finder.run();
}

}  // namespace triptych::pdf
