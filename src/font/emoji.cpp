
#include <hb-ot.h>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "font/cluster.hpp"
#include "font/state.hpp"

/// Pictures of emoji, from the `CBDT` table of a font.
namespace triptych::font {
namespace {

bool is_shown_as_text(std::string_view emoji) {
    for (std::size_t at = 0; at < emoji.size();)
        if (text::next_code_point(emoji, at) == text_selector) return true;
    return false;
}

std::string without_skin_tones(std::string_view emoji) {
    std::string plain;
    for (std::size_t at = 0; at < emoji.size();) {
        const std::size_t begin = at;
        if (!is_skin_tone(text::next_code_point(emoji, at))) plain.append(emoji, begin, at - begin);
    }
    return plain;
}

std::optional<EmojiPicture> picture_of(const Face& face, std::uint16_t glyph) {
    const Blob png(hb_ot_color_glyph_reference_png(face.font(), glyph));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(png.get(), &size);
    hb_glyph_extents_t extents{};
    if (size == 0 || !hb_font_get_glyph_extents(face.font(), glyph, &extents)) return std::nullopt;
    EmojiPicture out;
    out.png.assign(bytes, size);
    out.advance = face.advance(glyph);
    out.left = extents.x_bearing;
    out.top = extents.y_bearing;
    out.width = extents.width;
    out.height = -extents.height;
    if (out.advance <= 0 || out.width <= 0 || out.height <= 0) return std::nullopt;
    return out;
}

}  // namespace

bool Library::draws_emoji(FaceId face) const {
    return is_one_of(face, state_->fallback) && state_->open(face).draws_emoji();
}

std::optional<EmojiPicture> Library::emoji_picture(std::string_view emoji) const {
    if (is_shown_as_text(emoji)) return std::nullopt;
    for (const std::string& text : {std::string(emoji), without_skin_tones(emoji)})
        for (const FaceId id : state_->emoji) {
            const Face& face = state_->open(id);
            const Length size = Length::points(face.metrics().units_per_em);
            const auto glyphs = shape({text, id, size, "und", Direction::left_to_right, {}});
            if (glyphs.size() != 1 || glyphs.front().id == 0) continue;
            auto picture = picture_of(face, glyphs.front().id);
            if (!picture) continue;
            picture->name = std::to_string(index(id)) + ' ' + std::to_string(glyphs.front().id);
            return picture;
        }
    return std::nullopt;
}

}  // namespace triptych::font
