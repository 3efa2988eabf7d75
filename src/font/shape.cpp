#include <array>

#include "font/state.hpp"

namespace triptych::font {
namespace {

/// The buffer of this thread, empty; made once and kept, since it owns its arrays.
hb_buffer_t* empty_buffer() {
    thread_local const Buffer buffer(hb_buffer_create());
    hb_buffer_clear_contents(buffer.get());
    return buffer.get();
}

struct FeatureList {
    std::array<hb_feature_t, 6> items{};
    unsigned count = 0;

    void set(const char* tag, std::uint32_t value) {
        items[count++] = {hb_tag_from_string(tag, 4), value, HB_FEATURE_GLOBAL_START,
                          HB_FEATURE_GLOBAL_END};
    }
};

FeatureList feature_list(const Features& features) {
    FeatureList list;
    if (!features.ligatures) list.set("liga", 0), list.set("clig", 0);
    if (!features.kerning) list.set("kern", 0);
    if (features.small_caps) list.set("smcp", 1);
    if (features.figures == Features::Figures::lining) list.set("lnum", 1);
    if (features.figures == Features::Figures::old_style) list.set("onum", 1);
    return list;
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request) {
    const int size = static_cast<int>(request.text.size());
    hb_buffer_add_utf8(buffer, request.text.data(), size, 0, size);
    hb_buffer_set_direction(buffer, request.direction == Direction::right_to_left
                                        ? HB_DIRECTION_RTL
                                        : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer,
                           hb_language_from_string(request.language.data(),
                                                   static_cast<int>(request.language.size())));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
}

std::vector<ShapedGlyph> take_glyphs(hb_buffer_t* buffer, Length size, int units_per_em) {
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const auto to_length = [&](hb_position_t units) { return size.scaled(units, units_per_em); };
    std::vector<ShapedGlyph> glyphs;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i)
        glyphs.push_back({static_cast<std::uint16_t>(infos[i].codepoint), infos[i].cluster,
                          to_length(positions[i].x_advance), to_length(positions[i].x_offset),
                          to_length(-positions[i].y_offset)});
    return glyphs;
}

}  // namespace

std::vector<ShapedGlyph> Library::shape(const ShapeRequest& request) const {
    const Face& face = state_->open(request.face);
    hb_buffer_t* buffer = empty_buffer();
    fill(buffer, request);
    const FeatureList features = feature_list(request.features);
    hb_shape(face.font(), buffer, features.items.data(), features.count);
    return take_glyphs(buffer, request.size, face.metrics().units_per_em);
}

}  // namespace triptych::font
