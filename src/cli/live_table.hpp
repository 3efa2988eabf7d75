#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <triptych/live.hpp>
#include <triptych/preview.hpp>

namespace triptych::cli {

/// Where the text was changed, as the panels show it.
struct Place {
    std::optional<std::size_t> page;      ///< of the booklet
    std::optional<std::size_t> document;  ///< of the e-book
};

/// The first difference between two moments of the files that have changed.
Place changed_place(const Preview& before, const Preview& now, const std::string& book_path,
                    const std::vector<std::string>& changed);

struct View {
    Preview& preview;
    std::string book_path;
    const Files* book = nullptr;
    std::size_t milliseconds = 0;  ///< that it took
    Place place{};
    MessageLanguage language{};
};

/// All that a browser may ask for: the page of the program, the state as JSON, the panels. `owner`
/// keeps alive what the table points into.
LiveSite::Table live_table(const View& view, std::shared_ptr<const void> owner);

/// Puts the files of the e-book into a table, instead of those of another moment.
void put_ebook(const Preview& preview, const std::shared_ptr<const void>& owner,
               LiveSite::Table& table);

}  // namespace triptych::cli
