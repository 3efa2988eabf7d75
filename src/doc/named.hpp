#pragma once

#include <string>

#include <triptych/diagnostics.hpp>

/// What the configuration of a book names.
namespace triptych::doc {

/// A file of the book, as it is named outside of its pages.
struct NamedFile {
    std::string path;  ///< as written; empty when none is named
    Span span;
};
/// How a word is spoken, in signs of the International Phonetic Alphabet.
struct Pronunciation {
    std::string word, signs;
};

}  // namespace triptych::doc
