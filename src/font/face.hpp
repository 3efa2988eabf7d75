#pragma once

#include <bitset>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <triptych/files.hpp>

#include "base/cancel.hpp"
#include "font/library.hpp"

/// One open font file, inside the room only.
namespace triptych::font {

/// Calls `destroy` when HarfBuzz objects go out of scope; not on the way out of an exception that
/// means that memory ran out: HarfBuzz 6 does not survive destroying faces whose tables it could
/// not set up.
template <auto destroy>
struct Destroyer {
    template <typename T>
    void operator()(T* object) const {
        if (std::uncaught_exceptions() == 0 || Cancelled::is_on_its_way()) destroy(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

/// Big-endian numbers in the table `tag` of a font; 0 beyond its end.
class Table {
public:
    Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
    std::string_view bytes() const;
    std::uint16_t u16(std::size_t at) const;
    int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::uint32_t u32(std::size_t at) const { return std::uint32_t{u16(at)} << 16 | u16(at + 2); }

private:
    Blob blob_;
};

/// Immutable once made, so threads may share it. A file that can't be read becomes a face without
/// glyphs; a variable font is fixed at one weight.
class Face {
public:
    /// `index` is that of the face in a collection.
    Face(const std::optional<Mapping>& file, unsigned index, int weight);
    bool readable() const { return readable_; }
    hb_face_t* face() const { return face_.get(); }
    /// Scaled to font units.
    hb_font_t* font() const { return font_.get(); }
    std::string_view bytes() const { return bytes_; }
    unsigned index() const { return index_; }
    const Metrics& metrics() const { return metrics_; }
    /// An entry of the table of names in English (OpenType `name`); "" where there is none.
    std::string name(hb_ot_name_id_t id) const;
    /// Has a glyph of its own for the code point.
    bool has(char32_t code_point) const;
    int advance(std::uint16_t glyph) const;
    /// Whether it is one that emoji are set in.
    bool draws_emoji() const;

private:
    bool look_up(char32_t code_point) const;
    void use_instance(hb_face_t* fixed);

    std::shared_ptr<const void> owner_;  ///< of the file's bytes
    Blob instance_;                      ///< the file, when it was made from a variable one
    HbFace face_;
    HbFont font_;
    std::string_view bytes_;
    unsigned index_ = 0;
    bool readable_ = false;
    Metrics metrics_;
    std::bitset<0x180> common_;  ///< `has` for Latin text, where nearly all questions are asked
};

}  // namespace triptych::font
