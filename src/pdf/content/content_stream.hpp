#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/colour.hpp"
#include "pdf/box.hpp"
#include "pdf/object/dictionary.hpp"
#include "pdf/packing.hpp"

namespace triptych::pdf {

/// Graphics states in the resources of pages for `Inks::press`.
inline constexpr std::string_view overprinting = "Over", knocking_out = "Knock";

/// What colours are written as.
enum class Inks : std::uint8_t {
    screen,  ///< sRGB and grey
    press,   ///< black and grey as black ink alone, which overprints where it is full and text
};

/// The operators of a content stream (ISO 32000-1 Annex A). Numbers are hundredths of a unit.
/// Nothing is written twice: colours, fonts and places that are set already stay. Marked content
/// and text objects are opened and closed in step.
class ContentStream {
public:
    explicit ContentStream(Packing packing, Inks inks = Inks::screen);

    /// Opens marked content with a dictionary of properties (§14.6.2).
    void begin_marked(std::string_view tag, const object::Dictionary& properties);
    void end_marked();

    /// Sets what differs from the text drawn last, opens a text object if none is open and moves to
    /// the start of a line.
    struct TextPlace {
        std::int64_t x = 0, y = 0;
        std::string_view font;
        std::int64_t size = 0;
        std::int64_t stretch = 10000;  ///< hundredths of a percent
        Colour colour;
    };
    void place_text(const TextPlace& place);
    void set_rise(std::int64_t rise);
    /// Whether text is drawn, or is there to be read only; drawn again at the end of its object.
    void set_visible(bool visible);
    /// Text to be shown: `add_code` and `add_shift` gather, `show_text` ends the string or array.
    /// No string is longer than ISO 19005-2 §6.1.13 allows.
    void add_code(std::uint16_t code);
    /// Moves back by thousandths of the font size (§9.4.3).
    void add_shift(std::int64_t thousandths);
    void show_text();
    /// A span whose text is not that of its glyphs (§14.9.4).
    void begin_actual_text(std::string_view text);
    void end_actual_text();
    /// What follows is drawn turned a quarter against the clock, on a page `width` wide that is
    /// held by its right edge; until `end_turned`. Not nested.
    void begin_turned(std::int64_t width);
    void end_turned();
    /// Graphics other than text can't stand in a text object.
    void end_text();

    /// The colour that areas are filled with.
    void set_fill(Colour colour);
    /// Whether full black ink is printed on top of what is under it, or in place of it.
    enum class Overprint : std::uint8_t { no, yes };
    void set_overprint(Overprint overprint);
    void set_stroke(Colour colour, std::int64_t line_width);
    void rectangle(const Box& box);
    /// An operator with its operands.
    ContentStream& number(std::int64_t value);
    void op(std::string_view name);
    void name_op(std::string_view name, std::string_view op);

    const std::string& bytes() const { return out_; }
    std::string take() { return std::move(out_); }

private:
    enum class Use : std::uint8_t { fill, stroke };
    void set_colour(Colour colour, Use use);
    void open_string();
    void close_string();

    Packing packing_;
    Inks inks_;
    std::string out_;
    bool in_text_ = false;
    std::string array_;  ///< operand of the text operator in the making
    bool in_string_ = false;
    bool has_several_ = false;  ///< strings, or a shift
    std::size_t string_start_ = 0;
    std::int64_t line_x_ = 0, line_y_ = 0;
    std::int64_t rise_ = 0;
    bool visible_ = true;
    /// What `Q` brings back (§8.4.2).
    struct State {
        std::string font;
        std::int64_t size = 0, stretch = 10000, line_width = 100;
        std::optional<Colour> fill = Colour{}, stroke = Colour{};
        Overprint overprint{};
    } state_, saved_;
};

}  // namespace triptych::pdf
