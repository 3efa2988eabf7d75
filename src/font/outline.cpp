#include "font/outline.hpp"

#include <memory>

#include "font/face.hpp"
#include "font/state.hpp"

namespace triptych::font {
namespace {

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, Destroyer<hb_draw_funcs_destroy>>;

OutlineCommand* append(void* outline, OutlineCommand::Kind kind) {
    auto& commands = *static_cast<std::vector<OutlineCommand>*>(outline);
    return &commands.emplace_back(OutlineCommand{kind, {}});
}

void move_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x, float y, void*) {
    append(outline, OutlineCommand::Kind::move)->points[0] = {x, y};
}

void line_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x, float y, void*) {
    append(outline, OutlineCommand::Kind::line)->points[0] = {x, y};
}

void curve_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
    append(outline, OutlineCommand::Kind::curve)->points = {{{x1, y1}, {x2, y2}, {x, y}}};
}

/// HarfBuzz gives quadratic curves as cubic ones where nothing else is asked for.
DrawFunctions draw_functions() {
    DrawFunctions functions(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions.get(), curve_to, nullptr, nullptr);
    return functions;
}

}  // namespace

std::vector<OutlineCommand> Library::outline(FaceId face, std::uint16_t glyph) const {
    std::vector<OutlineCommand> commands;
    const auto functions = draw_functions();
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(state_->open(face).font(), glyph, functions.get(), &commands);
#else
    hb_font_get_glyph_shape(state_->open(face).font(), glyph, functions.get(), &commands);
#endif
    return commands;
}

}  // namespace triptych::font
