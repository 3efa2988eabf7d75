#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <triptych/build.hpp>

#include "doc/model.hpp"

namespace triptych::pipeline {

/// What the scripts of `words` need beside Latin, Greek and Cyrillic faces, in the order of the
/// text; fonts are those of `request`.
std::vector<FontNeed> font_needs(std::string_view words, std::string_view language,
                                 const Request& request);

/// The needs of several texts, those of one face together.
std::vector<FontNeed> joined(const std::vector<std::vector<FontNeed>>& needs);

/// Adds the languages that the book and its passages are in to `languages`, each once.
void add_languages(const doc::Book& book, std::vector<std::string>& languages);

/// What those of the languages need that are divided with hyphens, when booklet or slides are set.
std::vector<HyphenationNeed> hyphenation_needs(const std::vector<std::string>& languages,
                                               const Request& request);

}  // namespace triptych::pipeline
