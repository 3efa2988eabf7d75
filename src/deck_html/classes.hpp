#pragma once

#include <string_view>

#include "deck/deck.hpp"
#include "deck/setting/cells.hpp"
#include "deck/setting/zones.hpp"

namespace triptych::deck_html {

/// The classes by which the style sheet knows kinds of slides, of shapes on them, and of cells.
std::string_view class_of(deck::SlideKind kind);
std::string_view class_of(deck::ShapeKind kind);
std::string_view class_of(deck::CellKind kind);
/// Empty for what takes no side.
std::string_view class_of(deck::Stance stance);

}  // namespace triptych::deck_html
