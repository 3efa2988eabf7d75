#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/files.hpp>

#include "base/ids.hpp"
#include "base/length.hpp"
#include "font/math.hpp"
#include "font/outline.hpp"

/// Font faces: opened on first use, shaped with HarfBuzz, subset with hb-subset.
namespace triptych::font {

struct FaceFile {
    std::string path;    ///< in the data folder
    std::string family;  ///< any name; `find` asks for it
    int weight = 400;
    bool italic = false;
    unsigned index = 0;  ///< in a collection
};

/// Fonts of the machine, tried after all others.
struct SystemFaces {
    const Files* files = nullptr;  ///< that the paths are in; must outlive the library
    std::vector<FaceFile> faces;
};

/// In font units unless said otherwise; y up.
struct Metrics {
    int units_per_em = 1000;
    int ascender = 0, descender = 0, cap_height = 0, x_height = 0,
        italic_angle = 0;  ///< angle in degrees
    int underline_position = 0, underline_thickness = 0;
    int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
    bool fixed_pitch = false, serif = false;
    std::uint16_t space = 0;  ///< glyph of U+0020; 0: it has none
    std::string postscript_name;
};

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// OpenType features of a run.
struct Features {
    bool ligatures = true, kerning = true, small_caps = false;
    enum class Figures : std::uint8_t { standard, lining, old_style } figures{};
    friend bool operator==(const Features&, const Features&) = default;
};

struct ShapedGlyph {
    std::uint16_t id = 0;
    std::uint32_t cluster = 0;           ///< byte offset in the shaped text
    Length advance, x_offset, y_offset;  ///< y down
};

struct ShapeRequest {
    std::string_view text;
    FaceId face{};
    Length size;
    std::string_view language;  ///< BCP 47
    Direction direction{};
    Features features;
    std::uint32_t script = 0;  ///< of the run, as in `FaceRun`
    /// A letter that stands beside the text joins it, as in Arabic.
    bool joins_before = false, joins_behind = false;
};

/// Part of a text that one face can draw. Spaces go to the preferred face, characters that draw
/// nothing to the face of what stands before them.
struct FaceRun {
    std::size_t begin = 0, end = 0;  ///< byte offsets
    FaceId face{};
    /// No face has the glyphs; the preferred one draws its .notdef or a replacement.
    bool missing = false;
    /// ISO 15924, as HarfBuzz has it, of text that a pack draws; 0: what its letters say.
    std::uint32_t script = 0;
    bool connected = false;   ///< letters join, or change their shape beside each other
    bool east_asian = false;  ///< Chinese characters, kana, hangul and their signs
};

/// Where the cluster (a letter with its marks, or an emoji) ends that starts at `at`, which lies
/// before the end of `text`.
std::size_t cluster_end(std::string_view text, std::size_t at);

enum class FontFormat : std::uint8_t { truetype, cff_names, cff_cids };

/// A subset font program for embedding.
struct Subset {
    FontFormat format{};
    std::string program;  ///< FontFile2, or the bare CFF table for FontFile3
    /// For each glyph asked for: the CID to write into content streams.
    std::vector<std::uint16_t> codes;
};

/// An emoji in colour.
struct EmojiPicture {
    std::string png;   ///< the whole file
    std::string name;  ///< the same for the same picture
    int advance = 0;   ///< in units of the others, which are those of its font; y up
    int left = 0, top = 0, width = 0, height = 0;
};

/// Safe to use from several threads; every call gives the same answer whatever came before.
class Library {
public:
    /// `files` must outlive the library. `fallback` faces are tried in order after the preferred
    /// one. `packs` is the folder of fonts in which Debian puts the packages for other scripts,
    /// null where none are to be used; it must outlive the library, too. `emoji` hold pictures of
    /// emoji.
    Library(const Files& files, std::vector<FaceFile> faces, std::vector<FaceFile> fallback,
            const Files* packs = nullptr, std::vector<FaceFile> emoji = {},
            SystemFaces system = {});
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// The face of `family` nearest in weight and posture. The family must have been given to the
    /// constructor.
    FaceId find(std::string_view family, int weight, bool italic) const;
    /// Splits `text` into runs by what the faces can draw; emoji sequences, flags, keycaps and
    /// combining marks are never split. `language` (BCP 47) says which forms Chinese characters
    /// and punctuation have.
    std::vector<FaceRun> itemize(std::string_view text, FaceId preferred,
                                 std::string_view language = {}) const;
    std::vector<ShapedGlyph> shape(const ShapeRequest& request) const;
    const Metrics& metrics(FaceId face) const;
    /// Advance of a glyph in font units, as in the font program.
    int advance(FaceId face, std::uint16_t glyph) const;
    /// How far a glyph's ink goes up and down from the base line, in font units, both positive.
    struct Ink {
        int above = 0, below = 0;
    };
    Ink ink(FaceId face, std::uint16_t glyph) const;
    /// What formulas are laid out by; nothing when the face has no `MATH` table.
    std::optional<MathFace> math(FaceId face) const;
    /// Nothing when the font can't be subset or a reader could not draw one of the glyphs. `glyphs`
    /// sorted, without repetition, .notdef added by itself.
    std::optional<Subset> subset(FaceId face, const std::vector<std::uint16_t>& glyphs) const;
    /// The whole font file with only what `code_points` need in a text in `language` (BCP 47), for
    /// readers that shape it themselves (TrueType or OpenType).
    std::optional<std::string> subset_for_text(FaceId face,
                                               const std::vector<char32_t>& code_points,
                                               std::string_view language) const;
    /// The glyph's shape; empty for one that draws nothing.
    std::vector<OutlineCommand> outline(FaceId face, std::uint16_t glyph) const;
    /// Whether the face is one that emoji are set in.
    bool draws_emoji(FaceId face) const;
    /// The picture of an emoji, which may be several code points; a skin tone that there is no
    /// picture of is left out. Nothing for what is to be shown as text, or has no picture.
    std::optional<EmojiPicture> emoji_picture(std::string_view emoji) const;
    const FaceFile& file(FaceId face) const;
    /// What a face calls itself, and the licence it names.
    struct Typeface {
        std::string name, licence;  ///< the licence's name, or its address, or nothing
    };
    /// That of a face of a pack; nothing for those of the layout and of the machine.
    std::optional<Typeface> typeface_of_pack(FaceId face) const;
    /// The characters of a cluster that no face can draw, as `itemize` looks for one; none where
    /// only no face can draw all of them.
    std::vector<char32_t> lacking(std::string_view cluster, FaceId preferred,
                                  std::string_view language) const;
    /// The Debian package with faces for the script of `character`, if it is not there; else empty.
    std::string_view missing_package(char32_t character) const;
    /// Paths of the faces, but for those of packs, that were asked for and could not be opened, in
    /// the order of their ids.
    std::vector<std::string> unreadable() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace triptych::font
