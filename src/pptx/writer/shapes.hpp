#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <pugixml.hpp>

#include "pages/pages.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/text.hpp"

/// The shapes slides are made of.
namespace triptych::pptx {

/// Where the place of a shape is said: on the layout, unless its own differs, or always on it.
enum class PlaceOf : std::uint8_t { layout, shape };
/// A `p:sp` that takes its look from a placeholder; its text stands in `box`.
pugi::xml_node open_placeholder(pugi::xml_node tree, const Identity& identity,
                                const Placeholder& placeholder, const Rect& box,
                                PlaceOf place = PlaceOf::layout);
/// The number of the slide, as a field; `shown` until a program sets it.
void add_number_field(pugi::xml_node p, std::string_view shown, const TextTarget& target,
                      const Writing& writing);

/// A box of text that stands on no placeholder; returns its `p:txBody`, with body properties.
struct TextBox {
    Rect box;
    std::optional<Colour> ground, rule;
    Length padding;
    std::string_view anchor = "t";
    std::optional<Colour> border{};
};
pugi::xml_node add_text_box(pugi::xml_node tree, const Identity& identity, const TextBox& text_box,
                            const Writing& writing);

/// A filled path as a shape of its own geometry (ISO/IEC 29500-1 §20.1.9.8).
void add_path(pugi::xml_node tree, const Identity& identity, const Rect& box,
              const pages::Path& path, const Writing& writing);

/// What only decorates, as a shape.
void add_ornament(pugi::xml_node tree, unsigned id, const deck::Ornament& ornament,
                  const Writing& writing);

/// A table as a native one. `placeholder` may be null.
void add_table(pugi::xml_node tree, const Identity& identity, const doc::Table& table,
               const Rect& box, const TextTarget& target, const Placeholder* placeholder,
               const Writing& writing);
/// The style all tables use, in the part of table styles.
void write_table_styles(const Writing& writing);

/// A picture, as large as fits into `box`; false, with a diagnostic, when it can't be read.
bool add_picture(pugi::xml_node tree, const Identity& identity, const doc::Picture& picture,
                 const Rect& box, const TextTarget& target, const Placeholder* placeholder,
                 const Writing& writing);

/// Size of a picture that can stand in a line; nothing when it can't be read.
std::optional<image::Info> line_picture_info(MediaId media, const Writing& writing);
/// A picture for which a line of text has left room, in exactly `box`. It must have an
/// `line_picture_info`.
void add_line_picture(pugi::xml_node tree, const Identity& identity, MediaId media, const Rect& box,
                      const std::string& part, const Writing& writing);

/// A picture that fills the slide on its placeholder, cropped as in the pages.
bool add_full_picture(pugi::xml_node tree, const Identity& identity, const doc::Picture& picture,
                      const TextTarget& target, const Placeholder& placeholder,
                      const Writing& writing);

}  // namespace triptych::pptx
