#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/address.hpp"
#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/commands.hpp"
#include "doc/tex/reading.hpp"

/// Commands that change how an argument looks: frames, colours, sizes, the room it takes.
namespace triptych::doc::tex {

namespace {

struct NamedColour {
    std::string_view name;
    MarkColour colour;
};
constexpr NamedColour named_colours[] = {
    {"red", MarkColour::red},        {"maroon", MarkColour::red},
    {"crimson", MarkColour::red},    {"pink", MarkColour::red},
    {"salmon", MarkColour::red},     {"orange", MarkColour::orange},
    {"brown", MarkColour::orange},   {"coral", MarkColour::orange},
    {"yellow", MarkColour::yellow},  {"gold", MarkColour::yellow},
    {"olive", MarkColour::yellow},   {"green", MarkColour::green},
    {"lime", MarkColour::green},     {"teal", MarkColour::green},
    {"blue", MarkColour::blue},      {"cyan", MarkColour::blue},
    {"navy", MarkColour::blue},      {"royalblue", MarkColour::blue},
    {"purple", MarkColour::purple},  {"violet", MarkColour::purple},
    {"magenta", MarkColour::purple}, {"indigo", MarkColour::purple},
    {"fuchsia", MarkColour::purple}, {"gray", MarkColour::grey},
    {"grey", MarkColour::grey},      {"silver", MarkColour::grey},
};

std::optional<std::array<int, 3>> hexadecimal(std::string_view text) {
    if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
    const std::size_t digits = text.size() == 4 ? 1 : 2;
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto part = text.substr(1 + i * digits, digits);
        const auto read = std::from_chars(part.data(), part.data() + part.size(), parts[i], 16);
        if (read.ptr != part.data() + part.size()) return std::nullopt;
        if (digits == 1) parts[i] *= 17;
    }
    return parts;
}

/// The marked colour whose hue is nearest; none for black and white.
MarkColour nearest(const std::array<int, 3>& rgb) {
    const int high = std::max({rgb[0], rgb[1], rgb[2]}), low = std::min({rgb[0], rgb[1], rgb[2]});
    const int spread = high - low;
    if (spread < 40) return high < 64 || low > 224 ? MarkColour::none : MarkColour::grey;
    int hue = 0;
    if (high == rgb[0])
        hue = 60 * (rgb[1] - rgb[2]) / spread;
    else if (high == rgb[1])
        hue = 120 + 60 * (rgb[2] - rgb[0]) / spread;
    else
        hue = 240 + 60 * (rgb[0] - rgb[1]) / spread;
    hue = (hue + 360) % 360;
    if (hue < 15 || hue >= 335) return MarkColour::red;
    if (hue < 42) return MarkColour::orange;
    if (hue < 70) return MarkColour::yellow;
    if (hue < 175) return MarkColour::green;
    return hue < 255 ? MarkColour::blue : MarkColour::purple;
}

MarkColour colour_of(std::string_view raw) {
    const std::string name = text::lower_case(text::trim(raw));
    if (const auto rgb = hexadecimal(name)) return nearest(*rgb);
    for (const auto& one : named_colours)
        if (name == one.name) return one.colour;
    // The longer names of LaTeX and CSS end in that of a hue: `darkred`, `ForestGreen`.
    for (const auto& one : named_colours)
        if (name.ends_with(one.name)) return one.colour;
    return MarkColour::none;
}

/// A length in thousandths of an em: `1.5em`, `-3mu`, `4pt`; nothing when it is none.
std::optional<int> length_of(std::string_view raw) {
    struct Unit {
        std::string_view name;
        double ems;
    };
    constexpr Unit units[] = {{"em", 1},      {"ex", 0.43},  {"mu", 1 / 18.0}, {"pt", 0.1},
                              {"bp", 0.1004}, {"px", 0.075}, {"mm", 0.2845},   {"cm", 2.845},
                              {"in", 7.227},  {"pc", 1.2},   {"sp", 0},        {"dd", 0.107}};
    const std::string_view text = text::trim(raw);
    const std::size_t digits = std::min(text.find_first_not_of("+-0123456789. "), text.size());
    std::string number(text.substr(0, digits));
    std::erase(number, ' ');
    std::erase(number, '+');
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    const auto unit = text::trim(text.substr(digits));
    for (const auto& one : units)
        if (unit.starts_with(one.name))
            return static_cast<int>(std::clamp(value * one.ems, -40.0, 40.0) * 1000);
    return std::nullopt;
}

/// `\kern3mu`: the length stands there without braces.
std::string bare_length(Reading& reading) {
    std::string raw;
    while (raw.size() < 20) {
        const Token next = reading.lexer.peek();
        if (next.text.size() != 1) break;
        const char c = next.text.front();
        const bool unit = !raw.empty() && ascii::is_letter(raw.back());
        if (!(ascii::is_letter(c) ||
              (!unit && (ascii::is_digit(c) || is_one_of(next.text, {".", "-", "+"})))))
            break;
        raw += c;
        reading.lexer.take();
        if (unit) break;
    }
    return raw;
}

Nodes read_space(std::string_view name, Reading& reading) {
    reading.lexer.take_if("*");
    const bool braced = reading.lexer.peek().text == "{";
    const std::string raw =
        braced ? std::string(reading.lexer.take_raw_argument()) : bare_length(reading);
    const auto width = length_of(raw);
    if (!width) return {reading.keep("\\" + std::string(name))};
    return {{Space{*width}}};
}

Nodes read_colour(std::string_view name, Reading& reading) {
    reading.lexer.take_raw_option();
    const MarkColour colour = colour_of(reading.lexer.take_raw_argument());
    if (name == "color") return {{Coloured{colour, false, read_row(reading, reading.stop)}}};
    if (name == "textcolor") return {{Coloured{colour, false, read_argument(reading)}}};
    const MarkColour ground =
        name == "fcolorbox" ? colour_of(reading.lexer.take_raw_argument()) : colour;
    Nodes words = read_words(reading.lexer.take_raw_argument(), {}, reading);
    Nodes coloured = {{Coloured{ground, true, std::move(words)}}};
    if (name == "colorbox") return coloured;
    return {{Enclosed{true, false, false, false, std::move(coloured)}}};
}

/// Links within formulas lead nowhere in any of the outputs.
Nodes read_link(std::string_view name, Reading& reading) {
    const std::string_view address = reading.lexer.take_raw_argument();
    reading.tell(address, say("link within a formula is left out; its words are kept"),
                 say("put the link into the text beside the formula"));
    if (name == "url") return {{Words{std::string(address)}}};
    return read_argument(reading);
}

/// A number or letter in a circle, as one character; in brackets where there is none.
Nodes read_circled(Reading& reading) {
    const auto outer = std::exchange(reading.alphabet, Alphabet::roman);
    const Nodes nodes = read_argument(reading);
    reading.alphabet = outer;
    const std::string inside = plain_words(nodes).value_or("");
    int number = 0;
    const auto read = std::from_chars(inside.data(), inside.data() + inside.size(), number);
    const bool whole = read.ptr == inside.data() + inside.size();
    char32_t circled = 0;
    if (whole && number >= 1 && number <= 20) circled = U'①' + static_cast<char32_t>(number - 1);
    if (inside == "0") circled = U'⓪';
    if (inside.size() == 1 && ascii::is_upper(inside[0]))
        circled = U'Ⓐ' + static_cast<char32_t>(inside[0] - 'A');
    if (inside.size() == 1 && ascii::is_lower(inside[0]))
        circled = U'ⓐ' + static_cast<char32_t>(inside[0] - 'a');
    if (circled == 0) return {{Fenced{"(", ")", nodes}}};
    std::string sign;
    text::append_code_point(sign, circled);
    return {{Identifier{sign, true}}};
}

/// `\verb|…|`: as it is written, up to the next of the sign that it begins with.
Nodes read_verbatim(Reading& reading) {
    const std::string_view mark = reading.lexer.take_written().text;
    const auto inside = mark.empty() ? std::nullopt : reading.lexer.take_raw_until(mark);
    if (!inside) return {reading.keep("\\verb")};
    return {{Words{std::string(*inside)}}};
}

/// Four forms of a formula, of which the one for the place is read.
Nodes read_choice(Reading& reading) {
    Nodes display = read_argument(reading), text = read_argument(reading);
    read_argument(reading);
    read_argument(reading);
    return grouped(reading.place == Place::own_line ? std::move(display) : std::move(text));
}

struct RoomCommand {
    std::string_view command;
    Padded room;
};
const std::array<RoomCommand, 9>& rooms() {
    static const std::array<RoomCommand, 9> rooms = {
        {{"phantom", {}},
         {"hphantom", {false, true, false, false, Lap::none, {}}},
         {"vphantom", {false, false, true, true, Lap::none, {}}},
         {"mathrlap", {true, true, true, true, Lap::right, {}}},
         {"mathllap", {true, true, true, true, Lap::left, {}}},
         {"mathclap", {true, true, true, true, Lap::both, {}}},
         {"rlap", {true, true, true, true, Lap::right, {}}},
         {"llap", {true, true, true, true, Lap::left, {}}},
         {"clap", {true, true, true, true, Lap::both, {}}}}};
    return rooms;
}

Nodes read_smash(Reading& reading) {
    const auto side = reading.lexer.take_raw_option();
    Padded padded{true, true, side && *side == "b", side && *side == "t", Lap::none, {}};
    padded.body = read_argument(reading);
    return {{std::move(padded)}};
}

Nodes read_room(const RoomCommand& command, Reading& reading) {
    Padded padded = command.room;
    if (!command.command.starts_with("math") && padded.lap != Lap::none)
        padded.body = read_words(reading.lexer.take_raw_argument(), {}, reading);
    else
        padded.body = read_argument(reading);
    return {{std::move(padded)}};
}

}  // namespace

std::optional<Nodes> read_look(std::string_view name, Reading& reading) {
    if (is_one_of(name, {"hspace", "kern", "mkern", "mskip", "hskip", "mspace"}))
        return read_space(name, reading);
    if (is_one_of(name, {"color", "textcolor", "colorbox", "fcolorbox"}))
        return read_colour(name, reading);
    if (is_one_of(name, {"href", "url"})) return read_link(name, reading);
    if (const auto* found = find_command(rooms(), name)) return read_room(*found, reading);
    if (name == "textcircled") return read_circled(reading);
    if (name == "verb") return read_verbatim(reading);
    if (name == "mathchoice") return read_choice(reading);
    if (name == "smash") return read_smash(reading);
    if (const auto* found = find_command(letter_sizes, name))
        return Nodes{{Sized{found->percent, read_row(reading, reading.stop)}}};
    if (name == "boxed") {
        Nodes body = {{Styled{StyleLevel::display, read_argument(reading)}}};
        return Nodes{{Enclosed{true, false, false, false, std::move(body)}}};
    }
    if (name == "cancel")
        return Nodes{{Enclosed{false, true, false, false, read_argument(reading)}}};
    if (name == "bcancel")
        return Nodes{{Enclosed{false, false, true, false, read_argument(reading)}}};
    if (name == "xcancel")
        return Nodes{{Enclosed{false, true, true, false, read_argument(reading)}}};
    if (name == "sout") return Nodes{{Enclosed{false, false, false, true, read_argument(reading)}}};
    if (name == "vcenter") return read_argument(reading);
    return std::nullopt;
}

}  // namespace triptych::doc::tex
