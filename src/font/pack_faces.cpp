#include <algorithm>
#include <atomic>

#include <unicode/uchar.h>

#include "base/language_tag.hpp"
#include "font/state.hpp"

namespace triptych::font {
namespace {

constexpr int regular_weight = 400, bold_weight = 700, least_bold = 600;

std::size_t place(bool serif, bool bold) { return (serif ? 0U : 2U) + (bold ? 1U : 0U); }

FaceFile face_file(PackFile file, bool bold) {
    return {std::move(file.path), std::move(file.family), bold ? bold_weight : regular_weight,
            false, file.index};
}

}  // namespace

/// Every face has its number before any is asked for, so that numbers depend on nothing else.
void Library::State::add_packs() {
    const auto add_face = [&](PackFile file, bool bold) {
        const auto id = static_cast<FaceId>(slots.size());
        Slot& slot = slots.emplace_back();
        slot.file = face_file(std::move(file), bold);
        slot.from_pack = true;
        return id;
    };
    const auto add_pack = [&](const ScriptPack& pack, HanForm form) {
        PackFaces added;
        for (const bool serif : {true, false})
            for (const bool bold : {false, true})
                if (auto file = pack_file(pack, serif, bold, form))
                    added.faces[place(serif, bold)] = add_face(std::move(*file), bold);
        return added;
    };
    for (const ScriptPack& pack : script_packs()) {
        if (!pack.east_asian) {
            packs.push_back(add_pack(pack, {}));
            continue;
        }
        packs.emplace_back();
        for (std::size_t i = 0; i < han_forms; ++i) {
            const auto form = static_cast<HanForm>(i);
            east_asian[i] = add_pack(pack, form);
            for (const bool bold : {false, true})
                fixed_pitch[i].faces[place(false, bold)] =
                    add_face(fixed_pitch_file(bold, form), bold);
        }
    }
    nastaliq = add_pack(nastaliq_pack(), {});
}

/// Nearly all of the first letters of the alphabet must be there.
bool Library::State::serves(FaceId id, std::size_t pack) {
    constexpr std::uint8_t no = 1, yes = 2;
    constexpr int tried = 32, most_missing = 3;
    std::atomic<std::uint8_t>& known = slots[index(id)].serves[pack];
    if (const auto answer = known.load(std::memory_order_relaxed)) return answer == yes;
    const Face& face = open(id);
    const char32_t first = script_packs()[pack].first_letter;
    int missing = 0;
    for (char32_t c = first; c < first + tried; ++c)
        if (u_isalpha(static_cast<UChar32>(c)) && !face.has(c)) ++missing;
    known.store(missing <= most_missing ? yes : no, std::memory_order_relaxed);
    return missing <= most_missing;
}

std::vector<FaceId> Library::State::candidates(std::size_t pack, FaceId preferred, HanForm form,
                                               std::string_view language) {
    const Metrics& metrics = open(preferred).metrics();
    // These scripts have no italics: what is stressed is bold, in East Asia it has dots.
    const FaceFile& file = slots[index(preferred)].file;
    const bool east = script_packs()[pack].east_asian;
    const bool bold = file.weight >= least_bold || (file.italic && !east);
    const auto& faces =
        !east ? packs[pack]
              : (metrics.fixed_pitch ? fixed_pitch : east_asian)[static_cast<std::size_t>(form)];
    const bool serif = metrics.serif && !metrics.fixed_pitch;
    std::vector<FaceId> found;
    const bool slants = script_packs()[pack].script == nastaliq_pack().script &&
                        !metrics.fixed_pitch && takes_nastaliq(language);
    for (const bool other_weight : {false, true})
        if (slants)
            if (const auto face = nastaliq.faces[place(true, bold != other_weight)])
                found.push_back(*face);
    // A face of the other kind in the right weight is nearer than a regular one in bold text.
    for (const auto& [other_kind, other_weight] :
         {std::pair{false, false}, {true, false}, {false, true}, {true, true}})
        if (const auto face = faces.faces[place(serif != other_kind, bold != other_weight)])
            found.push_back(*face);
    return found;
}

std::optional<Library::Typeface> Library::typeface_of_pack(FaceId face) const {
    constexpr std::string_view open_font_licence = "SIL Open Font License";
    if (!state_->slots[index(face)].from_pack) return std::nullopt;
    const Face& opened = state_->open(face);
    Typeface found{opened.name(HB_OT_NAME_ID_FONT_FAMILY), opened.name(HB_OT_NAME_ID_LICENSE)};
    const bool is_open = found.licence.find(open_font_licence) != std::string::npos;
    found.licence = is_open ? open_font_licence : opened.name(HB_OT_NAME_ID_LICENSE_URL);
    return found;
}

std::string_view Library::missing_package(char32_t character) const {
    const auto pack = pack_of(character);
    if (!pack) return {};
    const ScriptPack& known = script_packs()[*pack];
    const bool serif = !known.serif.empty();
    const auto file = pack_file(known, serif, false, {});
    const bool there = state_->pack_files && file && state_->pack_files->is_file(file->path);
    return there ? std::string_view() : known.package;
}

}  // namespace triptych::font
