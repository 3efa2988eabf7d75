#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/file_index.hpp"
#include "gitbook/book/language.hpp"
#include "gitbook/book/summary.hpp"
#include "gitbook/syntax/dialect.hpp"

/// Books of neighbouring programs: mdBook, MkDocs, Docusaurus, VuePress, docsify, Obsidian.
namespace triptych::gitbook {

/// What the files of such a program say of a book.
struct NeighbourConfig {
    Dialect dialect = Dialect::plain;
    std::string program;  ///< by its name
    std::string mark;     ///< the file that it is known by
    std::string title, description, site_url;
    WrittenLanguage language;
    std::vector<std::string> authors;
    std::string root;                ///< folder of the pages in the book
    std::string summary;             ///< its contents below `root`; "" when it has none
    std::optional<Summary> nav;      ///< its contents, where they stand in the configuration
    std::vector<std::string> order;  ///< names of pages in their order, where code lists them
    std::string order_source;        ///< the code that should list pages; "" when none should
    std::map<std::string, std::string> variables;  ///< by full name
    bool names_are_variables = false;              ///< in `{{ }}`
    bool is_wiki =
        false;  ///< of GitHub: pages that its sidebar does not list are shown behind the others
    std::string inherits;  ///< the file that says what this one does not
};

/// The program whose files the folder holds; nothing when there are none.
std::optional<NeighbourConfig> read_neighbour(const Files& files, const FileIndex& index,
                                              Sources& sources, Diagnostics& diagnostics);

/// What `book.toml`, `mkdocs.yml` say, all of `file`.
NeighbourConfig read_mdbook(std::string_view text, FileId file, Diagnostics& diagnostics);
NeighbourConfig read_mkdocs(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
