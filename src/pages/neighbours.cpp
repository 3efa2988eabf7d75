#include "pages/neighbours.hpp"

#include "base/text.hpp"

namespace triptych::pages {

std::string address_in(const Neighbours& all, std::string_view stem, std::string_view page,
                       std::string_view element) {
    const auto other = all.find(stem);
    if (other == all.end()) return {};
    const auto* place = other->second.find(page, element);
    return text::percent_encode(other->second.file) + (place != nullptr ? "#" + place->id : "");
}

}  // namespace triptych::pages
