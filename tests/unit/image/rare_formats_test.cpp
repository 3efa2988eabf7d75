#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "image/decoder.hpp"
#include "image/raster.hpp"
#include "image/rendition.hpp"
#include "image/store.hpp"
#include "image/web_picture.hpp"
#include "samples.hpp"

using namespace triptych;
using namespace triptych::image;
using samples::level;

namespace {

/// 32 × 16 pixels, the left half red, the right half blue.
constexpr std::string_view two_colours_heic(
    "\000\000\000\034ftypheic\000\000\000\000mif1heicmiaf\000\000\001\255meta\000\000\000\000"
    "\000\000\000!hdlr\000\000\000\000\000\000\000\000pict\000\000\000\000\000\000\000\000\000"
    "\000\000\000\000\000\000\000\016pitm\000\000\000\000\000\002\000\000\000\020idat\000\000"
    "\000\000\000 \000\020\000\000\0008iloc\001\000\000\000D@\000\002\000\001\000\000\000\000"
    "\000\000\001\321\000\001\000\000\000\000\000\000\000\347\000\002\000\001\000\000\000\000"
    "\000\000\000\001\000\000\000\000\000\000\000\010\000\000\0008iinf\000\000\000\000\000\002"
    "\000\000\000\025infe\002\000\000\001\000\001\000\000hvc1\000\000\000\000\025infe\002\000"
    "\000\000\000\002\000\000grid\000\000\000\000\330iprp\000\000\000\266ipco\000\000\000vhvcC"
    "\001\003p\000\000\000\000\000\000\000\000\000\036\360\000\374\375\370\370\000\000\017\003 "
    "\000\001\000\030@\001\014\001\377\377\003p\000\000\003\000\220\000\000\003\000\000\003\000"
    "\036\272\002@!\000\001\000*B\001\001\003p\000\000\003\000\220\000\000\003\000\000\003\000"
    "\036\240 \201\005\226\352\256\232\346\340@@\300\200\000\000\003\000\200\000\000\003\000\204"
    "\042\000\001\000\006D\001\301s\301\211\000\000\000\024ispe\000\000\000\000\000\000\000@\000"
    "\000\000@\000\000\000\024ispe\000\000\000\000\000\000\000 \000\000\000\020\000\000\000\020p"
    "ixi\000\000\000\000\003\010\010\010\000\000\000\032ipma\000\000\000\000\000\000\000\002\000"
    "\001\002\201\002\000\002\002\003\204\000\000\000\032iref\000\000\000\000\000\000\000\016dim"
    "g\000\002\000\001\000\001\000\000\000\357mdat\000\000\000\343(\001\257\0062\035\003\367\260"
    "\211 \360\277\265\004\377\377\366T\377e\374\227Z\223\252\375\253\266R\377Qr\377\377\320\022"
    ";}p\217\350<\357\375\024X\262\256\337\3703\340\037\077_j\233\025\042=\220;\360\357 k\226"
    "\213\305\273.`\223\032\257\271]g\300\177$\363Z\336!\351J\357\275*\205\231\212\263\360\220J"
    "\021\015\344n\003\263|\275s~`\210\216\002\254\255c\305\010]r4\310l\354@\012m\210!*rb\356"
    "\302\217\007\244\225;3\312\266\023\330\205\000\237\342\265\371\253\026\036\305\201:W\277v"
    "\227\343u\025\334u\322\347,\200,\003;\237\206\367\265\254\035\255\262\362\254^\306d=\320"
    "\360aX\021\253\033\256\042\365\026\364\332\234\246\262\276=F0\042 \026Dsc7O\315Z\223\257"
    "\227\363\247\037\236\264\242\323\036x",
    696);
constexpr std::string_view two_colours_jxl(
    "\377\012\303A$\010\002\001\000\204\000K\030\213\025\000\034.3\306\030c^^ \004\000\351\340"
    "\364\000\377D\302\355@E(\243\200\270\027(\221",
    44);

const Decoder rare_decoder(TRIPTYCH_MODULES_FOLDER "/triptych-decoder");

std::string little(std::uint32_t value, unsigned bytes) {
    std::string out;
    for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i % 32) & 0xFF);
    return out;
}

/// Windows' bitmap of 3 × 2 pixels; rows from the bottom.
std::string bitmap(std::uint32_t bits, std::uint32_t compression, const std::string& palette,
                   const std::string& rows, std::int32_t height = 2) {
    const std::uint32_t offset = 54 + static_cast<std::uint32_t>(palette.size());
    return "BM" + little(0, 8) + little(offset, 4) + little(40, 4) + little(3, 4) +
           little(static_cast<std::uint32_t>(height), 4) + little(1, 2) + little(bits, 2) +
           little(compression, 4) + little(0, 20) + palette + rows;
}

std::string colours_of(const std::string& file) {
    const auto raster = decode(file, &rare_decoder);
    if (!raster) return "unreadable";
    std::string out;
    for (std::size_t i = 0; i + 2 < raster->pixels.size(); i += 3) {
        const auto at = [&](std::size_t c) { return level(raster->pixels[i + c]) > 127; };
        out += at(0) && at(1) ? 'w' : at(0) ? 'r' : at(1) ? 'g' : at(2) ? 'b' : '.';
    }
    return out;
}

/// An uncompressed TIFF of 2 × 1 pixels, red and blue.
std::string tiff(std::uint32_t orientation) {
    const auto entry = [](std::uint32_t tag, std::uint32_t value) {
        return little(tag, 2) + little(3, 2) + little(1, 4) + little(value, 4);
    };
    const std::string entries = entry(256, 2) + entry(257, 1) + entry(258, 8) + entry(259, 1) +
                                entry(262, 2) + entry(273, 8) + entry(274, orientation) +
                                entry(277, 3) + entry(278, 1) + entry(279, 6);
    const std::string pixels("\xFF\0\0\0\0\xFF\0\0", 8);
    return std::string("II*\0", 4) + little(16, 4) + pixels + little(10, 2) + entries +
           little(0, 4);
}

}  // namespace

TEST_CASE("bitmaps are read in all their depths") {
    const std::string palette("\0\0\xFF\0\0\xFF\0\0\xFF\0\0\0", 12);  // red, green, blue
    const std::string row("\0\0\xFF\0\xFF\0\xFF\0\0\0\0\0", 12), dark(12, '\0');
    CHECK(colours_of(bitmap(24, 0, "", row + dark)) == "...rgb");
    CHECK(colours_of(bitmap(24, 0, "", row + dark, -2)) == "rgb...");
    CHECK(colours_of(bitmap(8, 0, palette, std::string("\0\1\2\0\2\2\2\0", 8))) == "bbbrgb");
    CHECK(colours_of(bitmap(4, 0, palette, std::string("\x01\x20\0\0\x22\x20\0\0", 8))) ==
          "bbbrgb");
    CHECK(colours_of(bitmap(1, 0, palette, std::string("\x40\0\0\0\xE0\0\0\0", 8))) == "gggrgr");
    CHECK(colours_of(
              bitmap(16, 0, "", std::string("\0\x7C\xE0\x03\x1F\0\0\0\xFF\x7F\0\0\0\0\0\0", 16))) ==
          "w..rgb");
    // Three of one colour, end of the row; three as they are, padded; end.
    CHECK(colours_of(bitmap(8, 1, palette, std::string("\3\2\0\0\0\3\0\1\2\0\0\1", 12))) ==
          "rgbbbb");
    CHECK(colours_of(bitmap(24, 0, "", row)) == "unreadable");
    CHECK(colours_of(bitmap(5, 0, "", row + dark)) == "unreadable");
    CHECK_FALSE(probe(bitmap(24, 0, "", "", 0)));
}

TEST_CASE("TIFF is read upright") {
    const auto info = probe(tiff(6));
    REQUIRE(info);
    CHECK(info->format == Format::tiff);
    CHECK(info->width == 1);
    CHECK(info->height == 2);
    CHECK(colours_of(tiff(1)) == "rb");
    const auto turned_right = decode(tiff(6), &rare_decoder);
    REQUIRE(turned_right);
    CHECK(turned_right->width == info->width);
    CHECK(turned_right->height == info->height);
    CHECK(colours_of(tiff(3)) == "br");
}

TEST_CASE("HEIC and JPEG XL are read") {
    for (const auto file : {two_colours_heic, two_colours_jxl}) {
        const auto info = probe(file);
        REQUIRE(info);
        CHECK(info->width == 32);
        CHECK(info->height == 16);
        const std::string colours = colours_of(std::string(file));
        REQUIRE(colours.size() == 32 * 16);
        CHECK(colours.substr(0, 14) == std::string(14, 'r'));
        CHECK(colours.substr(18, 14) == std::string(14, 'b'));
        const auto made = render(file, {{8, 8, AlphaPlace::inside}}, &rare_decoder);
        REQUIRE(made.front());
        CHECK(made.front()->format == Format::jpeg);
    }
    CHECK(probe(two_colours_heic)->format == Format::heic);
    CHECK(probe(two_colours_jxl)->format == Format::jxl);
}

TEST_CASE("every truncation of a rare picture is refused or shown, and never crashes") {
    const std::string palette("\0\0\xFF\0\0\xFF\0\0\xFF\0\0\0", 12);
    const std::string packed =
        bitmap(8, 1, palette, std::string("\3\2\0\2\1\1\0\3\0\1\2\0\0\1", 14));
    for (const auto& whole : {std::string(two_colours_heic.substr(0, 300)),
                              std::string(two_colours_jxl), tiff(1), packed})
        for (std::size_t size = 0; size < whole.size(); size += 3)
            decode(whole.substr(0, size), &rare_decoder);
}

TEST_CASE("an animation is told by its second frame") {
    const std::string head("GIF89a\x01\0\x01\0\x80\0\0\xFF\0\0\0\0\0", 19);
    const std::string frame(",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 15);
    const std::string delay("!\xF9\4\0\0\0\0\0", 8);
    const auto is_animated = [](const std::string& file) { return probe(file)->animated; };
    CHECK_FALSE(is_animated(head + delay + frame + ";"));
    CHECK(is_animated(head + delay + frame + delay + frame + ";"));
    CHECK_FALSE(is_animated(head + "!" + std::string(40, '!')));
}
