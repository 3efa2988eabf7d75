#include "pipeline/looks.hpp"

#include <utility>
#include <vector>

#include "font/soundness.hpp"
#include "style/layout.hpp"

namespace triptych::pipeline {

bool has_handwriting(const Files& data) { return data.is_file(handwriting.path); }

std::shared_ptr<const font::Library> open_fonts(const Files& data, const style::Fonts& fonts,
                                                const Files* packs,
                                                const font::SystemFaces& system) {
    std::vector<font::FaceFile> faces, fallback, emoji;
    for (const auto& family : fonts.families)
        for (const auto& file : family.files)
            faces.push_back({file.path, family.name, file.weight, file.italic});
    for (const auto& file : fonts.fallback)
        fallback.push_back({file.path, {}, file.weight, file.italic});
    if (has_handwriting(data))
        fallback.push_back({std::string(handwriting.path), std::string(handwriting.family)});
    for (const auto& file : fonts.emoji) emoji.push_back({file.path, {}, file.weight, file.italic});
    return std::make_shared<const font::Library>(data, std::move(faces), std::move(fallback), packs,
                                                 std::move(emoji), system);
}

Message fault_of_font(const Files& data, const std::string& path) {
    const auto file = data.map(path);
    return file ? font::fault_of(file->bytes) : say("there is no such file");
}

std::shared_ptr<const Look> Looks::look(const std::string& layout, const Files& data,
                                        const Request& request, Result& result) {
    const auto [place, is_new] = looks_.try_emplace(layout);
    if (!is_new) return place->second;
    auto sheet = style::load(data, layout, result.sources, result.diagnostics,
                             [&](const std::string& path) { return fault_of_font(data, path); });
    if (!sheet) return nullptr;
    auto look = std::make_shared<Look>();
    look->sheet = std::move(*sheet);
    look->fonts = open_fonts(data, look->sheet.fonts, request.script_fonts, system_);
    return place->second = std::move(look);
}

}  // namespace triptych::pipeline
