#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "pptx/verify/rules.hpp"

/// Our own layouts are named for what stands on them, and must have the places for it.
namespace triptych::pptx::verify {
namespace {

/// Places that a layout must have: the first of those that come several times.
struct Archetype {
    std::string_view english, french;
    std::array<std::string_view, 4> indices;  ///< of placeholders; empty ones say nothing
};
constexpr std::array archetypes = {
    Archetype{"Part", "Partie", {"1", "16", "", ""}},
    Archetype{"Chapter", "Chapitre", {"11", "30", "", ""}},
    Archetype{"Numbered pillar", "Pilier numéroté", {"16", "11", "30", ""}},
    Archetype{"Pillar", "Pilier", {"11", "30", "", ""}},
    Archetype{"Cards", "Cartes", {"30", "31", "35", ""}},
    Archetype{"Terms", "Termes", {"30", "31", "", ""}},
    Archetype{"Comparison", "Comparaison", {"30", "31", "", ""}},
    Archetype{"Two columns", "Deux colonnes", {"30", "31", "", ""}},
    Archetype{"Steps", "Étapes", {"60", "30", "65", "35"}},
    Archetype{"Checklist", "Liste à cocher", {"30", "31", "", ""}},
    Archetype{"Table", "Tableau", {"14", "", "", ""}},
    Archetype{"Text and picture", "Texte et image", {"1", "13", "", ""}},
    Archetype{"Full picture", "Image pleine page", {"13", "", "", ""}},
    Archetype{"Code", "Code", {"19", "", "", ""}},
    Archetype{"Number", "Chiffre clé", {"16", "11", "", ""}},
    Archetype{"Statement", "Phrase", {"11", "", "", ""}},
    Archetype{"Content", "Contenu", {"1", "", "", ""}},
};

bool has_index(const std::set<PlaceholderKey>& offered, std::string_view index) {
    return std::any_of(offered.begin(), offered.end(),
                       [&](const PlaceholderKey& key) { return key.index == index; });
}

/// Layouts are ours where the theme says so.
bool is_ours(const opc::Archive& archive, const std::string& layout) {
    const auto master = opc::related(archive, layout, "slideMaster");
    const auto theme = opc::parse(archive, opc::related(archive, master, "theme"));
    const auto fonts = theme.child("a:theme").child("a:themeElements").child("a:fontScheme");
    return std::string_view(fonts.attribute("name").value()) == "triptych";
}

}  // namespace

void check_archetype(const opc::Archive& archive, const std::string& layout, Report& report) {
    if (layout.empty() || !is_ours(archive, layout)) return;
    const auto document = opc::parse(archive, layout);
    const std::string_view name =
        document.child("p:sldLayout").child("p:cSld").attribute("name").value();
    const auto offered = placeholders_in(document);
    for (const auto& archetype : archetypes) {
        if (name != archetype.english && name != archetype.french) continue;
        for (const auto index : archetype.indices)
            report.expect(
                index.empty() || has_index(offered, index), "triptych archetypes",
                fmt::format("'{}': the layout '{}' has no placeholder {}", layout, name, index));
    }
}

}  // namespace triptych::pptx::verify
