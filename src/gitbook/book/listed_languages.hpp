#pragma once

#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/book/summary.hpp"

/// `LANGS.md`: one folder a language.
namespace triptych::gitbook {

/// A language that the book is told in.
struct ListedLanguage {
    std::string folder, tag;  ///< the tag is empty where the folder's name is that of no language
    Span span;
};

/// The folders that `LANGS.md` lists, and their languages by the name of the folder or of the
/// entry.
std::vector<ListedLanguage> listed_languages(const Summary& summary);

/// The one of `language`: its very tag, else one that shares its language, else the first of
/// one or more.
const ListedLanguage& choose(const std::vector<ListedLanguage>& languages,
                             const std::string& language);

}  // namespace triptych::gitbook
