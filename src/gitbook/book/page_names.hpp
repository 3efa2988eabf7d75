#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gitbook/book/file_index.hpp"

namespace triptych::gitbook {

/// Finds pages and pictures by their names alone, as `[[Page]]` of Obsidian names them.
class PageNames {
public:
    /// `index` must outlive the object.
    explicit PageNames(const FileIndex& index);
    /// Address from the root of the book, percent-encoded where it must be: `/folder/Page.md`.
    /// `name` may end with a part of the folders (`folder/Page`) and lack its ending. Of several
    /// files of one name the first in byte order is meant.
    std::optional<std::string> find(std::string_view name) const;

private:
    const FileIndex& index_;
    std::unordered_map<std::string, std::uint32_t> by_name_;
};

}  // namespace triptych::gitbook
