#pragma once

#include <functional>
#include <string_view>

#include "doc/model.hpp"

/// Links between the languages of a book.
namespace triptych::doc {

/// Calls `settle` for every target that is a page in another language, with the place of the link;
/// it may become any other.
void settle_translations(Book& book, const std::function<void(Target&, Span)>& settle);

/// Links to other languages lose their targets; behind the words stands the name of the other file,
/// whose names end in `ending`: for a file that no link can lead out of to another.
void name_translations(Book& book, std::string_view ending);

}  // namespace triptych::doc
