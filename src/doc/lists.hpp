#pragma once

#include <string_view>

#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::doc {

/// What the ids of the pages of lists begin with.
inline constexpr std::string_view generated_page_prefix = "triptych-";

/// How a list says where a place is.
enum class PlaceWords : std::uint8_t {
    titles,  ///< by the title of its page, for screens
    numbers  ///< by links without words, for print, where they are page numbers
};

/// Numbers the captions of figures and tables: "Figure 3 – …". One without a caption has no number.
void number_figures(Book& book);

/// Adds the lists that are wished behind the text: an index, and the figures and tables that have a
/// caption, each with its place. One that would be empty is not added.
void add_lists(Book& book, const ListWishes& wishes, PlaceWords words);

}  // namespace triptych::doc
