#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "deck/setting/zones.hpp"
#include "doc/model.hpp"
#include "pptx/writer/writing.hpp"

/// Pictures within lines. DrawingML has none in its text: spaces leave room for them there, and the
/// pictures lie over it where the deck's pages have them.
namespace triptych::pptx {

/// The pictures that the text of one slide has left room for, in the order of the text.
struct LineRooms {
    std::vector<doc::InlineImage> pictures{};
};

/// Leaves room for `picture` in text that is `bold` or not: the spaces to write there. Empty where
/// it can't be shown, or nothing holds pictures: its alternative is written then.
std::string leave_room(const doc::InlineImage& picture, bool bold, const Writing& writing);

/// Lays the pictures over the room that was left for them; one whose place is not known stands at
/// the end of the slide's body. `next_id` counts the shapes.
void add_line_pictures(pugi::xml_node tree, const deck::Slide& slide,
                       const deck::Arrangement& boxes, unsigned& next_id, const std::string& part,
                       const Writing& writing);

}  // namespace triptych::pptx
