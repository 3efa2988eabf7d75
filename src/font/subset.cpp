#include "font/subset.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "font/math.hpp"
#include "font/math_connectors.hpp"
#include "font/outlines.hpp"
#include "font/state.hpp"

#include FT_CID_H

namespace triptych::font {
namespace {

using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

constexpr hb_tag_t glyf = HB_TAG('g', 'l', 'y', 'f'), cff = HB_TAG('C', 'F', 'F', ' '),
                   math_table = HB_TAG('M', 'A', 'T', 'H');

bool has_table(hb_face_t* face, hb_tag_t tag) { return !Table(face, tag).bytes().empty(); }

void drop(hb_subset_input_t* input, std::initializer_list<const char*> tags) {
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : tags) hb_set_add(dropped, hb_tag_from_string(tag, 4));
}

/// A PDF draws glyphs by number: character maps, names and layout are of no use to it (ISO 32000-1,
/// 9.9). Faces come fixed at one weight; of one that could not be, the default instance is left.
void drop_what_pdf_ignores(hb_subset_input_t* input) {
    drop(input, {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "cmap", "name", "OS/2", "post",
                 "kern", "gasp", "vhea", "vmtx", "VORG", "hdmx", "VDMX", "LTSH", "DSIG", "PCLT",
                 "meta", "STAT", "fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "COLR",
                 "CPAL", "SVG ", "CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "sbix"});
}

std::string copy_of(hb_blob_t* blob) {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    return {data, size};
}

/// CIDs of a CID-keyed CFF font by glyph; nothing when the font is keyed by name.
class CidMap {
public:
    explicit CidMap(const Face& face) : outlines_(face.bytes(), face.index()) {
        FT_Bool keyed = 0;
        keyed_by_cid_ = outlines_.readable() &&
                        FT_Get_CID_Is_Internally_CID_Keyed(outlines_.face(), &keyed) == 0 &&
                        keyed != 0;
    }
    bool keyed_by_cid() const { return keyed_by_cid_; }
    std::uint16_t cid(std::uint16_t glyph) const {
        FT_UInt cid = 0;
        FT_Get_CID_From_Glyph_Index(outlines_.face(), glyph, &cid);
        return static_cast<std::uint16_t>(cid);
    }

private:
    Outlines outlines_;
    bool keyed_by_cid_ = false;
};

struct Carved {
    Plan plan;
    HbFace face;
};

/// The subset of `source` with `glyphs`, for a PDF.
std::optional<Carved> carve(hb_face_t* source, const std::vector<std::uint16_t>& glyphs,
                            unsigned flags) {
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return std::nullopt;
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
    hb_subset_input_set_flags(input.get(),
                              flags | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    drop_what_pdf_ignores(input.get());
    Carved carved;
    carved.plan.reset(hb_subset_plan_create_or_fail(source, input.get()));
    if (!carved.plan) return std::nullopt;
    carved.face.reset(hb_subset_plan_execute_or_fail(carved.plan.get()));
    if (!carved.face) return std::nullopt;
    return carved;
}

/// Glyph numbers are kept, so that pages may be written before the font.
std::optional<Subset> truetype_subset(hb_face_t* face, const std::vector<std::uint16_t>& glyphs) {
    const auto carved = carve(face, glyphs, HB_SUBSET_FLAGS_RETAIN_GIDS);
    if (!carved) return std::nullopt;
    const Blob program(hb_face_reference_blob(carved->face.get()));
    return Subset{FontFormat::truetype, copy_of(program.get()), glyphs};
}

/// Keeping glyph numbers costs much in CFF, so glyphs are numbered anew. The charset of a font
/// keyed by CID survives that: there, codes are the font's own CIDs.
///
/// Subroutines of fonts with thousands of glyphs are written out: what is left of them takes more,
/// packed, than it spares, and twice the time.
std::optional<Subset> cff_subset(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    const CidMap cids(face);
    const auto carved =
        carve(face.face(), glyphs,
              cids.keyed_by_cid() ? HB_SUBSET_FLAGS_DESUBROUTINIZE : HB_SUBSET_FLAGS_DEFAULT);
    if (!carved) return std::nullopt;
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(carved->plan.get());
    Subset subset;
    subset.format = cids.keyed_by_cid() ? FontFormat::cff_cids : FontFormat::cff_names;
    subset.program = Table(carved->face.get(), cff).bytes();
    for (const std::uint16_t glyph : glyphs)
        subset.codes.push_back(cids.keyed_by_cid()
                                   ? cids.cid(glyph)
                                   : static_cast<std::uint16_t>(hb_map_get(renumbered, glyph)));
    return subset;
}

std::optional<Subset> make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    if (has_table(face.face(), glyf)) return truetype_subset(face.face(), glyphs);
    if (has_table(face.face(), cff)) return cff_subset(face, glyphs);
    return std::nullopt;
}

/// Whether a reader can draw all `glyphs` of a font program. HarfBuzz leaves broken ones empty.
bool draws_all(const Outlines& outlines, const std::vector<std::uint16_t>& glyphs) {
    return outlines.readable() &&
           std::all_of(glyphs.begin(), glyphs.end(),
                       [&](std::uint16_t glyph) { return outlines.loads(glyph); });
}

/// Longer forms of signs of formulas and the parts they are put together from. HarfBuzz 6 does not
/// look for parts that are signs of their own, as those of ⇔, and then makes no subset at all.
void add_math_forms(const Face& face, const std::vector<char32_t>& code_points, hb_set_t* glyphs) {
    if (!face.readable() || hb_ot_math_has_data(face.face()) == 0) return;
    const MathFace math(face.font());
    for (const char32_t c : code_points) {
        const auto glyph = math.glyph(c, 0);
        if (!glyph) continue;
        for (const MathAxis axis : {MathAxis::horizontal, MathAxis::vertical}) {
            for (const auto& form : math.variants(*glyph, axis)) hb_set_add(glyphs, form.glyph);
            for (const auto& part : math.assembly(*glyph, axis)) hb_set_add(glyphs, part.glyph);
        }
    }
}

/// `subset` with its `MATH` table put right, all others as they are.
HbFace with_sound_math(hb_face_t* subset) {
    // A face that is being built does not tell its tables.
    const Blob program(hb_face_reference_blob(subset));
    const HbFace whole(hb_face_create(program.get(), 0));
    hb_face_t* face = whole.get();
    HbFace built(hb_face_builder_create());
    std::array<hb_tag_t, 64> tags{};
    unsigned count = tags.size();
    hb_face_get_table_tags(face, 0, &count, tags.data());
    for (unsigned i = 0; i < count; ++i) {
        Blob table(hb_face_reference_table(face, tags[i]));
        if (tags[i] == math_table) {
            const std::string bytes = with_joined_ends(copy_of(table.get()));
            table.reset(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                       HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
        }
        hb_face_builder_add_table(built.get(), tags[i], table.get());
    }
    return built;
}

}  // namespace

std::optional<Subset> subset_for_pdf(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    if (!draws_all(Outlines(face.bytes(), face.index()), glyphs)) return std::nullopt;
    auto subset = make_subset(face, glyphs);
    // Codes are glyph numbers to FreeType, CIDs of a bare CFF program too.
    return subset && draws_all(Outlines(subset->program), subset->codes) ? std::move(subset)
                                                                         : std::nullopt;
}

std::optional<Subset> Library::subset(FaceId id, const std::vector<std::uint16_t>& glyphs) const {
    return subset_for_pdf(state_->open(id), glyphs);
}

std::optional<std::string> Library::subset_for_text(FaceId id,
                                                    const std::vector<char32_t>& code_points,
                                                    std::string_view language) const {
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return std::nullopt;
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : code_points) hb_set_add(wanted, c);
    const Face& face = state_->open(id);
    add_math_forms(face, code_points, hb_subset_input_glyph_set(input.get()));
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    // Figures that stand on the line; letters of scripts and dotless ones of formulas.
    for (const char* feature : {"lnum", "ssty", "dtls"})
        hb_set_add(features, hb_tag_from_string(feature, 4));
    if (has_wrong_figures(file(id), language)) hb_set_del(features, HB_TAG('l', 'o', 'c', 'l'));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    HbFace subset(hb_subset_or_fail(face.face(), input.get()));
    if (!subset) return std::nullopt;
    if (has_table(subset.get(), math_table)) subset = with_sound_math(subset.get());
    const Blob font(hb_face_reference_blob(subset.get()));
    return copy_of(font.get());
}

}  // namespace triptych::font
