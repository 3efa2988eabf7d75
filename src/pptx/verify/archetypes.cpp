#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "pptx/verify/rules.hpp"
#include "pptx/words.hpp"

/// Our own layouts are named for what stands on them, and must have the places for it.
namespace triptych::pptx::verify {
namespace {

/// Places that a layout must have: the first of those that come several times.
struct Archetype {
    std::string_view key;                     ///< of its name in `pptx/words`
    std::array<std::string_view, 4> indices;  ///< of placeholders; empty ones say nothing
};
constexpr std::array archetypes = {
    Archetype{"part", {"1", "16", "", ""}},
    Archetype{"chapter", {"11", "30", "", ""}},
    Archetype{"numbered_pillar", {"16", "11", "30", ""}},
    Archetype{"pillar", {"11", "30", "", ""}},
    Archetype{"cards", {"30", "31", "35", ""}},
    Archetype{"terms", {"30", "31", "", ""}},
    Archetype{"comparison", {"30", "31", "", ""}},
    Archetype{"two_columns", {"30", "31", "", ""}},
    Archetype{"steps", {"60", "30", "65", "35"}},
    Archetype{"checklist", {"30", "31", "", ""}},
    Archetype{"table", {"14", "", "", ""}},
    Archetype{"text_and_picture", {"1", "13", "", ""}},
    Archetype{"full_picture", {"13", "", "", ""}},
    Archetype{"code", {"19", "", "", ""}},
    Archetype{"key_number", {"16", "11", "", ""}},
    Archetype{"statement", {"11", "", "", ""}},
    Archetype{"content", {"1", "", "", ""}},
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
    const std::string_view key = key_of_layout(name);
    for (const auto& archetype : archetypes) {
        if (key != archetype.key) continue;
        for (const auto index : archetype.indices)
            report.expect(index.empty() || has_index(offered, index), "triptych archetypes",
                          say("'{}': the layout '{}' has no placeholder {}", layout, name, index));
    }
}

}  // namespace triptych::pptx::verify
