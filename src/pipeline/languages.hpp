#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "pipeline/load.hpp"
#include "pipeline/works.hpp"

/// A book that is told in several languages is one book a language, each with files of its own.
namespace triptych::pipeline {

/// Whether all languages of the book are made, not one alone.
bool makes_all_languages(const Request& request);

/// Tags of the languages that are made beside `own`, the book's first, in the order of its files.
std::vector<std::string> other_languages(const Request& request, const doc::Plans& plans,
                                         const std::string& own);

/// How names of the files of a book in one of several languages begin: they end in its tag.
std::string language_stem(const Request& request, const doc::Plans& plans, const doc::Book& book);

/// The book in another language, with fonts and pictures in common with `whole`.
Work work_of_language(const std::string& tag, const Request& request, const Loaded& whole,
                      Result& result);

/// A language that is asked for and that the book is not told in.
void report_unknown_language(const Request& request, const doc::Plans& plans,
                             Diagnostics& diagnostics);

}  // namespace triptych::pipeline
