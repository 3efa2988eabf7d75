#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "font/face.hpp"
#include "font/library.hpp"
#include "font/script_packs.hpp"

namespace triptych::font {

/// Faces by `FaceId`, each opened when it is first asked for.
struct Library::State {
    struct Slot {
        FaceFile file;
        std::once_flag once{};
        std::unique_ptr<const Face> face{};
        std::atomic<const Face*> opened = nullptr;  ///< spares those who come later `once`
        std::atomic<bool> unreadable = false;
        bool from_pack = false;
        const Files* tree = nullptr;  ///< where a font of the machine is; null for all others
        /// Whether the face is made for the script of a pack, once it has been asked.
        std::array<std::atomic<std::uint8_t>, most_packs> serves{};
    };
    /// Faces of a pack: serif and sans, each regular and bold; none where the pack has none.
    struct PackFaces {
        std::array<std::optional<FaceId>, 4> faces{};
    };

    State(const Files& tree, const Files* pack_tree) : files(tree), pack_files(pack_tree) {}
    /// The id of `file`; the same for the same path and weight.
    FaceId add(FaceFile file);
    void add_packs();
    const Face& open(FaceId id);
    /// Whether a face of the layout is made for the script of a pack, and does not only have a few
    /// of its letters as signs.
    bool serves(FaceId face, std::size_t pack);
    /// Faces of a pack for text in `preferred`, best first: those of its kind, else the others.
    std::vector<FaceId> candidates(std::size_t pack, FaceId preferred, HanForm form,
                                   std::string_view language);

    const Files& files;
    const Files* pack_files = nullptr;  ///< null: there are no packs
    std::deque<Slot> slots;
    std::map<std::string, std::vector<FaceId>, std::less<>> families;
    std::vector<FaceId> fallback, emoji;
    std::vector<PackFaces> packs;                  ///< one a pack, of Chinese characters none
    PackFaces nastaliq;                            ///< for Urdu, in front of those for Arabic
    std::array<PackFaces, han_forms> east_asian;   ///< by form
    std::array<PackFaces, han_forms> fixed_pitch;  ///< the same with Latin letters of one width
};

/// Debian's Noto Naskh Arabic draws ۴ ۶ ۷ as in Urdu and Sindhi for every language, by its forms of
/// languages (`locl`).
bool has_wrong_figures(const FaceFile& file, std::string_view language);

}  // namespace triptych::font
