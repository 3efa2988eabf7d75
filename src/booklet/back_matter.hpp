#pragma once

#include <optional>

#include "doc/model.hpp"
#include "style/sheet.hpp"

namespace triptych::booklet {

/// The book as it goes to print where the layout asks for lists that its author did not write:
/// links numbered, their addresses at the end of each chapter or of the book, and at the end what
/// paper can only name. Nothing where links are not listed
/// and there is nothing that paper can only name.
std::optional<doc::Book> with_back_matter(const doc::Book& book, const style::Booklet& style);

}  // namespace triptych::booklet
