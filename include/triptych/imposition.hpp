#pragma once

#include <cstdint>
#include <string_view>

#include <triptych/message.hpp>

/// How the booklet's pages are put on sheets of paper that are printed on both sides.
namespace triptych {

enum class Binding : std::uint8_t {
    saddle,      ///< all sheets in one another, stapled through the fold
    signatures,  ///< several such gatherings behind one another, sewn or glued
    two_up       ///< two pages side by side in their own order, to be cut or read as they are
};

/// The edge about which the printer turns a sheet for its second side.
enum class Duplex : std::uint8_t { short_edge, long_edge };

struct Imposition {
    Binding binding{};
    unsigned signature_sheets = 4;  ///< most sheets in a gathering; at least 1
    double paper_thickness = 0.1;   ///< of one sheet, in millimetres
    Duplex duplex{};
    bool marks = false;  ///< bleed of 3 mm, crop and fold marks, for a print shop
    bool slip = false;   ///< a first sheet that says how to print, fold and staple
};

/// What `set_binding` takes.
inline constexpr std::string_view binding_names =
    message_id("saddle, signatures:N (N from 1 to 64) or 2up");
/// Binds as `saddle`, `signatures:N` or `2up` says; false, and nothing is changed, for other words.
bool set_binding(std::string_view binding, Imposition& imposition);

}  // namespace triptych
