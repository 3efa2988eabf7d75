#include "font/script_packs.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <hb.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych::font {
namespace {

constexpr std::string_view core_package = "fonts-noto-core", cjk_package = "fonts-noto-cjk";
constexpr std::uint8_t no_pack = 0xFF;
/// In the order of the collections' faces.
constexpr std::array<std::string_view, han_forms> form_names = {"JP", "KR", "SC", "TC", "HK"};

std::uint32_t tag_of(UScriptCode script) {
    return hb_script_from_string(uscript_getShortName(script), 4);
}

struct Packs {
    std::vector<ScriptPack> all;
    std::array<std::uint8_t, USCRIPT_CODE_LIMIT> by_script{};

    void add(std::initializer_list<UScriptCode> scripts, ScriptPack pack) {
        for (const UScriptCode script : scripts)
            by_script[static_cast<std::size_t>(script)] = static_cast<std::uint8_t>(all.size());
        pack.script = tag_of(*scripts.begin());
        all.push_back(pack);
    }

    Packs() {
        constexpr bool connected = true, apart = false;
        by_script.fill(no_pack);
        add({USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL, USCRIPT_BOPOMOFO},
            {0, cjk_package, "NotoSerifCJK", "NotoSansCJK", true, true, apart, true, 0x4E00});
#define TRIPTYCH_PACK(script, letters, serif, sans, bold_serif, bold_sans, first) \
    add({USCRIPT_##script},                                                       \
        {0, core_package, serif, sans, bold_serif, bold_sans, letters, false, first});
#include "font/script_packs.def"
#undef TRIPTYCH_PACK
    }
};

const Packs& packs() {
    static const Packs known;
    return known;
}

std::optional<std::size_t> pack_for(UScriptCode script) {
    const std::uint8_t pack = packs().by_script[static_cast<std::size_t>(script)];
    return pack == no_pack ? std::nullopt : std::optional<std::size_t>(pack);
}

/// Such as a comma as wide as an ideograph; not what emoji are made of.
bool is_wide_sign(UChar32 c) {
    if (c < 0x2E80 || c > 0xFFFF) return false;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::string name_of(std::string_view face, bool bold, std::string_view ending) {
    return std::string(face).append(bold ? "-Bold" : "-Regular").append(ending);
}

PackFile collection_file(std::string_view face, bool bold, std::size_t form, bool fixed) {
    PackFile file;
    file.path = "opentype/noto/" + name_of(face, bold, ".ttc");
    file.index = static_cast<unsigned>(form + (fixed ? han_forms : 0));
    file.family = std::string(face.substr(0, face.size() - 3)) + (fixed ? "MonoCJK" : "CJK") +
                  std::string(form_names[form]);
    return file;
}

}  // namespace

const std::vector<ScriptPack>& script_packs() { return packs().all; }

std::optional<std::size_t> pack_of(char32_t character, std::optional<std::size_t> before) {
    if (character < 0x530) return std::nullopt;
    const auto c = static_cast<UChar32>(character);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (U_FAILURE(status)) return std::nullopt;
    // Latin letters as wide as an ideograph are drawn by its faces alone.
    const bool shared = script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    if (!shared && script != USCRIPT_LATIN) return pack_for(script);
    if (is_wide_sign(c)) return pack_for(USCRIPT_HAN);
    if (!shared) return std::nullopt;
    std::array<UScriptCode, 40> used{};
    const auto count = uscript_getScriptExtensions(c, used.data(),
                                                   static_cast<std::int32_t>(used.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::optional<std::size_t> first;
    bool is_ours = false;
    for (std::int32_t i = 0; i < count; ++i) {
        const UScriptCode user = used[static_cast<std::size_t>(i)];
        is_ours =
            is_ours || user == USCRIPT_LATIN || user == USCRIPT_GREEK || user == USCRIPT_CYRILLIC;
        const auto pack = pack_for(user);
        if (pack && pack == before) return pack;
        if (!first) first = pack;
    }
    // French narrow spaces are of Mongolian, too.
    return is_ours ? std::nullopt : first;
}

std::optional<std::size_t> pack_at_start(char32_t character, std::string_view language) {
    const auto pack = pack_of(character);
    if (!pack || packs().all[*pack].east_asian) return pack;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode own = uscript_getScript(static_cast<UChar32>(character), &status);
    if (own != USCRIPT_COMMON && own != USCRIPT_INHERITED) return pack;
    std::array<UScriptCode, 4> scripts{};
    const auto count = uscript_getCode(std::string(language).c_str(), scripts.data(),
                                       static_cast<std::int32_t>(scripts.size()), &status);
    if (U_FAILURE(status) || count < 1) return pack;
    return pack_of(character, pack_for(scripts.front()));
}

std::optional<HanForm> han_form(std::string_view language) {
    const std::string primary = primary_language(language);
    if (primary == "ja") return HanForm::japanese;
    if (primary == "ko") return HanForm::korean;
    if (primary != "zh" && primary != "yue") return std::nullopt;
    const std::string tag = text::lower_case(language);
    const auto has = [&](std::string_view part) { return tag.find(part) != std::string::npos; };
    if (has("-hk") || has("-mo") || (primary == "yue" && !has("-hans"))) return HanForm::hong_kong;
    return has("-tw") || has("-hant") ? HanForm::traditional : HanForm::simplified;
}

const ScriptPack& nastaliq_pack() {
    static constexpr std::string_view face = "NotoNastaliqUrdu";
    static const ScriptPack pack = {
        tag_of(USCRIPT_ARABIC), core_package, face, face, true, true, true, false, 0x621};
    return pack;
}

std::optional<PackFile> pack_file(const ScriptPack& pack, bool serif, bool bold, HanForm form) {
    const std::string_view face = serif ? pack.serif : pack.sans;
    if (face.empty() || (bold && !(serif ? pack.bold_serif : pack.bold_sans))) return std::nullopt;
    if (pack.east_asian) return collection_file(face, bold, static_cast<std::size_t>(form), false);
    return PackFile{"truetype/noto/" + name_of(face, bold, ".ttf"), 0, std::string(face)};
}

PackFile fixed_pitch_file(bool bold, HanForm form) {
    return collection_file("NotoSansCJK", bold, static_cast<std::size_t>(form), true);
}

}  // namespace triptych::font
