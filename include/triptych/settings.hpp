#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/build.hpp>

/// What a book says of itself in its `triptych.yaml`: which keys there are, what they hold, and the
/// defaults it gives to the options of the program.
namespace triptych {

/// A key of `triptych.yaml`.
struct BookKey {
    std::string_view name;
    std::string_view other_name;       ///< also understood; may be empty
    std::string_view example;          ///< in YAML, behind `name: `
    std::string_view english, french;  ///< what it means, one sentence without its stop
};
/// In the order in which a file lists them.
const std::vector<BookKey>& book_keys();

/// A default for an option of the command line, written under `build:`.
struct Setting {
    std::string name;  ///< of the option, without dashes
    std::vector<std::string> values;
    bool is_list = false;
    std::size_t begin = 0, end = 0;  ///< bytes in `Settings::text`
    std::size_t line = 0;            ///< from 1
};
struct Settings {
    std::string text;  ///< of `triptych.yaml`, as it is in `Sources`
    std::vector<Setting> build;
};
/// Empty when the book has no such file or it can't be read; why is told by `build`.
Settings read_settings(const Files& book);

/// Names of the decks and editions that a book plans, as options take them. Plans that can't be
/// meant are left out; why is told by `build`.
struct PlanNames {
    std::vector<std::string> decks, editions;
};
PlanNames plan_names(const Files& book);

/// What holds for one key of a book, and which file says so.
struct Fact {
    std::string key, value;
    std::string from;  ///< `triptych.yaml:3`; empty where the book was asked: its pages, its folder
    std::vector<std::string> items{};  ///< of a list that was found
};
/// In the order of `book_keys`, those that have a value. Nothing when the book can't be read.
std::optional<std::vector<Fact>> facts_of(const Request& request, Result& result);

/// A `triptych.yaml` for a book that has none: what was found of it, and all other keys as
/// comments.
std::string make_book_file(const std::vector<Fact>& facts, std::string_view language);

}  // namespace triptych
