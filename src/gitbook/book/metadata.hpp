#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"
#include "gitbook/book/book_plans.hpp"
#include "gitbook/book/language.hpp"
#include "gitbook/book/slide_wishes.hpp"

namespace triptych::gitbook {

/// What `triptych.yaml` at the root of the book says.
struct BookFile {
    doc::Metadata metadata;      ///< without the language
    WrittenLanguage language{};  ///< as it is written; no text when it is not given
    doc::NamedFile cover, logo;
    std::map<std::string, doc::NamedFile> diagrams;  ///< pictures of some, by names of diagrams
    std::map<std::string, std::string> variables;
    std::vector<WishesOfPages> slides;  ///< what is wished for the slides of some pages
    std::vector<doc::DeckPlan> decks;
    std::vector<doc::EditionPlan> editions;
    bool decks_of_language = false;  ///< the folder of the language that is read plans its own
    WrittenLists lists{};
};

/// Reads `triptych.yaml`; unknown keys and values that can't be meant are reported. A book without
/// one has no metadata.
BookFile read_book_file(const Files& files, Sources& sources, Diagnostics& diagnostics);

/// Adds what the `triptych.yaml` in `folder` says, that of one language of the book: its values
/// win. What is said there of the language, of findings and of editions does not count.
void add_book_file(const std::string& folder, const Files& files, BookFile& book, Sources& sources,
                   Diagnostics& diagnostics);

/// `alt.yaml` at the root of the book: alternative texts that leave the pages alone.
struct Alternative {
    std::string text;
    bool decorative = false;
};
/// True path of the picture to its alternative text (`decorative` for pictures that say nothing).
/// Paths are given from the root of the book; those of no file are reported.
std::map<std::string, Alternative> read_alternatives(const Files& files,
                                                     const class FileIndex& index, Sources& sources,
                                                     Diagnostics& diagnostics);

/// The text of `alt.yaml`, "" when there is none, and the pictures that it names by their true
/// paths, whether it has a text for them or not.
struct AlternativesFile {
    std::string text;
    std::set<std::string> pictures;
};
/// Nothing when the file can't be read.
std::optional<AlternativesFile> read_alternatives_file(const Files& files);

}  // namespace triptych::gitbook
