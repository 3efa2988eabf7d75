#include "typeset/flow/quarter_turn.hpp"

namespace triptych::typeset {

void turn(std::vector<pages::Item>& items, Size size, bool is_mirrored) {
    if (is_mirrored) pages::mirror(items, size.width);
    for (pages::Item& item : items) {
        item.at = {item.at.y, size.width - item.at.x};
        item.orientation = pages::Orientation::turned;
    }
    if (is_mirrored) pages::mirror(items, size.height);
}

}  // namespace triptych::typeset
