#include "font/soundness.hpp"

#include <algorithm>

#include "font/outlines.hpp"
#include "font/subset.hpp"

namespace triptych::font {
namespace {

constexpr hb_tag_t tag_of(const char (&name)[5]) {
    return HB_TAG(name[0], name[1], name[2], name[3]);
}

/// The tables that say where glyphs are and how wide (OpenType 1.9).
class Tables {
public:
    explicit Tables(hb_face_t* face) : face_(face), count_(hb_face_get_glyph_count(face)) {}

    Message fault() const {
        if (!has_sound_head()) return say("its table 'head' is damaged");
        if (!has_sound_widths())
            return say("its table 'hmtx' does not hold a width for every glyph");
        const bool truetype = !table("glyf").bytes().empty();
        if (!truetype && table("CFF ").bytes().empty()) return say("it has no outlines");
        if (truetype && !has_sound_places()) return say("its table 'loca' leads out of 'glyf'");
        return {};
    }

private:
    Table table(const char (&name)[5]) const { return {face_, tag_of(name)}; }

    bool has_sound_head() const {
        const Table head = table("head");
        const unsigned units_per_em = head.u16(18);
        return head.bytes().size() >= 54 && units_per_em >= 16 && units_per_em <= 16384;
    }

    bool has_sound_widths() const {
        const std::size_t full = table("hhea").u16(34);
        return full >= 1 && full <= count_ &&
               table("hmtx").bytes().size() >= full * 4 + (count_ - full) * 2;
    }

    /// Places never fall and stay within the table.
    bool has_sound_places() const {
        const Table loca = table("loca");
        const bool wide = table("head").u16(50) != 0;
        const std::size_t size = table("glyf").bytes().size();
        if (loca.bytes().size() < (count_ + std::size_t{1}) * (wide ? 4 : 2)) return false;
        std::size_t before = 0;
        for (std::size_t i = 0; i <= count_; ++i) {
            const std::size_t place = wide ? loca.u32(i * 4) : loca.u16(i * 2) * std::size_t{2};
            if (place < before || place > size) return false;
            before = place;
        }
        return true;
    }

    hb_face_t* face_;
    std::size_t count_;
};

/// A big-endian number of `size` bytes; 0 beyond the end of the file.
std::size_t number_at(std::string_view file, std::size_t at, std::size_t size) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < size && at + size <= file.size(); ++i)
        out = out << 8 | static_cast<unsigned char>(file[at + i]);
    return out;
}

/// Whether every table of the directory (of the first font of a collection) lies within the file.
bool is_complete(std::string_view file) {
    const std::size_t start = file.starts_with("ttcf") ? number_at(file, 12, 4) : 0;
    const std::size_t tables = number_at(file, start + 4, 2);
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t record = start + 12 + 16 * i;
        const std::size_t end = number_at(file, record + 8, 4) + number_at(file, record + 12, 4);
        if (record + 16 > file.size() || end > file.size()) return false;
    }
    return true;
}

Message fault_of_glyphs(std::string_view file) {
    constexpr std::uint32_t most_read = 5000;
    const Outlines outlines(file);
    if (!outlines.readable()) return say("FreeType can't read it");
    const std::uint32_t step = outlines.count() / most_read + 1;
    for (std::uint32_t glyph = 0; glyph < outlines.count(); glyph += step)
        if (!outlines.loads(glyph)) return say("its glyph {} is damaged", glyph);
    return {};
}

Message fault_of_subset(std::string_view file) {
    const Face face(Mapping{nullptr, file}, 0, 400);
    const auto count = hb_face_get_glyph_count(face.face());
    const auto last = static_cast<std::uint16_t>(std::min(count - 1, 0xFFFEU));
    return last == 0 || subset_for_pdf(face, {last}) ? Message()
                                                     : say("no part of it can be embedded");
}

}  // namespace

Message fault_of(std::string_view file) {
    const Blob blob(hb_blob_create(file.data(), static_cast<unsigned>(file.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HbFace face(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0) return say("it is no font");
    if (!is_complete(file)) return say("it is cut short");
    Message fault = Tables(face.get()).fault();
    if (fault.empty()) fault = fault_of_glyphs(file);
    return fault.empty() ? fault_of_subset(file) : fault;
}

}  // namespace triptych::font
