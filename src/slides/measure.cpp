#include "slides/measure.hpp"

namespace triptych::slides {

Length width_of(std::string_view text, const style::TextStyle& style, std::string_view language,
                const typeset::Resources& resources) {
    const auto& family = resources.sheet.fonts.families[static_cast<std::size_t>(style.family)];
    const FaceId preferred = resources.fonts.find(family.name, style.weight, style.italic);
    Length width;
    for (const auto& run : resources.fonts.itemize(text, preferred)) {
        const auto glyphs = resources.fonts.shape(
            {text.substr(run.begin, run.end - run.begin), run.face, style.size, language, {}, {}});
        for (const auto& glyph : glyphs) width += glyph.advance + style.tracking;
    }
    return width;
}

std::string shortened(std::string_view text, const LineRoom& room, std::string_view language,
                      const typeset::Resources& resources) {
    const auto fits = [&](const std::string& line) {
        return width_of(line, room.style, language, resources) <= room.width;
    };
    std::string start(text);
    if (fits(start)) return start;
    while (!start.empty() && !fits(start + "…")) {
        const std::size_t space = start.find_last_of(' ');
        start.resize(space == std::string::npos ? 0 : space);
    }
    return start + "…";
}

}  // namespace triptych::slides
