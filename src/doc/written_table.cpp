#include "doc/written_table.hpp"

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

std::string field_of(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    return '"' + text::replace_all(text, "\"", "\"\"") + '"';
}

void append_row(std::string& out, const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0) out += ',';
        out += field_of(plain_text(row.cells[i].body));
    }
    out += "\r\n";
}

}  // namespace

std::string to_csv(const Table& table) {
    std::string out;
    for (const auto* rows : {&table.head, &table.rows})
        for (const Row& row : *rows) append_row(out, row);
    return out;
}

}  // namespace triptych::doc
