#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/config.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/convert/body.hpp"
#include "gitbook/dialects/file_parts.hpp"

namespace triptych::gitbook {

/// The files that pages include, read before the pages are parsed: parsing reads no disk, and files
/// get the same ids however many threads parse.
class IncludedFiles {
public:
    /// All arguments must outlive the object.
    IncludedFiles(const Files& files, const FileIndex& index, const std::vector<Space>& spaces)
        : files_(files), index_(index), spaces_(spaces) {}

    /// A page of the book, whose text begins at `begin`: pages may be included like other files.
    void add_page(const std::string& path, FileId file, std::uint32_t begin) {
        by_path_.emplace(path, Included{file, begin, {}, false});
    }
    /// Whether a page includes the file at `path`.
    bool contains(std::string_view path) const { return by_path_.contains(path); }
    /// Reads what `file`, a page of `space`, includes, and what that includes in turn.
    void collect(FileId file, std::size_t space, Sources& sources, Diagnostics& diagnostics);
    /// What all that `page` includes costs, with what that includes in turn; at most `most`.
    std::size_t cost_of(FileId page, std::size_t most, const Sources& sources) const;
    /// The file meant by `written` in the file at `from`; nothing when it was not collected.
    std::optional<Inclusion> find(std::string_view written, std::string_view from,
                                  std::size_t space, const Sources& sources) const;

    /// Why the file meant by `written` was not collected, where it is more than that there is none.
    std::optional<Obstacle> obstacle(std::string_view written, std::string_view from,
                                     std::size_t space) const;

private:
    struct Included {
        FileId file{};
        std::uint32_t begin = 0;
        FileParts parts{};  ///< once one of them is included
        bool has_parts = false;
    };
    void add_cost(std::vector<FileId>& way, std::size_t most, const Sources& sources,
                  std::size_t& cost) const;
    /// In a folder that can't be opened, a file is in no index.
    void note_refused(const std::vector<std::string>& paths);
    void index_parts(const std::string& path, const Sources& sources);
    /// Where `written` in the file at `from` may lie, in the order in which it is looked for.
    std::vector<std::string> candidates(std::string_view written, std::string_view from,
                                        std::size_t space) const;
    const std::string* locate(std::string_view written, std::string_view from,
                              std::size_t space) const;

    const Files& files_;
    const FileIndex& index_;
    const std::vector<Space>& spaces_;
    std::map<std::string, Included, std::less<>> by_path_;
    /// Files that are there, or may be, and can't be read.
    std::map<std::string, Obstacle, std::less<>> refused_;
    /// What each file includes, in order, as often as it does.
    std::map<FileId, std::vector<FileId>> inclusions_;
};

}  // namespace triptych::gitbook
