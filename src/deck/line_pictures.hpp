#pragma once

#include <functional>

#include "deck/deck.hpp"

namespace triptych::deck {

/// Calls `each` for the pictures in lines that the slide shows, in reading order.
void for_each_line_picture(const Slide& slide,
                           const std::function<void(const doc::InlineImage&)>& each);
/// The same for pictures in lines of any text.
void for_each_line_picture(const doc::Inlines& text,
                           const std::function<void(const doc::InlineImage&)>& each);

}  // namespace triptych::deck
