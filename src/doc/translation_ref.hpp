#pragma once

#include <string>

namespace triptych::doc {

/// A page of the book in another of its languages, whose files come out beside this one's.
struct TranslationRef {
    std::string path;      ///< of the page, in the book's folder
    std::string fragment;  ///< of the address, as it is written
    /// Known once the other language is read: how the names of its files begin, and the page or the
    /// element there, by ids as in `PageRef`.
    std::string stem{}, page{}, element{};
    std::string title{};  ///< of the page
};

}  // namespace triptych::doc
