#pragma once

#include <vector>

#include "typeset/galley.hpp"

/// Vector drawings of the flow: grounds, rules, signs. All are artifacts unless an element is
/// given.
namespace triptych::typeset {

/// A filled rectangle with its top left corner in `at`.
pages::Item filled_box(Point at, Size size, Colour fill);
/// A rectangle drawn with a hairline.
pages::Item outlined_box(Point at, Size size, Colour stroke, Length line_width);
/// Ground, border and rule of a frame between `top` and `bottom`, its galley starting at `left`.
void draw_frame(const Frame& frame, Length top, Length bottom, Length left,
                std::vector<pages::Item>& items);

/// The sign of a kind of callout, `size` high, its lower left corner in `at`.
std::vector<pages::Item> callout_sign(doc::CalloutKind kind, Point at, Length size, Colour colour);
/// The box of a task, ticked when it is done, `size` high, its lower left corner in `at`.
std::vector<pages::Item> task_box(doc::TaskState state, Point at, Length size, Colour colour);
/// Three lozenges in a row around `centre`.
std::vector<pages::Item> ornament(Point centre, Length size, Colour colour);

}  // namespace triptych::typeset
