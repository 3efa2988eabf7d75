#include "image/decoder.hpp"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "image/decoder_protocol.hpp"
#include "image/store.hpp"

using namespace triptych;
using namespace triptych::image;
using namespace std::string_literals;

namespace {

constexpr const char* program = TRIPTYCH_MODULES_FOLDER "/triptych-decoder";

/// A square with a convolution of so many numbers a side. librsvg 2.54 ends the process over large
/// ones; what it does with others does not matter here.
std::string square_with_convolution(int side) {
    std::string numbers;
    for (int i = 0; i < side * side; ++i) numbers += "1 ";
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><filter id="f">)"
           R"(<feConvolveMatrix order=")" +
           std::to_string(side) + R"(" kernelMatrix=")" + numbers +
           R"x("/></filter><rect width="10" height="10" fill="#f00" filter="url(#f)"/></svg>)x";
}
const std::string square =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#f00"/></svg>)";

svg::Drawing drawing_of(std::string document) {
    svg::Drawing drawing;
    drawing.drawable = std::move(document);
    return drawing;
}

std::string number(std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += i < 4 ? static_cast<char>(value >> (8 * i) & 0xFF) : '\0';
    return out;
}
std::string chunk(const char* name, const std::string& data) {
    return name + number(static_cast<std::uint32_t>(data.size()), 4) + data;
}
/// RFC 9649 §2.7: two frames of one pixel.
std::string animated_webp() {
    const std::string frame =
        chunk("ANMF", number(0, 12) + number(100, 3) + "\0"s +
                          chunk("VP8 ",
                                "\x30\x01\0\x9D\x01\x2A\x01\0\x01\0\x0E\xC0\xFE\x25\xA4\0\x03p"
                                "\0\0\0\0"s));
    const std::string body = "WEBP" + chunk("VP8X", "\x02\0\0\0"s + number(0, 6)) +
                             chunk("ANIM", number(0, 6)) + frame + frame;
    return chunk("RIFF", body);
}

/// A folder that is removed at the end.
class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "triptych-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a picture that ends its process can't be read, and those after it can") {
    const Decoder decoder(program);
    for (int i = 0; i < 2; ++i) {
        CHECK(decoder.draw_svg(drawing_of(square), 10, 10));
        decoder.draw_svg(drawing_of(square_with_convolution(21)), 10, 10);
        CHECK_FALSE(decoder.draw_svg(drawing_of("<svg"), 10, 10));
        CHECK(decoder.svg_to_pdf(drawing_of(square), 10, 10));
    }
}

TEST_CASE("a drawing in layers shows what it shows in one piece") {
    const std::string filters =
        R"(<defs><filter id="blur"><feGaussianBlur stdDeviation="2"/></filter>)"
        R"(<filter id="shadow" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="3" )"
        R"(dy="2" stdDeviation="1"/></filter></defs>)";
    const std::string shapes =
        R"x(<rect width="100" height="60" fill="#eee"/><g transform="translate(8 6) rotate(90) scale(1.1 -0.7)">)x"
        R"x(<rect width="18" height="12" fill="#0a0" filter="url(#shadow)"/><path )x"
        R"x(d="M0 0C10 30 40 0 60 20" stroke="#00f" fill="none"/><g fill="#c00"><circle cx="40" )x"
        R"x(cy="9" r="7" filter="url(#blur)"/></g></g><rect x="60" y="34" width="30" height="14" )x"
        R"x(filter="url(#shadow)" transform="scale(1.2)"/><rect x="50" y="20" width="9" height="9"/>)x";
    const Decoder decoder(program);
    for (const char* view :
         {R"(width="100" height="60")", R"(width="99.3" height="60" viewBox="0 0 100 60")",
          R"(width="120" height="60" viewBox="-5 3 100 60")"}) {
        CAPTURE(view);
        const auto divided = svg::clean(R"(<svg xmlns="http://www.w3.org/2000/svg" )" +
                                            std::string(view) + ">" + filters + shapes + "</svg>",
                                        {});
        REQUIRE(divided);
        CHECK(divided->layers.size() == 6);
        svg::Drawing whole = *divided;
        whole.layers.clear();
        for (const std::uint32_t width : {100U, 157U, 400U}) {
            const auto height =
                static_cast<std::uint32_t>(std::lround(width * divided->height / divided->width));
            const auto one = decoder.draw_svg(whole, width, height);
            const auto other = decoder.draw_svg(*divided, width, height);
            REQUIRE((one && other));
            REQUIRE(one->pixels.size() == other->pixels.size());
            int greatest = 0;
            for (std::size_t i = 0; i < one->pixels.size(); ++i)
                greatest = std::max(greatest, std::abs(one->pixels[i] - other->pixels[i]));
            CHECK(greatest <= 1);
        }
        CHECK(decoder.svg_to_pdf(*divided, 400, 240));
    }
}

TEST_CASE("a program that is not there, ends at once or is no decoder decodes nothing") {
    for (const char* other :
         {"", "/nowhere/triptych-decoder", "/bin/true", "/bin/false", "/bin/ls"}) {
        const Decoder decoder(other);
        CHECK_FALSE(decoder.draw_svg(drawing_of(square), 10, 10));
        CHECK_FALSE(decoder.svg_to_pdf(drawing_of(square), 10, 10));
        CHECK_FALSE(decoder.decode(Format::gif, "GIF89a"));
    }
}

TEST_CASE("the first frame of an animated WebP is shown") {
    const std::string webp = animated_webp();
    REQUIRE(probe(webp));
    const Decoder decoder(program);
    const auto raster = decoder.decode(Format::webp, webp);
    REQUIRE(raster);
    CHECK(raster->width == 1);
    CHECK(raster->height == 1);
}

TEST_CASE("a vector picture that two outputs ask for at once is drawn once") {
    const Scratch scratch;
    const auto log = scratch.path() / "log", script = scratch.path() / "decoder";
    std::ofstream(script) << "#!/bin/sh\necho started >>" << log << "\nexec " << program << "\n";
    REQUIRE(::chmod(script.c_str(), 0700) == 0);
    const auto files = memory_files({{"a.svg", square}});
    const Store store(*files, {"a.svg"}, nullptr, script.string());
    {
        const std::jthread other([&] { store.vectors(MediaId{0}); });
        CHECK(store.vectors(MediaId{0}));
    }
    CHECK(store.vectors(MediaId{0}));
    std::ifstream lines(log);
    CHECK(std::count(std::istreambuf_iterator<char>(lines), {}, '\n') == 1);
}

TEST_CASE("a decoder that is at work ends soon after whoever asked has gone") {
    // Hours of work.
    const std::string noise =
        "<svg xmlns='http://www.w3.org/2000/svg' width='4000' height='4000'><filter id='f'>"
        "<feTurbulence baseFrequency='0.01' numOctaves='100000'/></filter>"
        "<rect width='4000' height='4000' filter='url(#f)'/></svg>";
    int ends[2];
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    const ::pid_t decoder = ::fork();
    REQUIRE(decoder >= 0);
    if (decoder == 0) {
        ::dup2(ends[1], STDIN_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl(program, program, nullptr);
        ::_exit(1);
    }
    ::close(ends[1]);
    namespace protocol = image::protocol;
    const protocol::Request request{protocol::Work::draw_svg, 100'000'000, 4000, 4000,
                                    noise.size()};
    CHECK(protocol::send_all(ends[0], &request, sizeof request));
    CHECK(protocol::send_all(ends[0], noise.data(), noise.size()));
    ::close(ends[0]);
    int status = 0;
    CHECK(::waitpid(decoder, &status, 0) == decoder);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
}
