#include "deck_html/fonts.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/css.hpp"
#include "base/parallel.hpp"
#include "deck_html/characters.hpp"

namespace triptych::deck_html {
namespace {

/// The fonts that systems have, before the embedded one.
constexpr std::string_view colour_emoji =
    ", \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Noto Color Emoji\"";

bool is_family_of(const style::Fonts& fonts, const std::string& family) {
    return std::any_of(fonts.families.begin(), fonts.families.end(),
                       [&](const auto& one) { return one.name == family; });
}

std::string data_address(FaceId face, const std::set<char32_t>& characters,
                         std::string_view language, const font::Library& fonts) {
    const auto file = fonts.subset_for_text(face, {characters.begin(), characters.end()}, language);
    return file ? "data:font/sfnt;base64," + base64(*file) : std::string();
}

std::string font_face(std::string_view family, const font::FaceFile& file,
                      const std::string& address) {
    return fmt::format(
        "@font-face {{ font-family: {}; font-weight: {}; font-style: {}; src: url({}); }}\n",
        css_string(family), file.weight, file.italic ? "italic" : "normal", address);
}

}  // namespace

EmbeddedFonts embed_fonts(const deck::Deck& deck, const deck::Setting& setting) {
    const auto characters = characters_of(deck, setting);
    const auto& fonts = setting.resources.fonts;
    std::vector<std::pair<FaceId, std::string>> packed;
    for (const auto& one : characters) packed.emplace_back(one.first, "");
    for_each_index(packed.size(), setting.resources.threads, [&](std::size_t i) {
        auto& [face, address] = packed[i];
        address = data_address(face, characters.at(face), deck.language, fonts);
    });
    const bool in_colour = setting.look().medium.emoji == style::Emoji::colour;
    EmbeddedFonts embedded;
    for (const auto& [face, address] : packed) {
        const auto& file = fonts.file(face);
        if (address.empty()) continue;
        std::string family = file.family;
        if (!is_family_of(setting.resources.sheet.fonts, family)) {
            if (family.empty()) family = fmt::format("other-{}", index(face));
            const std::string listed = ", \"" + family + "\"";
            const bool known = embedded.fallback.find(listed) != std::string::npos;
            if (!known && in_colour && fonts.draws_emoji(face)) embedded.fallback += colour_emoji;
            if (!known) embedded.fallback += listed;
        }
        embedded.css += font_face(family, file, address);
    }
    return embedded;
}

}  // namespace triptych::deck_html
