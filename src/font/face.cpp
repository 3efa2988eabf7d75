#include "font/face.hpp"

#include <array>
#include <cmath>

#include <hb-ot.h>

#include "font/instance.hpp"

namespace triptych::font {
namespace {

Blob blob_of(const Mapping& file) {
    auto* owner = new std::shared_ptr<const void>(file.owner);
    return Blob(hb_blob_create(
        file.bytes.data(), static_cast<unsigned>(file.bytes.size()), HB_MEMORY_MODE_READONLY, owner,
        [](void* held) { delete static_cast<std::shared_ptr<const void>*>(held); }));
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

std::string name_in(hb_face_t* face, hb_ot_name_id_t id, hb_language_t language) {
    std::array<char, 256> name{};
    unsigned size = name.size();
    hb_ot_name_get_utf8(face, id, language, &size, name.data());
    return std::string(name.data(), size);
}

std::string postscript_name(hb_face_t* face) {
    return name_in(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID);
}

/// IBM family classes 1–5 and 7 (OpenType `OS/2`, sFamilyClass), else PANOSE serif styles.
bool has_serifs(const Table& os2) {
    const int family_class = os2.u16(30) >> 8;
    if (family_class != 0) return family_class <= 5 || family_class == 7;
    const int family_type = os2.u16(32) >> 8;
    const int serif_style = os2.u16(32) & 0xFF;
    return family_type == 2 && serif_style >= 2 && serif_style <= 10;
}

Metrics read_metrics(hb_face_t* face, hb_font_t* font) {
    const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
    const Table post(face, HB_TAG('p', 'o', 's', 't'));
    const Table os2(face, HB_TAG('O', 'S', '/', '2'));
    Metrics metrics;
    metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
    metrics.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    metrics.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
    hb_codepoint_t space = 0;
    if (hb_font_get_nominal_glyph(font, ' ', &space) != 0)
        metrics.space = static_cast<std::uint16_t>(space);
    metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
    metrics.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
    metrics.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE);
    metrics.italic_angle = static_cast<int>(std::lround(post.i16(4) + post.u16(6) / 65536.0));
    metrics.fixed_pitch = post.u32(12) != 0;
    metrics.x_min = head.i16(36);
    metrics.y_min = head.i16(38);
    metrics.x_max = head.i16(40);
    metrics.y_max = head.i16(42);
    metrics.serif = has_serifs(os2);
    metrics.postscript_name = postscript_name(face);
    return metrics;
}

}  // namespace

std::string_view Table::bytes() const {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob_.get(), &size);
    return {data, size};
}

std::uint16_t Table::u16(std::size_t at) const {
    const std::string_view data = bytes();
    if (at + 2 > data.size()) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(data[at]) << 8 |
                                      static_cast<unsigned char>(data[at + 1]));
}

Face::Face(const std::optional<Mapping>& file, unsigned index, int weight) : index_(index) {
    const Blob blob = file ? blob_of(*file) : Blob(hb_blob_get_empty());
    face_.reset(hb_face_create(blob.get(), index));
    if (file) {
        owner_ = file->owner;  // HarfBuzz lets go of what is no font
        bytes_ = file->bytes;
    }
    if (const HbFace fixed = instance(face_.get(), weight)) use_instance(fixed.get());
    hb_face_make_immutable(face_.get());
    font_.reset(hb_font_create(face_.get()));
    hb_font_make_immutable(font_.get());
    readable_ = hb_face_get_glyph_count(face_.get()) > 0;
    metrics_ = read_metrics(face_.get(), font_.get());
    for (char32_t c = 0; c < common_.size(); ++c) common_[c] = look_up(c);
}

void Face::use_instance(hb_face_t* fixed) {
    instance_.reset(hb_face_reference_blob(fixed));
    unsigned size = 0;
    const char* data = hb_blob_get_data(instance_.get(), &size);
    bytes_ = {data, size};
    index_ = 0;
    face_.reset(hb_face_create(instance_.get(), 0));
}

std::string Face::name(hb_ot_name_id_t id) const {
    return name_in(face_.get(), id, hb_language_from_string("en", -1));
}

bool Face::look_up(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), code_point, &glyph) != 0;
}

bool Face::has(char32_t code_point) const {
    return code_point < common_.size() ? common_[code_point] : look_up(code_point);
}

bool Face::draws_emoji() const {
    constexpr char32_t grinning_face = 0x1F600;
    return has(grinning_face);
}

int Face::advance(std::uint16_t glyph) const {
    return hb_font_get_glyph_h_advance(font_.get(), glyph);
}

}  // namespace triptych::font
