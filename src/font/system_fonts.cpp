#include <triptych/system_fonts.hpp>

#include <map>
#include <mutex>

#include <fontconfig/fontconfig.h>

namespace triptych {
namespace {

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
struct DestroyPattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct DestroySet {
    void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
using FontSet = std::unique_ptr<FcFontSet, DestroySet>;

std::string text_of(FcPattern* font, const char* key) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(font, key, 0, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

bool is_outline(FcPattern* font) {
    FcBool outline = FcFalse, variable = FcFalse;
    FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    return outline == FcTrue && variable == FcFalse;
}

bool has(FcPattern* font, char32_t character) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, character) == FcTrue;
}

class FontconfigFonts final : public SystemFonts {
public:
    std::optional<Face> find(char32_t character, std::string_view language) const override {
        const std::lock_guard lock(mutex_);
        const FontSet& fonts = sorted(std::string(language));
        if (!fonts) return std::nullopt;
        for (int i = 0; i < fonts->nfont; ++i) {
            FcPattern* const font = fonts->fonts[i];
            if (!is_outline(font) || !has(font, character)) continue;
            const std::string path = text_of(font, FC_FILE);
            int index = 0;
            FcPatternGetInteger(font, FC_INDEX, 0, &index);
            if (!path.starts_with('/') || index < 0) continue;
            return Face{path.substr(1), static_cast<unsigned>(index) & 0xFFFFU,
                        text_of(font, FC_FAMILY)};
        }
        return std::nullopt;
    }
    const Files& files() const override { return *files_; }

private:
    /// All fonts, those first that suit text in the language.
    const FontSet& sorted(const std::string& language) const {
        const auto [place, is_new] = by_language_.try_emplace(language);
        if (!is_new || !config_) return place->second;
        const std::unique_ptr<FcPattern, DestroyPattern> wish(FcPatternCreate());
        FcPatternAddString(wish.get(), FC_LANG, reinterpret_cast<const FcChar8*>(language.c_str()));
        FcPatternAddString(wish.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("serif"));
        FcConfigSubstitute(config_.get(), wish.get(), FcMatchPattern);
        FcDefaultSubstitute(wish.get());
        FcResult result = FcResultMatch;
        place->second.reset(FcFontSort(config_.get(), wish.get(), FcFalse, nullptr, &result));
        return place->second;
    }

    std::unique_ptr<FcConfig, DestroyConfig> config_{FcInitLoadConfigAndFonts()};
    std::unique_ptr<Files> files_ = folder_files("/");
    mutable std::mutex mutex_;
    mutable std::map<std::string, FontSet> by_language_;
};

}  // namespace

std::unique_ptr<SystemFonts> system_fonts() { return std::make_unique<FontconfigFonts>(); }

}  // namespace triptych
