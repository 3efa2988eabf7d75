#include "pdf/text/font_objects.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;

/// One code with its glyph and text.
struct Mapping {
    std::uint16_t code = 0, glyph = 0;
    TextKey text{};
};

/// All codes of a face, rising.
std::vector<Mapping> mappings(const FaceCodes& face) {
    std::vector<Mapping> out;
    for (const std::uint16_t glyph : face.glyphs)
        out.push_back({face.codes[glyph], glyph, face.text_of(glyph)});
    for (const auto& [key, code] : face.alternates)
        if (code != 0) out.push_back({code, key.first, key.second});
    std::sort(out.begin(), out.end(),
              [](const Mapping& a, const Mapping& b) { return a.code < b.code; });
    return out;
}

std::string two_bytes(std::uint16_t value) {
    return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
}

/// Six letters that depend on the program, as a subset's name asks for (§9.6.4).
std::string subset_tag(const std::string& program) {
    std::uint64_t hash = text::stable_hash(program);
    std::string out;
    for (int i = 0; i < 6; ++i, hash /= 26) out += static_cast<char>('A' + hash % 26);
    return out + '+';
}

/// A font may call itself anything; PDF wants what PostScript allows (ISO 19005-2 §6.1.8: UTF-8).
std::string sound_name(std::string_view name) {
    constexpr std::string_view forbidden = "()<>[]{}/%#";
    constexpr std::size_t longest = 63;
    std::string out;
    for (const char c : name.substr(0, longest))
        if (c > ' ' && c < 127 && forbidden.find(c) == std::string_view::npos) out += c;
    return out.empty() ? "Font" : out;
}

/// The `W` array (§9.7.4.3): runs of neighbouring codes.
void write_widths(object::Array&& out, const FaceCodes& face, const std::vector<Mapping>& mapped) {
    for (std::size_t i = 0; i < mapped.size();) {
        out.integer(mapped[i].code);
        object::Array run = out.array();
        const std::size_t first = i;
        do run.integer(face.widths[mapped[i++].glyph]);
        while (i < mapped.size() && mapped[i].code == mapped[first].code + (i - first));
    }
}

/// What character collection codes belong to (§9.7.3).
void write_collection(Dictionary&& out) {
    out.bytes("Registry", "Adobe").bytes("Ordering", "Identity").integer("Supplement", 0);
}

std::string glyph_map(const std::vector<Mapping>& mapped) {
    std::string out(mapped.empty() ? 2 : (mapped.back().code + std::size_t{1}) * 2, '\0');
    for (const Mapping& mapping : mapped)
        out.replace(mapping.code * std::size_t{2}, 2, two_bytes(mapping.glyph));
    return out;
}

/// A ToUnicode map (§9.10.3).
std::string unicode_map(const std::vector<Mapping>& mapped, const TextKeys& keys) {
    constexpr std::size_t block = 100;  // as many as a block may have
    std::string out =
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    for (std::size_t from = 0; from < mapped.size(); from += block) {
        const std::size_t to = std::min(mapped.size(), from + block);
        object::append_integer(out, static_cast<std::int64_t>(to - from));
        out += " beginbfchar\n";
        for (std::size_t i = from; i < to; ++i) {
            object::append_hex(out, two_bytes(mapped[i].code));
            object::append_hex(out, object::utf16(keys.text(mapped[i].text)));
            out += '\n';
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

/// Flags of a font descriptor (§9.8.2). Glyphs are chosen by number, so the font is symbolic.
std::int64_t flags(const font::Metrics& metrics) {
    return (metrics.fixed_pitch ? 1 : 0) | (metrics.serif ? 2 : 0) | 4 |
           (metrics.italic_angle != 0 ? 64 : 0);
}

Ref write_program(Document& document, const FaceCodes& face) {
    object::Stream stream = object::make_stream(document.packing(), face.program);
    if (face.format == font::FontFormat::truetype)
        stream.entries.integer("Length1", static_cast<std::int64_t>(face.program.size()));
    else
        stream.entries.name("Subtype", "CIDFontType0C");
    return document.add(std::move(stream));
}

Ref write_descriptor(Document& document, const FaceCodes& face, const font::Metrics& metrics,
                     const std::string& name) {
    const auto em = [&](int units) {
        return static_cast<std::int64_t>(units) * 1000 / std::max(1, metrics.units_per_em);
    };
    // No font says how thick its stems are; readers use the value only without the program.
    constexpr int usual_stem = 80;
    const bool truetype = face.format == font::FontFormat::truetype;
    Dictionary out;
    out.name("Type", "FontDescriptor").name("FontName", name).integer("Flags", flags(metrics));
    out.array("FontBBox")
        .integer(em(metrics.x_min))
        .integer(em(metrics.y_min))
        .integer(em(metrics.x_max))
        .integer(em(metrics.y_max));
    out.integer("ItalicAngle", metrics.italic_angle)
        .integer("Ascent", em(metrics.ascender))
        .integer("Descent", em(metrics.descender))
        .integer("CapHeight", em(metrics.cap_height))
        .integer("StemV", usual_stem)
        .ref(truetype ? "FontFile2" : "FontFile3", write_program(document, face));
    return document.add(out);
}

Ref write_cid_font(Document& document, const FaceCodes& face, const font::Metrics& metrics,
                   const std::string& name) {
    const std::vector<Mapping> mapped = mappings(face);
    const bool truetype = face.format == font::FontFormat::truetype;
    Dictionary font;
    font.name("Type", "Font")
        .name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0")
        .name("BaseFont", name);
    write_collection(font.dictionary("CIDSystemInfo"));
    font.ref("FontDescriptor", write_descriptor(document, face, metrics, name)).integer("DW", 0);
    write_widths(font.array("W"), face, mapped);
    if (truetype)
        font.ref("CIDToGIDMap",
                 document.add(object::make_stream(document.packing(), glyph_map(mapped))));
    return document.add(font);
}

Ref write_font(Document& document, const FaceCodes& face, const TextKeys& keys,
               const font::Library& fonts) {
    const font::Metrics& metrics = fonts.metrics(face.face);
    const std::string name = subset_tag(face.program) + sound_name(metrics.postscript_name);
    const Ref unicode =
        document.add(object::make_stream(document.packing(), unicode_map(mappings(face), keys)));
    return document.add(
        Dictionary()
            .name("Type", "Font")
            .name("Subtype", "Type0")
            .name("BaseFont", name)
            .name("Encoding", "Identity-H")
            .refs("DescendantFonts", {write_cid_font(document, face, metrics, name)})
            .ref("ToUnicode", unicode));
}

}  // namespace

std::string font_name(FaceId face) { return std::string("F").append(std::to_string(index(face))); }

Ref write_fonts(Document& document, const GlyphCodes& codes, const font::Library& fonts) {
    Dictionary names;
    for (const auto& [id, face] : codes.faces)
        if (!face.glyphs.empty())
            names.ref(font_name(id), write_font(document, face, codes.keys, fonts));
    return document.add(names);
}

}  // namespace triptych::pdf
