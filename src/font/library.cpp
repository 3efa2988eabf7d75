#include "font/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/check.hpp"
#include "font/state.hpp"

namespace triptych::font {
namespace {

/// How far a face is from what is wanted. A wrong posture is worse than any weight; of two weights
/// at the same distance the one on the far side of regular wins.
int distance(const FaceFile& file, int weight, bool italic) {
    const int posture = file.italic == italic ? 0 : 10'000;
    const int away = std::abs(file.weight - weight) * 2;
    const bool toward_regular = (weight > 400) == (file.weight < weight);
    return posture + away + (away != 0 && toward_regular ? 1 : 0);
}

}  // namespace

FaceId Library::State::add(FaceFile file) {
    for (std::size_t i = 0; i < slots.size(); ++i)
        if (slots[i].file.path == file.path && slots[i].file.weight == file.weight)
            return static_cast<FaceId>(i);
    const auto id = static_cast<FaceId>(slots.size());
    families[file.family].push_back(id);
    slots.emplace_back().file = std::move(file);
    return id;
}

const Face& Library::State::open(FaceId id) {
    Slot& slot = slots[index(id)];
    if (const Face* face = slot.opened.load(std::memory_order_acquire)) return *face;
    std::call_once(slot.once, [&] {
        const Files& tree = slot.tree ? *slot.tree : slot.from_pack ? *pack_files : files;
        slot.face = std::make_unique<const Face>(tree.map(slot.file.path), slot.file.index,
                                                 slot.file.weight);
        slot.unreadable = !slot.face->readable();
        slot.opened.store(slot.face.get(), std::memory_order_release);
    });
    return *slot.face;
}

Library::Library(const Files& files, std::vector<FaceFile> faces, std::vector<FaceFile> fallback,
                 const Files* packs, std::vector<FaceFile> emoji, SystemFaces system)
    : state_(std::make_unique<State>(files, packs)) {
    for (FaceFile& face : faces) state_->add(std::move(face));
    for (FaceFile& face : fallback) state_->fallback.push_back(state_->add(std::move(face)));
    if (packs) state_->add_packs();
    for (FaceFile& face : emoji) state_->emoji.push_back(state_->add(std::move(face)));
    for (FaceFile& face : system.faces) {
        const auto id = static_cast<FaceId>(state_->slots.size());
        State::Slot& slot = state_->slots.emplace_back();
        slot.file = std::move(face);
        slot.tree = system.files;
        state_->fallback.push_back(id);
    }
}

Library::~Library() = default;

FaceId Library::find(std::string_view family, int weight, bool italic) const {
    const auto known = state_->families.find(family);
    TRIPTYCH_CHECK(known != state_->families.end(), "the family was not given to the library");
    const auto away = [&](FaceId face) { return distance(file(face), weight, italic); };
    const auto& faces = known->second;
    return *std::min_element(faces.begin(), faces.end(),
                             [&](FaceId a, FaceId b) { return away(a) < away(b); });
}

const Metrics& Library::metrics(FaceId face) const { return state_->open(face).metrics(); }

int Library::advance(FaceId face, std::uint16_t glyph) const {
    return state_->open(face).advance(glyph);
}

Library::Ink Library::ink(FaceId face, std::uint16_t glyph) const {
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(state_->open(face).font(), glyph, &extents) == 0) return {};
    return {extents.y_bearing, -(extents.y_bearing + extents.height)};
}

const FaceFile& Library::file(FaceId face) const { return state_->slots[index(face)].file; }

std::vector<std::string> Library::unreadable() const {
    std::vector<std::string> paths;
    for (const State::Slot& slot : state_->slots)
        if (slot.unreadable && !slot.from_pack) paths.push_back(slot.file.path);
    return paths;
}

}  // namespace triptych::font
