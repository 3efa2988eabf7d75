#include "typeset/inline/shape.hpp"

#include <algorithm>
#include <functional>

namespace triptych::typeset {

namespace {

bool reads_to_the_left(const ShapedWord& word) {
    return word.glyphs.size() > 1 && word.glyphs.front().text > word.glyphs.back().text;
}

void append_glyph(const font::ShapedGlyph& shaped, const FacePart& part, Length tracking,
                  ShapedWord& word) {
    const auto position = static_cast<std::uint32_t>(word.glyphs.size());
    Length advance = shaped.advance;
    if (advance > Length{}) advance += tracking;
    word.glyphs.push_back({shaped.id, static_cast<std::uint16_t>(part.text_begin + shaped.cluster),
                           static_cast<std::int32_t>(advance.units)});
    word.width += advance;
    if (shaped.x_offset == Length{} && shaped.y_offset == Length{}) return;
    word.offsets.push_back({position, static_cast<std::int32_t>(shaped.x_offset.units),
                            static_cast<std::int32_t>(shaped.y_offset.units)});
}

void append_part(std::string_view text, const font::FaceRun& run, const Shaping& shaping,
                 const font::Library& fonts, ShapedWord& word) {
    FacePart part;
    part.face = run.face;
    part.glyph_begin = static_cast<std::uint32_t>(word.glyphs.size());
    part.text_begin = static_cast<std::uint32_t>(run.begin);
    part.text_end = static_cast<std::uint32_t>(run.end);
    part.fallback = run.face != shaping.face;
    part.missing = run.missing;
    const font::ShapeRequest request{text.substr(run.begin, run.end - run.begin),
                                     run.face,
                                     shaping.size,
                                     shaping.language,
                                     shaping.direction,
                                     shaping.features};
    for (const font::ShapedGlyph& glyph : fonts.shape(request)) {
        append_glyph(glyph, part, shaping.tracking, word);
    }
    part.glyph_end = static_cast<std::uint32_t>(word.glyphs.size());
    word.parts.push_back(part);
}

std::unique_ptr<const ShapedWord> shape(std::string_view text, const Shaping& shaping,
                                        const font::Library& fonts) {
    auto word = std::make_unique<ShapedWord>();
    std::vector<font::FaceRun> runs = fonts.itemize(text, shaping.face);
    if (shaping.direction == font::Direction::right_to_left) std::reverse(runs.begin(), runs.end());
    for (const font::FaceRun& run : runs) append_part(text, run, shaping, fonts, *word);
    return word;
}

}  // namespace

ShapedWord::Range ShapedWord::glyph_range(std::uint32_t begin, std::uint32_t end) const {
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
    if (offset == 0) return true;
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
    Length sum;
    for (std::uint32_t i = range.begin; i < range.end; ++i) sum += Length{glyphs[i].advance};
    return sum;
}

std::size_t ShapedWords::Hash::operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
}

ShapedWords::ShapedWords(Shaping shaping, const font::Library& fonts)
    : shaping_(std::move(shaping)), fonts_(fonts) {
    space_ = &get(" ");
    hyphen_ = &get("-");
}

const ShapedWord& ShapedWords::get(std::string_view text) {
    Shard& shard = shards_[Hash{}(text) >> 7 & (shards_.size() - 1)];
    {
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.words.find(text);
        if (found != shard.words.end()) return *found->second;
    }
    auto word = shape(text, shaping_, fonts_);
    const std::lock_guard lock(shard.mutex);
    return *shard.words.try_emplace(std::string(text), std::move(word)).first->second;
}

ShapedWords& InlineCache::words(const Shaping& shaping, const font::Library& fonts) {
    const std::lock_guard lock(mutex_);
    for (const auto& way : ways_) {
        if (way->shaping() == shaping) return *way;
    }
    ways_.push_back(std::make_unique<ShapedWords>(shaping, fonts));
    return *ways_.back();
}

std::shared_ptr<InlineCache> make_inline_cache() { return std::make_shared<InlineCache>(); }

}  // namespace triptych::typeset
