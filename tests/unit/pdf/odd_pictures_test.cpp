#include "../../odd_pictures.hpp"

#include <doctest/doctest.h>

#include "pdf/images/jpeg.hpp"
#include "sample.hpp"
#include "verify/verify.hpp"

using namespace triptych;
using namespace triptych::pages;
using odd_pictures::jpeg;
using sample::holds;
using sample::Maker;
using namespace std::string_literals;

namespace {

const std::string orange = "\xFF\x40\0"s;

std::string file_with(const std::string& picture, Maker& maker) {
    maker.page();
    const ElementId figure = maker.element(Tag::figure);
    maker.at(figure).alternative = "Une couleur";
    maker.pictures.emplace("picture", picture);
    maker.item(figure, 30, 30, Picture{MediaId{0}, {Length::points(72), Length::points(72)}, {}});
    return maker.write();
}

/// What is wrong with a file that shows the picture.
std::string faults_with(const std::string& picture) {
    Maker maker;
    std::string out;
    for (const auto& violation : verify::verify(file_with(picture, maker)))
        out += violation.clause + ' ' + violation.message + '\n';
    for (const auto& diagnostic : maker.diagnostics.all())
        out += diagnostic.message.english() + '\n';
    return out;
}

/// Whether the file of the picture is in the PDF as it is.
bool passes_through(const std::string& picture) {
    Maker maker;
    return holds(file_with(picture, maker), picture);
}

/// Components are called R, G and B in the frame and in the scan.
std::string named_rgb(std::string file) {
    const auto frame = file.find("\xFF\xC0"), scan = file.find("\xFF\xDA");
    for (std::size_t i = 0; i < 3; ++i)
        file[frame + 10 + 3 * i] = file[scan + 5 + 2 * i] = "RGB"[i];
    return file;
}

/// An ICC profile of no tags but its header, of 132 bytes.
std::string hollow_profile() {
    std::string out(132, '\0');
    out[3] = static_cast<char>(132);
    out.replace(8, 1, "\4");
    out.replace(12, 8, "mntrRGB ");
    out.replace(36, 4, "acsp");
    return out;
}

}  // namespace

TEST_CASE("PNG files of every kind go in and break no rule") {
    for (const auto& png : odd_pictures::pngs()) {
        CAPTURE(png.name);
        CHECK(faults_with(png.file()).empty());
    }
}

TEST_CASE("a PNG file with more colours than its indices can name is no palette for a PDF") {
    odd_pictures::Png png{"", 1, 3, "\0"s, orange, {}};
    png.before = odd_pictures::png_chunk("PLTE", orange + orange + orange);
    Maker maker;
    CHECK_FALSE(holds(file_with(png.file(), maker), "/Indexed /DeviceRGB 2"));
}

TEST_CASE("JPEG files of print shops become colours of the screen") {
    for (const char transform : {'\0', '\2'}) {
        std::string inks = jpeg(TJPF_CMYK, "\xFF\x40\0\xFF"s);
        inks[inks.find("Adobe") + 11] = transform;
        CAPTURE(int{transform});
        CHECK(faults_with(inks).empty());
        Maker maker;
        const std::string file = file_with(inks, maker);
        CHECK(holds(file, "/ColorSpace /DeviceRGB"));
        CHECK_FALSE(holds(file, "DeviceCMYK"));
    }
}

TEST_CASE("progressive JPEG files and those with fill bytes go in as they are") {
    const std::string plain = jpeg(TJPF_RGB, orange);
    CHECK(passes_through(plain));
    CHECK(passes_through(jpeg(TJPF_RGB, orange, TJFLAG_PROGRESSIVE)));
    CHECK(passes_through(plain.substr(0, 2) + "\xFF\xFF\xFF" + plain.substr(2)));
    CHECK(passes_through(jpeg(TJPF_GRAY, "\x60")));
}

TEST_CASE("JPEG files whose colours a reader of PDF would take for others are made anew") {
    const std::string plain = odd_pictures::without_applications(jpeg(TJPF_RGB, orange));
    CHECK(passes_through(plain));
    CHECK_FALSE(passes_through(named_rgb(plain)));
    CHECK(faults_with(named_rgb(plain)).empty());
    const auto with_adobe = [](const std::string& file, char transform) {
        return odd_pictures::with_segment(file, '\xEE', odd_pictures::adobe_segment(transform));
    };
    CHECK(passes_through(with_adobe(plain, 0)));
    CHECK(passes_through(with_adobe(plain, 1)));
    CHECK_FALSE(passes_through(with_adobe(jpeg(TJPF_RGB, orange), 0)));
}

TEST_CASE("a profile whose tags are not there is left out") {
    const auto with_profile = [](const std::string& profile) {
        return odd_pictures::with_segment(jpeg(TJPF_RGB, orange), '\xE2',
                                          "ICC_PROFILE\0\1\1"s + profile);
    };
    CHECK(pdf::jpeg_header(with_profile(hollow_profile()))->profile.empty());
    std::string lying = hollow_profile();
    lying[131] = 1;
    lying += "rXYZ" + odd_pictures::big_endian(144, 4) + odd_pictures::big_endian(20, 4);
    lying[3] = static_cast<char>(lying.size());
    CHECK(pdf::jpeg_header(with_profile(lying))->profile.empty());
    CHECK(faults_with(with_profile(lying)).empty());
}

TEST_CASE("a JPEG file of 12 bits is reported and framed") {
    std::string deep = jpeg(TJPF_RGB, orange);
    deep[deep.find("\xFF\xC0") + 4] = 12;
    CHECK_FALSE(faults_with(deep).empty());
}
