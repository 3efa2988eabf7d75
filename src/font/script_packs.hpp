#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which faces of which packages draw the scripts that the layouts' own faces do not have.
namespace triptych::font {

/// How Chinese characters look (The Unicode Standard, chapter 18: one code, several forms).
enum class HanForm : std::uint8_t { japanese, korean, simplified, traditional, hong_kong };
inline constexpr std::size_t han_forms = 5;

/// A file of a package, in the folder of fonts.
struct PackFile {
    std::string path;
    unsigned index = 0;  ///< in a collection
    std::string family;
};

/// The faces for a script.
struct ScriptPack {
    std::uint32_t script = 0;  ///< ISO 15924, as HarfBuzz has it
    std::string_view package;  ///< of Debian
    std::string_view serif, sans;
    bool bold_serif = false, bold_sans = false;
    bool connected = false;  ///< letters join, or change their shape beside each other
    bool east_asian = false;
    char32_t first_letter = 0;
};

inline constexpr std::size_t most_packs = 96;
/// All packs, in an order that never changes; those of Chinese characters, kana, bopomofo and
/// hangul are one.
const std::vector<ScriptPack>& script_packs();

/// The pack for what `character` is written in; nothing for Latin, Greek and Cyrillic, for signs
/// that all scripts share, and where there is no pack. Of what several scripts have, that of
/// `before`, if it is one of them. Wide punctuation is East Asian.
std::optional<std::size_t> pack_of(char32_t character, std::optional<std::size_t> before = {});

/// The same at the start of a text in `language` (BCP 47): of what several scripts have, such as
/// the danda of India, that of the language.
std::optional<std::size_t> pack_at_start(char32_t character, std::string_view language);

/// The form for a language (BCP 47); nothing when it is not written in Chinese characters.
std::optional<HanForm> han_form(std::string_view language);

/// The pack of the slanting hand of Urdu, for Arabic.
const ScriptPack& nastaliq_pack();

/// The files of a pack at one weight and style; nothing when there is none.
std::optional<PackFile> pack_file(const ScriptPack& pack, bool serif, bool bold, HanForm form);
/// The East Asian face whose Latin letters have one width.
PackFile fixed_pitch_file(bool bold, HanForm form);

}  // namespace triptych::font
