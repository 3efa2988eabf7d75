#include <algorithm>
#include <array>
#include <string_view>

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
    std::array<hb_feature_t, 7> items{};
    unsigned count = 0;

    void set(const char* tag, std::uint32_t value) {
        items[count++] = {hb_tag_from_string(tag, 4), value, HB_FEATURE_GLOBAL_START,
                          HB_FEATURE_GLOBAL_END};
    }
};

FeatureList feature_list(const Features& features, bool local_forms) {
    FeatureList list;
    if (!local_forms) list.set("locl", 0);
    if (!features.ligatures) list.set("liga", 0), list.set("clig", 0);
    if (!features.kerning) list.set("kern", 0);
    if (features.small_caps) list.set("smcp", 1);
    if (features.figures == Features::Figures::lining) list.set("lnum", 1);
    if (features.figures == Features::Figures::old_style) list.set("onum", 1);
    return list;
}

/// Stands for a letter that joins, and leaves no glyph.
void add_joiner(hb_buffer_t* buffer, std::size_t cluster) {
    constexpr hb_codepoint_t zero_width_joiner = 0x200D;
    hb_buffer_add(buffer, zero_width_joiner, static_cast<unsigned>(cluster));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request) {
    const int size = static_cast<int>(request.text.size());
    if (request.joins_before) add_joiner(buffer, 0);
    hb_buffer_add_utf8(buffer, request.text.data(), size, 0, size);
    if (request.joins_behind) add_joiner(buffer, request.text.size());
    hb_buffer_set_direction(buffer, request.direction == Direction::right_to_left
                                        ? HB_DIRECTION_RTL
                                        : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer,
                           hb_language_from_string(request.language.data(),
                                                   static_cast<int>(request.language.size())));
    if (request.script != 0) hb_buffer_set_script(buffer, static_cast<hb_script_t>(request.script));
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

bool has_wrong_figures(const FaceFile& file, std::string_view language) {
    const auto is = [&](std::string_view tag) { return language.substr(0, 2) == tag; };
    return file.family == "NotoNaskhArabic" && !is("ur") && !is("sd") && !is("ks");
}

std::vector<ShapedGlyph> Library::shape(const ShapeRequest& request) const {
    const Face& face = state_->open(request.face);
    hb_buffer_t* buffer = empty_buffer();
    fill(buffer, request);
    const FeatureList features =
        feature_list(request.features, !has_wrong_figures(file(request.face), request.language));
    hb_shape(face.font(), buffer, features.items.data(), features.count);
    return take_glyphs(buffer, request.size, face.metrics().units_per_em);
}

}  // namespace triptych::font
