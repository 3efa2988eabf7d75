#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/settings.hpp>

namespace triptych::gitbook {

/// What `triptych.yaml` may hold: the names of `book_keys` and their other spellings.
std::vector<std::string_view> names_of_book_keys();

/// What stands under a key of `triptych.yaml`, on one line, and where.
struct WrittenKey {
    std::string value;
    std::size_t line = 0;  ///< from 1
};
/// Those of `book_keys` that the file has, by their names; none when it is not there.
std::map<std::string_view, WrittenKey> written_keys(const Files& book);

}  // namespace triptych::gitbook
