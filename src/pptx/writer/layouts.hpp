#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deck/setting/zones.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/writer/writing.hpp"
#include "style/sheet.hpp"

/// The master and its named layouts, all made from the sheet.
namespace triptych::pptx {

/// The layout a slide stands on.
LayoutKind layout_of(const deck::Slide& slide);
std::string layout_part(LayoutKind kind);
/// The kind of slides that stand on the layout; content for all those that open nothing.
deck::SlideKind slide_kind(LayoutKind kind);
bool is_cover(LayoutKind kind);
/// Links on the ground of the title slide have the colour of its text.
LinkColour links_of(LayoutKind kind, const style::Slides& look);

/// The layout's placeholders in reading order, made from the sheet.
std::vector<Placeholder> make_placeholders(LayoutKind kind, const style::Slides& look,
                                           std::string_view language);
/// The name of a placeholder in the selection pane, in the deck's language.
std::string_view placeholder_name(Use use, std::string_view language);

/// The text of a cell, down to the end of its box: what is set in another font may be longer.
Rect cell_frame(const deck::CellBox& cell);

/// A shape that only decorates.
Identity decoration_identity(unsigned id, const Writing& writing);

/// Adds `p:ph` to the non-visual properties `p:nvPr`.
void add_placeholder_reference(pugi::xml_node properties, const Placeholder& placeholder);
/// The attributes and children of a run's default look (`a:defRPr`, `a:rPr`).
void add_text_look(pugi::xml_node properties, const style::TextStyle& style, Colour ink,
                   const Writing& writing);

/// Writes master, layouts and the theme they stand on.
void write_master(const Writing& writing);
/// The theme part `name`.
void write_theme(const std::string& name, const Writing& writing);

}  // namespace triptych::pptx
