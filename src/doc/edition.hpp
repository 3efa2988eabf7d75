#pragma once

#include <functional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::doc {

/// Where a place of the book can be read that an edition leaves out.
struct Elsewhere {
    std::string address;  ///< on the book's site; empty: it is not published
    std::string folio;    ///< of the full booklet; empty: it is not made
};

/// What an edition says of pages that it leaves out.
enum class LeftOutWords : std::uint8_t {
    none,        ///< nothing: links lead to their addresses
    in_brackets  ///< behind each link, where that page is: for print
};

struct EditionScope {
    std::string name;          ///< in findings
    std::vector<bool> chosen;  ///< its pages, by index
    LeftOutWords words{};
    std::function<Elsewhere(const PageRef&)> elsewhere{};  ///< of pages that are not chosen
};

/// The chosen pages of `book` as a book of their own, in its order; parts without pages go, and
/// pages stand as deep as those above them that are chosen. No link leads out of it: what led to
/// another page leads where `elsewhere` says, or becomes its words, and is reported. Pictures that
/// it does not show are files. Metadata and ids stay.
Book edition_of(const Book& book, const EditionScope& scope, Diagnostics& diagnostics);

}  // namespace triptych::doc
