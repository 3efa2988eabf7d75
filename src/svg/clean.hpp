#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>

#include "font/library.hpp"
#include "svg/layers.hpp"
#include "svg/size.hpp"

/// Drawings are programs that came with the book. Nothing of them goes anywhere but a copy made of
/// what is known to be harmless: no script, no reference out of the file, no style sheet, nothing
/// outside of SVG 1.1, and nothing that takes longer to draw than a page may take.
namespace triptych::svg {

/// A picture inside a drawing, decoded and encoded anew.
struct Embedded {
    std::string media_type, bytes;
    std::uint32_t width = 0, height = 0;
};

/// What a drawing is made for.
struct Setting {
    /// Faces of text, and the names of their families; without a library text can't be drawn.
    const font::Library* fonts = nullptr;
    std::string sans, serif, mono;
    std::string hand = {};        ///< for what asks for a handwriting; empty: as sans
    std::string language = "en";  ///< BCP 47: decides what `systemLanguage` shows
    /// Makes a picture that stands in the drawing harmless; nothing when it can't be read.
    std::function<std::optional<Embedded>(std::string_view bytes)> embed;
};

/// What is not as its author drew it.
struct Finding {
    enum class Kind : std::uint8_t {
        unsafe,     ///< something that acts or leads out of the file was taken out
        lost_text,  ///< text is not shown, or not where it was meant to be
        costly,     ///< left out because drawing it would take too long
        changed,    ///< left out because it is not known: it looks otherwise
    } kind{};
    Message message;         ///< goes on after "picture 'x.svg': "
    std::uint32_t line = 0;  ///< of the file, counted from 1; 0: not known, or all of it
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Drawing {
    double width = 0, height = 0;  ///< in pixels of CSS
    std::string readable;          ///< SVG 1.1 with text as text, for readers of books
    std::string drawable;          ///< the same with text as shapes: no font is needed to draw it
    Box view;                      ///< the part of its plane that is shown
    std::vector<Layer> layers;     ///< what `drawable` is quicker to draw as; none: it is not
    double pixels_per_unit = 1;    ///< filters are drawn at so many pixels for a pixel of CSS
    double greatest_scale = 1;     ///< as pixels it is drawn at no more for a pixel of CSS
    double elements = 0;           ///< as often as they are shown
    std::vector<Finding> findings;
};

/// Why there is no drawing.
enum class Refusal : std::uint8_t {
    none,
    unreadable,  ///< no XML, or no SVG
    too_large,   ///< its sides are beyond `longest_side`
    too_many,    ///< elements, or levels of them, or text that its entities stand for
    takes_long,  ///< even without filters
};

/// Nothing when `bytes` are no SVG, are out of bounds, or would take too long to draw even without
/// filters; `why`, if there is one, says which.
std::optional<Drawing> clean(std::string_view bytes, const Setting& setting,
                             Refusal* why = nullptr);

}  // namespace triptych::svg
