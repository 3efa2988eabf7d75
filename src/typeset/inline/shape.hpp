#pragma once

#include <array>
#include <atomic>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "font/library.hpp"
#include "pages/pages.hpp"
#include "typeset/context.hpp"
#include "typeset/inline/hyphenate.hpp"
#include "typeset/inline/word_table.hpp"

/// Words shaped once and kept.
namespace triptych::typeset {

/// Glyphs of a shaped word that one face draws.
struct FacePart {
    FaceId face{};
    std::uint32_t glyph_begin = 0, glyph_end = 0;
    std::uint32_t text_begin = 0, text_end = 0;
    bool fallback = false;  ///< drawn by another face than the one asked for
    bool missing = false;   ///< no face has the glyphs
    std::int16_t above = 0,
                 below = 0;  ///< of connected letters: ink from the base line, font units
    bool connected = false;  ///< see `font::FaceRun`: its letters are not tracked
    bool of_pack = false;    ///< drawn by a face for its script
};

/// The glyphs of a word in visual order, from left to right. `Glyph::text` is the byte offset in
/// the word, tracking is in the advances.
struct ShapedWord {
    std::span<const pages::Glyph> glyphs;
    std::span<const pages::GlyphOffset> offsets;
    std::span<const FacePart> parts;
    Length width;

    /// Whether a cluster starts at `offset`, or the word ends there: glyphs can be parted there.
    bool parts_at(std::uint32_t offset) const;
    /// The glyphs of the text from `begin` to `end`, both places where clusters start.
    struct Range {
        std::uint32_t begin = 0, end = 0;
    };
    Range glyph_range(std::uint32_t begin, std::uint32_t end) const;
    Length width_of(Range range) const;
};

/// Longest text that is shaped at once, in bytes: longer words are cut.
inline constexpr std::size_t longest_shaped = 1024;

/// How words are shaped: everything but their text.
struct Shaping {
    FaceId face{};
    Length size, tracking;
    font::Features features;
    font::Direction direction{};
    std::string language;
    /// The word goes on in another look with letters that join its own, before it or behind it.
    bool joins_before = false, joins_behind = false;
    friend bool operator==(const Shaping&, const Shaping&) = default;
};

/// A word as its faces draw it, whatever the size: distances in font units.
struct FaceWord {
    struct Glyph {
        std::uint16_t id = 0;
        std::uint16_t text = 0;                                ///< byte offset in the word
        std::int32_t advance = 0, x_offset = 0, y_offset = 0;  ///< y down
    };
    std::span<const Glyph> glyphs;  ///< in visual order
    std::span<const FacePart> parts;
};

/// All words in what faces draw for one face, set of features, direction and language: HarfBuzz is
/// asked once, however many sizes the word is set in. Safe to use from several threads.
class FaceWords {
public:
    /// Size and tracking of `shaping` are not used: they change no glyph.
    FaceWords(Shaping shaping, const font::Library& fonts);
    const FaceWord& get(std::string_view text);
    bool are_for(const Shaping& shaping) const;
    const font::Library& fonts() const { return fonts_; }

private:
    Shaping shaping_;
    const font::Library& fonts_;
    WordTable<FaceWord> words_;
};

/// All words shaped in one way. Safe to use from several threads; words stay where they are.
class ShapedWords {
public:
    ShapedWords(Shaping shaping, FaceWords& drawn);
    const ShapedWord& get(std::string_view text);
    const Shaping& shaping() const { return shaping_; }
    const ShapedWord& space() const { return *space_; }
    const ShapedWord& hyphen() const { return *hyphen_; }

private:
    Shaping shaping_;
    FaceWords& drawn_;
    WordTable<ShapedWord> words_;
    const ShapedWord* space_ = nullptr;
    const ShapedWord* hyphen_ = nullptr;
};

/// The words of `language` in `style`, left to right; those of code have no ligatures.
ShapedWords& shaped_words(const style::TextStyle& style, std::string_view language, bool technical,
                          const Resources& resources);

/// See `Resources::inline_cache`; belongs to one font library.
class InlineCache {
public:
    ShapedWords& words(const Shaping& shaping, const font::Library& fonts);
    Hyphenation& hyphenation() { return hyphenation_; }

private:
    /// One way to shape words, and the next one with the same hash.
    struct Way {
        ShapedWords words;
        Way* next = nullptr;
    };
    using Bucket = std::atomic<Way*>;

    static ShapedWords* find(const Bucket& bucket, const Shaping& shaping);
    FaceWords& drawn(const Shaping& shaping, const font::Library& fonts);

    std::array<Bucket, 256> buckets_{};
    std::mutex mutex_;                                                        ///< of those who add
    std::unordered_multimap<std::size_t, std::unique_ptr<FaceWords>> drawn_;  ///< by hash
    std::vector<std::unique_ptr<Way>> ways_;
    Hyphenation hyphenation_;
};

}  // namespace triptych::typeset
