#include "font/instance.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <hb-ot.h>
#include <hb-subset.h>

namespace triptych::font {
namespace {

using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

constexpr hb_tag_t weight_axis = HB_TAG('w', 'g', 'h', 't');

std::vector<hb_ot_var_axis_info_t> axes_of(hb_face_t* face) {
    unsigned count = hb_ot_var_get_axis_count(face);
    std::vector<hb_ot_var_axis_info_t> out(count);
    hb_ot_var_get_axis_infos(face, 0, &count, out.data());
    return out;
}

void keep_all(hb_subset_input_t* input) {
    hb_set_invert(hb_subset_input_glyph_set(input));
    hb_set_invert(hb_subset_input_unicode_set(input));
    for (const hb_subset_sets_t set :
         {HB_SUBSET_SETS_LAYOUT_FEATURE_TAG, HB_SUBSET_SETS_LAYOUT_SCRIPT_TAG,
          HB_SUBSET_SETS_NAME_ID, HB_SUBSET_SETS_NAME_LANG_ID}) {
        hb_set_clear(hb_subset_input_set(input, set));
        hb_set_invert(hb_subset_input_set(input, set));
    }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NAME_LEGACY |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
}

}  // namespace

HbFace instance(hb_face_t* face, int weight) {
    const auto axes = axes_of(face);
    const Input input(axes.empty() ? nullptr : hb_subset_input_create_or_fail());
    if (!input) return {};
    keep_all(input.get());
    for (const hb_ot_var_axis_info_t& axis : axes) {
        const float wanted = std::clamp(static_cast<float>(weight), axis.min_value, axis.max_value);
        const float value = axis.tag == weight_axis ? wanted : axis.default_value;
        if (!hb_subset_input_pin_axis_location(input.get(), face, axis.tag, value)) return {};
    }
    return HbFace(hb_subset_or_fail(face, input.get()));
}

}  // namespace triptych::font
