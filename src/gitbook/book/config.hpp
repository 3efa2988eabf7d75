#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "gitbook/book/file_index.hpp"
#include "gitbook/book/language.hpp"
#include "gitbook/book/site.hpp"
#include "gitbook/book/summary.hpp"
#include "gitbook/syntax/dialect.hpp"

/// How a folder says where its pages are: `.gitbook.yaml`, `docs.yaml`, `book.json`, `LANGS.md`,
/// and the files of neighbouring programs.
namespace triptych::gitbook {

/// One GitBook space: a folder with a SUMMARY of its own.
struct Space {
    std::string title;  ///< of its part in a book of several spaces, else ""
    std::string root;   ///< folder in the book without slashes at its ends; "" is the book's root
    std::string readme = "README.md", summary = "SUMMARY.md";  ///< relative to `root`
    std::string glossary;  ///< relative to `root`; "" where it is a page like others
    Dialect dialect = Dialect::plain;
    std::optional<Summary> nav;      ///< contents that stand in the configuration
    std::vector<std::string> order;  ///< names of pages in the order that code lists them in
    bool is_wiki = false;      ///< of GitHub: pages that its sidebar does not list follow, too
    std::string order_source;  ///< the code that should list pages; "" when none should
    std::map<std::string, std::string> redirects;  ///< old path to new one, relative to `root`
    std::map<std::string, std::string> variables;  ///< by full name: `book.x`, `space.vars.x`
    bool names_are_variables = false;              ///< so is any name in `{{ }}`
};

struct Config {
    std::string title, description, isbn;  ///< "" when no file says
    std::string title_source;              ///< the file that gives the title
    std::string site_url;                  ///< where the book is published
    WrittenLanguage language;
    std::vector<std::string> authors;
    std::vector<Space> spaces;          ///< at least one
    std::vector<std::string> left_out;  ///< folders of spaces that are no part of the book
    /// Tags of all languages that the book is told in, in the order of its files; none where it is
    /// told in one.
    std::vector<std::string> languages;
    std::string language_folder;  ///< of the chosen language, in the book; "" without `LANGS.md`
};

/// Reads the configuration files of the book; never fails. What they leave out is reported.
Config read_config(const Files& files, const FileIndex& index, const EditionChoice& choice,
                   Sources& sources, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
