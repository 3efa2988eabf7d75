#include "pdf/content/content_stream.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace triptych::pdf {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_hex(std::string& out, std::uint16_t code) {
    for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[code >> shift & 15];
}

void append_escaped(std::string& out, unsigned byte) {
    const char c = static_cast<char>(byte);
    if (c == '\r') {
        out += "\\r";
        return;
    }
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
}

/// A channel of 0 to 255 in thousandths of full: `.2`, `1`.
void append_channel(std::string& out, std::uint8_t value) {
    const unsigned thousandths = (value * 1000U + 127U) / 255U;
    if (thousandths % 1000 == 0) {
        out += thousandths == 0 ? '0' : '1';
        return;
    }
    std::string digits = std::to_string(1000 + thousandths);
    digits[0] = '.';
    while (digits.back() == '0') digits.pop_back();
    out += digits;
}

/// Darkness of a colour in 1/255, for the black ink that stands for it; nothing for colours.
std::optional<std::uint8_t> black_ink(Colour colour) {
    const int least = std::min({colour.red, colour.green, colour.blue});
    const int spread = std::max({colour.red, colour.green, colour.blue}) - least;
    // Tints are pale colours, not grey: what counts is the share of colour in what is not white.
    constexpr int greatest_spread = 24;
    if (spread > greatest_spread || spread * 4 > 255 - least) return std::nullopt;
    const int light = (299 * colour.red + 587 * colour.green + 114 * colour.blue + 500) / 1000;
    // Letters in a screen of dots have ragged edges: what is nearly black is full black.
    constexpr int darkest_grey = 64;
    return static_cast<std::uint8_t>(light <= darkest_grey ? 255 : 255 - light);
}

}  // namespace

ContentStream::ContentStream(Packing packing, Inks inks) : packing_(packing), inks_(inks) {
    if (inks == Inks::press) state_.fill = state_.stroke = std::nullopt;
}

void ContentStream::begin_marked(std::string_view tag, const object::Dictionary& properties) {
    end_text();
    object::append_name(out_, tag);
    ((out_ += "<<") += properties.entries()) += ">>BDC\n";
}

void ContentStream::end_marked() {
    end_text();
    out_ += "EMC\n";
}

void ContentStream::place_text(const TextPlace& place) {
    if (!in_text_) {
        out_ += "BT\n";
        in_text_ = true;
        line_x_ = line_y_ = 0;
    }
    if (place.font != state_.font || place.size != state_.size) {
        object::append_name(out_, place.font);
        out_ += ' ';
        number(place.size).op("Tf");
        state_.font = place.font;
        state_.size = place.size;
    }
    if (place.stretch != state_.stretch) number(state_.stretch = place.stretch).op("Tz");
    if (place.colour != state_.fill) set_colour(place.colour, Use::fill);
    set_overprint(black_ink(place.colour) == 255 ? Overprint::yes : Overprint::no);
    number(place.x - line_x_).number(place.y - line_y_).op("Td");
    line_x_ = place.x;
    line_y_ = place.y;
}

void ContentStream::set_rise(std::int64_t rise) {
    if (rise == rise_) return;
    show_text();
    number(rise_ = rise).op("Ts");
}

void ContentStream::set_visible(bool visible) {
    if (visible == visible_) return;
    show_text();
    visible_ = visible;
    out_ += visible ? "0 Tr\n" : "3 Tr\n";
}

void ContentStream::open_string() {
    if (in_string_) return;
    has_several_ = has_several_ || !array_.empty();
    string_start_ = array_.size();
    array_ += packing_ == Packing::compact ? '(' : '<';
    in_string_ = true;
}

void ContentStream::close_string() {
    if (!in_string_) return;
    array_ += packing_ == Packing::compact ? ')' : '>';
    in_string_ = false;
}

void ContentStream::add_code(std::uint16_t code) {
    constexpr std::size_t longest_written = 4;
    if (array_.size() - string_start_ + longest_written >= object::longest_string) close_string();
    open_string();
    if (packing_ == Packing::readable) {
        append_hex(array_, code);
        return;
    }
    append_escaped(array_, code >> 8);
    append_escaped(array_, code & 0xFFU);
}

void ContentStream::add_shift(std::int64_t thousandths) {
    if (thousandths == 0) return;
    close_string();
    object::append_integer(array_, thousandths);
    has_several_ = true;
}

void ContentStream::show_text() {
    close_string();
    if (array_.empty()) return;
    TRIPTYCH_CHECK(in_text_, "text is shown in a text object");
    if (has_several_)
        ((out_ += '[') += array_) += "]TJ\n";
    else
        (out_ += array_) += "Tj\n";
    array_.clear();
    has_several_ = false;
}

void ContentStream::begin_actual_text(std::string_view text) {
    show_text();
    out_ += "/Span<</ActualText";
    if (packing_ == Packing::compact)
        object::append_text(out_, text);
    else
        object::append_hex(out_, "\xFE\xFF" + object::utf16(text));
    out_ += ">>BDC\n";
}

void ContentStream::end_actual_text() {
    show_text();
    out_ += "EMC\n";
}

void ContentStream::end_text() {
    if (!in_text_) return;
    set_rise(0);
    set_visible(true);
    show_text();
    out_ += "ET\n";
    in_text_ = false;
}

void ContentStream::begin_turned(std::int64_t width) {
    end_text();
    saved_ = state_;
    op("q");
    for (const std::int64_t value : {0, 100, -100, 0}) number(value);
    number(width).number(0).op("cm");
}

void ContentStream::end_turned() {
    end_text();
    op("Q");
    state_ = saved_;
}

void ContentStream::set_colour(Colour colour, Use use) {
    const bool fill = use == Use::fill;
    (fill ? state_.fill : state_.stroke) = colour;
    const auto channel = [this](std::uint8_t value) {
        append_channel(out_, value);
        out_ += ' ';
    };
    if (const auto black = black_ink(colour); black && inks_ == Inks::press) {
        out_ += "0 0 0 ";
        channel(*black);
        return op(fill ? "k" : "K");
    }
    channel(colour.red);
    if (colour.red == colour.green && colour.green == colour.blue) return op(fill ? "g" : "G");
    channel(colour.green);
    channel(colour.blue);
    op(fill ? "rg" : "RG");
}

void ContentStream::set_fill(Colour colour) {
    if (colour != state_.fill) set_colour(colour, Use::fill);
    set_overprint(Overprint::no);
}

void ContentStream::set_overprint(Overprint overprint) {
    if (inks_ != Inks::press || overprint == state_.overprint) return;
    state_.overprint = overprint;
    name_op(overprint == Overprint::yes ? overprinting : knocking_out, "gs");
}

void ContentStream::set_stroke(Colour colour, std::int64_t line_width) {
    if (colour != state_.stroke) set_colour(colour, Use::stroke);
    if (line_width != state_.line_width) number(state_.line_width = line_width).op("w");
}

void ContentStream::rectangle(const Box& box) {
    number(box.left).number(box.bottom);
    number(box.right - box.left).number(box.top - box.bottom).op("re");
}

ContentStream& ContentStream::number(std::int64_t value) {
    object::append_hundredths(out_, value);
    out_ += ' ';
    return *this;
}

void ContentStream::op(std::string_view name) { (out_ += name) += '\n'; }

void ContentStream::name_op(std::string_view name, std::string_view op_name) {
    object::append_name(out_, name);
    out_ += ' ';
    op(op_name);
}

}  // namespace triptych::pdf
