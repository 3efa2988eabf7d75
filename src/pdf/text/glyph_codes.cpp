#include "pdf/text/glyph_codes.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "pdf/text/cluster.hpp"
#include "pdf/text/glyph_texts.hpp"

namespace triptych::pdf {

namespace {

constexpr std::uint16_t notdef = 0;
/// The text of a glyph that says nothing.
constexpr TextKey nothing{0x200B};

void make_room(FaceCodes& face, std::uint16_t glyph) {
    if (face.texts.size() > glyph) return;
    face.texts.resize(glyph + std::size_t{1}, TextKey::none);
    face.fallbacks.resize(face.texts.size(), TextKey::none);
    face.codes.resize(face.texts.size(), 0);
}

/// A glyph that draws a cluster alone: its first text is that of its code.
void note_single(FaceCodes& face, std::uint16_t glyph, TextKey text) {
    make_room(face, glyph);
    face.codes[glyph] = 1;
    TextKey& first = face.texts[glyph];
    if (first == text || text == TextKey::none) return;
    if (first == TextKey::none)
        first = text;
    else
        face.alternates.try_emplace({glyph, text}, std::uint16_t{0});
}

/// Glyphs that draw a cluster together: ActualText gives its text; ToUnicode gets a character for
/// each glyph.
void note_shared(FaceCodes& face, const pages::GlyphRun& run, const Cluster& cluster,
                 TextKeys& keys) {
    keys.add(cluster.text);
    std::size_t at = 0;
    TextKey part = TextKey{0xFFFD};
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
        const std::size_t start = at;
        if (at < cluster.text.size()) {
            text::next_code_point(cluster.text, at);
            const TextKey key = keys.add(cluster.text.substr(start, at - start));
            if (key != TextKey::none) part = key;
        }
        const std::uint16_t glyph = run.glyphs[i].id;
        if (glyph == notdef) continue;
        make_room(face, glyph);
        face.codes[glyph] = 1;
        if (face.fallbacks[glyph] == TextKey::none) face.fallbacks[glyph] = part;
    }
}

/// Glyphs that draw a cluster together, each with a code for what it says here.
void note_own(FaceCodes& face, const pages::GlyphRun& run, const Cluster& cluster, TextKeys& keys) {
    keys.add(cluster.text);
    const GlyphTexts texts = glyph_texts(cluster, run.right_to_left);
    const std::size_t count = cluster.end - cluster.begin;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = run.right_to_left ? cluster.end - 1 - i : cluster.begin + i;
        const TextKey key = keys.add(texts.texts[i]);
        if (run.glyphs[at].id != notdef) note_single(face, run.glyphs[at].id, key);
    }
    if (face.has_marks_before_pen || run.right_to_left) return;
    const std::size_t last = cluster.end - 1;
    face.has_marks_before_pen = run.glyphs[last].advance == 0 &&
                                offset_of(run, last).x < -run.size.scaled(widest_gap, 1000);
}

void note_run(GlyphCodes& codes, const pages::GlyphRun& run) {
    FaceCodes& face = codes.faces[run.face];
    face.face = run.face;
    for_each_cluster(run, [&](const Cluster& cluster) {
        if (has_own_codes(cluster)) return note_own(face, run, cluster, codes.keys);
        if (cluster.end - cluster.begin > 1) return note_shared(face, run, cluster, codes.keys);
        const TextKey key = codes.keys.add(cluster.text);
        const std::uint16_t glyph = run.glyphs[cluster.begin].id;
        if (glyph != notdef) note_single(face, glyph, key);
    });
}

/// TrueType codes are our own, small and in order; `CIDToGIDMap` leads them to glyphs.
void number_truetype(FaceCodes& face) {
    std::uint16_t next = 0;
    for (const std::uint16_t glyph : face.glyphs) face.codes[glyph] = ++next;
    for (auto& [text, code] : face.alternates) {
        if (next == 0xFFFF) break;
        code = ++next;
    }
}

void number_cff(FaceCodes& face, const std::vector<std::uint16_t>& codes) {
    for (std::size_t i = 0; i < face.glyphs.size(); ++i) face.codes[face.glyphs[i]] = codes[i];
    face.alternates.clear();
}

std::int32_t thousandths(std::int64_t advance, std::int64_t units_per_em) {
    return static_cast<std::int32_t>((advance * 2000 + units_per_em) / (2 * units_per_em));
}

/// False when the font can't be subset.
bool embed(FaceCodes& face, const font::Library& fonts) {
    const std::uint16_t space = fonts.metrics(face.face).space;
    if (face.has_marks_before_pen && space != notdef) note_single(face, space, nothing);
    for (std::size_t i = 0; i < face.codes.size(); ++i) {
        const auto glyph = static_cast<std::uint16_t>(i);
        if (face.codes[glyph] != 0) face.glyphs.push_back(glyph);
        if (face.texts[glyph] == TextKey{' '}) face.space = glyph;
    }
    auto subset = fonts.subset(face.face, face.glyphs);
    if (!subset || subset->codes.size() != face.glyphs.size()) return false;
    face.format = subset->format;
    face.program = std::move(subset->program);
    const int units_per_em = std::max(1, fonts.metrics(face.face).units_per_em);
    face.widths.resize(face.codes.size(), 0);
    for (const std::uint16_t glyph : face.glyphs)
        face.widths[glyph] = thousandths(fonts.advance(face.face, glyph), units_per_em);
    if (face.format == font::FontFormat::truetype)
        number_truetype(face);
    else
        number_cff(face, subset->codes);
    if (face.has_marks_before_pen && space != notdef) {
        face.filler = face.find(space, nothing);
        face.filler_width = face.widths[space];
    }
    return true;
}

}  // namespace

FaceCodes::Code FaceCodes::find(std::uint16_t glyph, TextKey text) const {
    const Code first{codes[glyph], texts[glyph] == text && text != TextKey::none};
    if (first.has_unicode || alternates.empty()) return first;
    const auto other = alternates.find({glyph, text});
    if (other == alternates.end() || other->second == 0) return first;
    return {other->second, true};
}

TextKey FaceCodes::text_of(std::uint16_t glyph) const {
    if (texts[glyph] != TextKey::none) return texts[glyph];
    return fallbacks[glyph] != TextKey::none ? fallbacks[glyph] : TextKey{0xFFFD};
}

GlyphCodes assign_codes(const pages::Pages& pages, const font::Library& fonts, Threads& threads) {
    GlyphCodes out;
    for (const pages::Page& page : pages.pages)
        for (const pages::Item& item : page.items)
            if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) note_run(out, *run);
    std::vector<FaceCodes*> faces;
    for (auto& [id, face] : out.faces) faces.push_back(&face);
    std::vector<std::uint8_t> embedded(faces.size());
    for_each_index(faces.size(), threads,
                   [&](std::size_t i) { embedded[i] = embed(*faces[i], fonts) ? 1 : 0; });
    for (std::size_t i = 0; i < faces.size(); ++i)
        if (embedded[i] == 0) out.refused.push_back(faces[i]->face);
    return out;
}

}  // namespace triptych::pdf
