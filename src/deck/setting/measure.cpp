#include "deck/setting/measure.hpp"

#include <cstddef>
#include <vector>

#include "typeset/inline/paragraph.hpp"

namespace triptych::deck {

std::string shortened(std::string_view text, const LineRoom& room, std::string_view language,
                      const typeset::Resources& resources) {
    const auto fits = [&](std::string_view line) {
        return typeset::line_width(line, room.style, language, resources) <= room.width;
    };
    if (fits(text)) return std::string(text);
    std::vector<std::size_t> ends = {0};
    for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1))
        ends.push_back(at);
    const auto start = [&](std::size_t end) { return std::string(text.substr(0, end)) + "…"; };
    const auto too_long = std::partition_point(ends.begin() + 1, ends.end(),
                                               [&](std::size_t end) { return fits(start(end)); });
    return start(too_long[-1]);
}

}  // namespace triptych::deck
