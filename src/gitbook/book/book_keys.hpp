#pragma once

#include <string_view>
#include <vector>

#include <triptych/settings.hpp>

namespace triptych::gitbook {

/// What `triptych.yaml` may hold: the names of `book_keys` and their other spellings.
std::vector<std::string_view> names_of_book_keys();

/// The value under a key of `triptych.yaml` on one line, and where it stands.
struct WrittenKey {
    std::string value;
    std::size_t line = 0;  ///< from 1
};
/// Nothing when the file or the key is not there.
std::optional<WrittenKey> find_written_key(const Files& book, const BookKey& key);

}  // namespace triptych::gitbook
