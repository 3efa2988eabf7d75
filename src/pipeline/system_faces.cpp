#include "pipeline/system_faces.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <triptych/system_fonts.hpp>

#include "base/text.hpp"

namespace triptych::pipeline {
namespace {

std::set<char32_t> missing_characters(std::string_view words, std::string_view language,
                                      const font::Library& fonts, FaceId face) {
    std::set<char32_t> all, missing;
    for (std::size_t at = 0; at < words.size();) all.insert(text::next_code_point(words, at));
    for (const char32_t character : all) {
        if (character < 0x80) continue;
        std::string one;
        text::append_code_point(one, character);
        for (const font::FaceRun& run : fonts.itemize(one, face, language))
            if (run.missing) missing.insert(character);
    }
    return missing;
}

}  // namespace

font::SystemFaces system_faces(const Request& request, std::string_view words,
                               std::string_view language, const font::Library& fonts,
                               std::string_view family, Diagnostics& diagnostics) {
    font::SystemFaces found;
    if (request.system_fonts == nullptr) return found;
    const FaceId face = fonts.find(family, 400, false);
    std::string names;
    std::size_t count = 0;
    for (const char32_t character : missing_characters(words, language, fonts, face)) {
        const auto own = request.system_fonts->find(character, language);
        if (!own) continue;
        ++count;
        const bool is_known =
            std::any_of(found.faces.begin(), found.faces.end(), [&](const font::FaceFile& each) {
                return each.path == own->path && each.index == own->index;
            });
        if (is_known) continue;
        found.faces.push_back({own->path, {}, 400, false, own->index});
        names += (names.empty() ? "" : ", ") + own->family;
    }
    if (found.faces.empty()) return found;
    found.files = &request.system_fonts->files();
    diagnostics.report(Kind::system_font, {},
                       say("{} characters are set in fonts of this machine: {}", count, names),
                       say("what is made depends on the machine; 'triptych fonts' says what "
                           "packages make it the same everywhere"));
    return found;
}

}  // namespace triptych::pipeline
