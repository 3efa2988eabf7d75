#include <algorithm>
#include <cstdint>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// Cells that are wider or higher are taken for this wide or high, which bounds the work.
constexpr long long greatest_span = 1000;

std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle element,
                                      const std::set<std::string>& types) {
    std::vector<QPDFObjectHandle> out;
    for (QPDFObjectHandle kid : one_or_several(element.getKey("/K")))
        if (kid.isDictionary() && kid.getKey("/S").isName() &&
            types.count(kid.getKey("/S").getName()) != 0)
            out.push_back(kid);
    return out;
}

/// Rows in order, and behind how many of them a head, a body or a foot ends.
struct Rows {
    std::vector<QPDFObjectHandle> all;
    std::vector<std::size_t> ends;
};

Rows rows_of(QPDFObjectHandle table) {
    Rows out;
    for (QPDFObjectHandle kid : kids_of(table, {"/TR", "/THead", "/TBody", "/TFoot"})) {
        if (kid.getKey("/S").isNameAndEquals("/TR")) {
            out.all.push_back(kid);
            continue;
        }
        out.ends.push_back(out.all.size());
        for (QPDFObjectHandle row : kids_of(kid, {"/TR"})) out.all.push_back(row);
        out.ends.push_back(out.all.size());
    }
    return out;
}

class TableCheck {
public:
    TableCheck(QPDFObjectHandle table, Purpose purpose, Report& report)
        : report_(report),
          purpose_(purpose),
          place_(" (object " + std::to_string(table.getObjectID()) + ")"),
          grouped_(rows_of(table)),
          rows_(grouped_.all),
          taken_(rows_.size()) {}

    void run() {
        for (row_ = 0; row_ < rows_.size(); ++row_) {
            const auto cells = kids_of(rows_[row_], {"/TH", "/TD"});
            for (std::size_t i = 0, column = 0; i < cells.size(); ++i)
                column = put(cells[i], column);
        }
        for (const auto& row : taken_) {
            const bool full = std::find(row.begin(), row.end(), 0) == row.end();
            report_.expect(full && row.size() == taken_[0].size(), "ISO 14289-1 7.2",
                           "rows of a table have different numbers of columns" + place_);
        }
        for (const std::string& id : named_)
            report_.expect(headers_.count(id) != 0, "ISO 14289-1 7.5",
                           "a cell names a header that is not there" + place_);
        check_headers();
    }

private:
    /// Where a cell of data begins that names no headers.
    struct Bare {
        std::size_t row, column;
    };

    /// Headers that do not say what they are of are named by the cells that they are of.
    void check_headers() {
        if (!has_bare_headers_) return;
        for (const Bare& cell : bare_)
            report_.expect(heads_row_.count(cell.row) != 0 || heads_column_.count(cell.column) != 0,
                           "ISO 14289-1 7.5", "no header leads to a cell" + place_);
    }

    void note_scope(QPDFObjectHandle cell, std::size_t column, std::size_t width,
                    std::size_t height) {
        QPDFObjectHandle scope = attribute(cell, "/Scope");
        has_bare_headers_ = has_bare_headers_ || !scope.isName();
        if (!scope.isName()) return;
        const bool both = scope.getName() == "/Both";
        for (std::size_t i = 0; i < height && (both || scope.getName() == "/Row"); ++i)
            heads_row_.insert(row_ + i);
        for (std::size_t i = 0; i < width && (both || scope.getName() == "/Column"); ++i)
            heads_column_.insert(column + i);
    }

    std::size_t span(QPDFObjectHandle cell, const char* key) {
        QPDFObjectHandle value = attribute(cell, key);
        if (!value.isInteger()) return 1;
        return static_cast<std::size_t>(std::clamp(value.getIntValue(), 1LL, greatest_span));
    }

    /// Takes the places of a cell at the first free column from `column` on; gives the next one.
    std::size_t put(QPDFObjectHandle cell, std::size_t column) {
        note_headers(cell);
        auto& row = taken_[row_];
        while (column < row.size() && row[column] != 0) ++column;
        const std::size_t width = span(cell, "/ColSpan"), height = span(cell, "/RowSpan");
        if (cell.getKey("/S").isNameAndEquals("/TH"))
            note_scope(cell, column, width, height);
        else if (!attribute(cell, "/Headers").isArray())
            bare_.push_back({row_, column});
        report_.expect(row_ + height <= rows_.size(), "ISO 14289-1 7.2",
                       "a cell spans more rows than there are" + place_);
        for (const std::size_t end : grouped_.ends)
            report_.expect(purpose_ != Purpose::modern || row_ >= end || row_ + height <= end,
                           "ISO 14289-2 8.2.5.26",
                           "a cell spans rows of the head and of the body of a table" + place_);
        for (std::size_t r = row_; r < std::min(row_ + height, rows_.size()); ++r) {
            if (taken_[r].size() < column + width) taken_[r].resize(column + width);
            for (std::size_t c = column; c < column + width; ++c) {
                report_.expect(taken_[r][c] == 0, "ISO 14289-1 7.2", "cells overlap" + place_);
                taken_[r][c] = 1;
            }
        }
        return column + width;
    }

    void note_headers(QPDFObjectHandle cell) {
        if (cell.getKey("/S").isNameAndEquals("/TH") && cell.getKey("/ID").isString())
            headers_.insert(cell.getKey("/ID").getStringValue());
        QPDFObjectHandle names = attribute(cell, "/Headers");
        if (!names.isArray()) return;
        for (QPDFObjectHandle name : names.getArrayAsVector())
            if (name.isString()) named_.insert(name.getStringValue());
    }

    Report& report_;
    Purpose purpose_;
    std::string place_;
    Rows grouped_;
    const std::vector<QPDFObjectHandle>& rows_;
    std::vector<std::vector<std::uint8_t>> taken_;
    std::size_t row_ = 0;
    std::set<std::string> headers_, named_;
    bool has_bare_headers_ = false;  ///< one does not say what it is of
    std::vector<Bare> bare_;
    std::set<std::size_t> heads_row_, heads_column_;  ///< that a header says it is of
};

}  // namespace

void check_table(QPDFObjectHandle table, Purpose purpose, Report& report) {
    TableCheck(table, purpose, report).run();
}

}  // namespace triptych::verify
