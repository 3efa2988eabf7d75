#include <fmt/format.h>
#include <triptych/settings.hpp>

#include "cli/book_defaults.hpp"
#include "cli/option_table.hpp"

namespace triptych::cli {
namespace {

constexpr const char* head = R"(# The keys of triptych.yaml

`triptych.yaml` lies beside `SUMMARY.md` and says what GitBook does not know of a book. Every key
may be left out; `triptych init` writes a file with all of them as comments, `triptych config BOOK`
shows what holds. A key that is misspelt is reported with its line.

This page is made by `triptych generate keys`; a test fails when it differs from what the program
reads.

| key | for example | meaning |
|---|---|---|
)";

constexpr const char* build_head = R"(
## build

Defaults of `triptych build`, `check` and `dump`: each is an option without its dashes, with the
value that it has on the command line, a list for a value with commas, `yes` for an option without a
value. What is typed wins. Options that name places on the computer are none of a book’s business
and are not read here.

| key | value | meaning |
|---|---|---|
)";

}  // namespace

std::string to_key_reference(const ProgramTable& table) {
    std::string out = head;
    for (const BookKey& key : book_keys())
        out += fmt::format("| `{}`{} | `{}` | {} |\n", key.name,
                           key.other_name.empty() ? "" : fmt::format(", `{}`", key.other_name),
                           key.example, key.english);
    out += build_head;
    for (const OptionRow& row : options_for_books(table)) {
        std::string value = row.value.empty() ? "yes" : row.value;
        if (!row.choices.empty()) {
            value.clear();
            for (const std::string& choice : row.choices)
                value += (value.empty() ? "" : ", ") + choice;
        }
        out += fmt::format("| `{}` | {} | {} |\n", row.long_name.substr(2), value, row.description);
    }
    return out;
}

}  // namespace triptych::cli
