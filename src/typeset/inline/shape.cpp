#include "typeset/inline/shape.hpp"

#include <algorithm>
#include <utility>

#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych::typeset {

namespace {

bool reads_to_the_left(const ShapedWord& word) {
    return word.glyphs.size() > 1 && word.glyphs.front().text > word.glyphs.back().text;
}

/// The part of a language tag that fonts may have rules for (OpenType language systems): the
/// language, for Chinese its script or region, and Moldovan Romanian. Not the whole tag, since
/// HarfBuzz keeps a plan for every tag that it sees, and a text may hold thousands.
std::string shaped_language(std::string_view tag) {
    const std::string lower = text::lower_case(tag);
    for (const std::string_view known :
         {"zh-hans", "zh-hant", "zh-cn", "zh-sg", "zh-tw", "zh-hk", "zh-mo", "ro-md"})
        if (lower.starts_with(known)) return std::string(known);
    const std::string primary = primary_language(tag);
    return primary.size() == 2 || primary.size() == 3 ? primary : std::string();
}

/// Hashes face and language only: ways of shaping that differ in nothing else are few.
std::size_t hash_of(const Shaping& shaping) {
    return std::hash<std::string_view>{}(shaping.language) + index(shaping.face);
}

/// A word in the making, before its table keeps it.
struct FaceWordDraft {
    std::vector<FaceWord::Glyph> glyphs;
    std::vector<FacePart> parts;

    FaceWord keep_in(std::pmr::memory_resource& memory) const {
        return {kept(glyphs, memory), kept(parts, memory)};
    }
};
struct ShapedWordDraft {
    std::vector<pages::Glyph> glyphs;
    std::vector<pages::GlyphOffset> offsets;
    std::span<const FacePart> parts;
    Length width;

    ShapedWord keep_in(std::pmr::memory_resource& memory) const {
        return {kept(glyphs, memory), kept(offsets, memory), parts, width};
    }
};

/// Signs above and below letters of India and Southeast Asia reach far out of the line.
void measure_ink(const FaceWordDraft& word, FacePart& part, const font::Library& fonts) {
    for (std::uint32_t i = part.glyph_begin; i < part.glyph_end; ++i) {
        const FaceWord::Glyph& glyph = word.glyphs[i];
        const font::Library::Ink ink = fonts.ink(part.face, glyph.id);
        part.above =
            static_cast<std::int16_t>(std::max<int>(part.above, ink.above - glyph.y_offset));
        part.below =
            static_cast<std::int16_t>(std::max<int>(part.below, ink.below + glyph.y_offset));
    }
}

void append_part(std::string_view text, const font::FaceRun& run, const Shaping& shaping,
                 const font::Library& fonts, FaceWordDraft& word) {
    FacePart part;
    part.face = run.face;
    part.glyph_begin = static_cast<std::uint32_t>(word.glyphs.size());
    part.text_begin = static_cast<std::uint32_t>(run.begin);
    part.text_end = static_cast<std::uint32_t>(run.end);
    part.fallback = run.face != shaping.face;
    part.missing = run.missing;
    part.connected = run.connected;
    part.of_pack = run.script != 0;
    // At this size a length counts font units.
    const Length font_units{fonts.metrics(run.face).units_per_em};
    // Ideographs, kana and their signs stand side by side without more or less between them (JLREQ,
    // 3.1.1), whatever a face says of its proportional forms.
    font::Features features = shaping.features;
    if (run.east_asian) features.kerning = false;
    const font::ShapeRequest request{text.substr(run.begin, run.end - run.begin),
                                     run.face,
                                     font_units,
                                     shaping.language,
                                     shaping.direction,
                                     features,
                                     run.script,
                                     shaping.joins_before && run.begin == 0,
                                     shaping.joins_behind && run.end == text.size()};
    for (const font::ShapedGlyph& glyph : fonts.shape(request))
        word.glyphs.push_back({glyph.id,
                               static_cast<std::uint16_t>(part.text_begin + glyph.cluster),
                               static_cast<std::int32_t>(glyph.advance.units),
                               static_cast<std::int32_t>(glyph.x_offset.units),
                               static_cast<std::int32_t>(glyph.y_offset.units)});
    part.glyph_end = static_cast<std::uint32_t>(word.glyphs.size());
    if (part.connected) measure_ink(word, part, fonts);
    word.parts.push_back(part);
}

FaceWordDraft draw(std::string_view text, const Shaping& shaping, const font::Library& fonts) {
    FaceWordDraft word;
    std::vector<font::FaceRun> runs = fonts.itemize(text, shaping.face, shaping.language);
    if (shaping.direction == font::Direction::right_to_left) std::reverse(runs.begin(), runs.end());
    for (const font::FaceRun& run : runs) append_part(text, run, shaping, fonts, word);
    return word;
}

void append_glyph(const FaceWord::Glyph& drawn, int units_per_em, const Shaping& shaping,
                  Length tracking, ShapedWordDraft& word) {
    const auto at_size = [&](std::int32_t units) {
        return shaping.size.scaled(units, units_per_em);
    };
    const auto position = static_cast<std::uint32_t>(word.glyphs.size());
    Length advance = at_size(drawn.advance);
    if (advance > Length{}) advance += tracking;
    word.glyphs.push_back({drawn.id, drawn.text, static_cast<std::int32_t>(advance.units)});
    word.width += advance;
    const Length x = at_size(drawn.x_offset), y = at_size(drawn.y_offset);
    if (x == Length{} && y == Length{}) return;
    word.offsets.push_back(
        {position, static_cast<std::int32_t>(x.units), static_cast<std::int32_t>(y.units)});
}

/// The parts are those of `drawn`, which outlives the word.
ShapedWordDraft at_size(const FaceWord& drawn, const Shaping& shaping, const font::Library& fonts) {
    ShapedWordDraft word;
    word.parts = drawn.parts;
    word.glyphs.reserve(drawn.glyphs.size());
    for (const FacePart& part : drawn.parts) {
        const int units_per_em = fonts.metrics(part.face).units_per_em;
        const Length tracking = part.connected ? Length{} : shaping.tracking;
        for (std::uint32_t i = part.glyph_begin; i < part.glyph_end; ++i)
            append_glyph(drawn.glyphs[i], units_per_em, shaping, tracking, word);
    }
    return word;
}

}  // namespace

ShapedWord::Range ShapedWord::glyph_range(std::uint32_t begin, std::uint32_t end) const {
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    if (begin == 0 && parts.size() == 1 && end >= parts.front().text_end) return {0, count};
    const bool left = reads_to_the_left(*this);
    const auto first_behind = [&](std::uint32_t offset) {
        const auto found = std::partition_point(
            glyphs.begin(), glyphs.end(),
            [&](const pages::Glyph& g) { return left ? g.text >= offset : g.text < offset; });
        return static_cast<std::uint32_t>(found - glyphs.begin());
    };
    if (left) return {first_behind(end), first_behind(begin)};
    return {first_behind(begin), first_behind(end)};
}

bool ShapedWord::parts_at(std::uint32_t offset) const {
    if (offset == 0 || (parts.size() == 1 && parts.front().text_end == offset)) return true;
    for (const FacePart& part : parts) {
        if (part.text_end == offset) return true;
    }
    const bool left = reads_to_the_left(*this);
    const auto found = std::partition_point(
        glyphs.begin(), glyphs.end(),
        [&](const pages::Glyph& g) { return left ? g.text > offset : g.text < offset; });
    return found != glyphs.end() && found->text == offset;
}

Length ShapedWord::width_of(Range range) const {
    if (range.begin == 0 && range.end == glyphs.size()) return width;
    Length sum;
    for (std::uint32_t i = range.begin; i < range.end; ++i) sum += Length{glyphs[i].advance};
    return sum;
}

FaceWords::FaceWords(Shaping shaping, const font::Library& fonts)
    : shaping_(std::move(shaping)), fonts_(fonts) {}

const FaceWord& FaceWords::get(std::string_view text) {
    return words_.get(text, [&] { return draw(text, shaping_, fonts_); });
}

bool FaceWords::are_for(const Shaping& shaping) const {
    return shaping.face == shaping_.face && shaping.direction == shaping_.direction &&
           shaping.features == shaping_.features && shaping.language == shaping_.language &&
           shaping.joins_before == shaping_.joins_before &&
           shaping.joins_behind == shaping_.joins_behind;
}

ShapedWords::ShapedWords(Shaping shaping, FaceWords& drawn)
    : shaping_(std::move(shaping)), drawn_(drawn) {
    space_ = &get(" ");
    hyphen_ = &get("-");
}

const ShapedWord& ShapedWords::get(std::string_view text) {
    return words_.get(text, [&] { return at_size(drawn_.get(text), shaping_, drawn_.fonts()); });
}

FaceWords& InlineCache::drawn(const Shaping& shaping, const font::Library& fonts) {
    const std::size_t hash = hash_of(shaping);
    const auto [begin, end] = drawn_.equal_range(hash);
    for (auto known = begin; known != end; ++known)
        if (known->second->are_for(shaping)) return *known->second;
    return *drawn_.emplace(hash, std::make_unique<FaceWords>(shaping, fonts))->second;
}

ShapedWords* InlineCache::find(const Bucket& bucket, const Shaping& shaping) {
    for (Way* way = bucket.load(std::memory_order_acquire); way; way = way->next)
        if (way->words.shaping() == shaping) return &way->words;
    return nullptr;
}

ShapedWords& InlineCache::words(const Shaping& shaping, const font::Library& fonts) {
    const auto size = static_cast<std::size_t>(shaping.size.units) * 0x9E3779B1 >> 16;
    Bucket& bucket = buckets_[(hash_of(shaping) ^ size) & (buckets_.size() - 1)];
    if (ShapedWords* known = find(bucket, shaping)) return *known;
    const std::lock_guard lock(mutex_);
    if (ShapedWords* known = find(bucket, shaping)) return *known;
    ways_.push_back(
        std::unique_ptr<Way>(new Way{ShapedWords(shaping, drawn(shaping, fonts)), bucket.load()}));
    bucket.store(ways_.back().get(), std::memory_order_release);
    return ways_.back()->words;
}

ShapedWords& shaped_words(const style::TextStyle& style, std::string_view language, bool technical,
                          const Resources& resources) {
    const style::Family& family =
        resources.sheet.fonts.families[static_cast<std::size_t>(style.family)];
    Shaping shaping;
    shaping.face = resources.fonts.find(family.name, style.weight, style.italic);
    shaping.size = style.size;
    shaping.tracking = style.tracking;
    shaping.features.small_caps = style.small_caps;
    shaping.features.figures = static_cast<font::Features::Figures>(style.figures);
    shaping.features.ligatures = style.tracking == Length{} && !technical;
    shaping.language = shaped_language(language);
    return resources.inline_cache->words(shaping, resources.fonts);
}

std::shared_ptr<InlineCache> make_inline_cache() { return std::make_shared<InlineCache>(); }

}  // namespace triptych::typeset
