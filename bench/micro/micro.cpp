// Times the inner loops alone: bench_micro TEXT-FILE. Prints the best of several runs of each.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

#include "base/deflate.hpp"
#include "image/raster.hpp"
#include "image/store.hpp"
#include "style/sheet.hpp"
#include "typeset/inline/paragraph.hpp"
#include "typesetting_fixture.hpp"

namespace {

using namespace triptych;

constexpr int runs = 7;

/// Seconds of the fastest of several runs.
double best(const std::function<void()>& task) {
    using Clock = std::chrono::steady_clock;
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        task();
        least = std::min(least, std::chrono::duration<double>(Clock::now() - begin).count());
    }
    return least;
}

void print(const char* what, double seconds, double amount, const char* unit) {
    std::printf("%-44s %9.2f ms %9.2f %s\n", what, seconds * 1e3, amount / seconds / 1e6, unit);
}

std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.size() > 40) out.push_back(line);
    return out;
}

/// Sets paragraphs with the layout's body text, every time in a structure of its own.
class Setter {
public:
    explicit Setter(typeset::Resources resources)
        : resources_(std::move(resources)),
          style_(resources_.sheet.booklet.medium[style::Role::body].text) {}

    std::size_t set(const std::vector<std::string>& paragraphs) {
        typeset::Structure structure(pages::Tag::document);
        Diagnostics diagnostics;
        typeset::Context context{{resources_, book_, structure, diagnostics, "fr"},
                                 resources_.sheet.booklet.medium};
        std::size_t lines = 0;
        for (const auto& text : paragraphs)
            lines += typeset::set_paragraph({test::text(text), style_, Length::points(320), {}, {}},
                                            context)
                         .size();
        return lines;
    }

private:
    typeset::Resources resources_;
    doc::Book book_;
    style::TextStyle style_;
};

void bench_text(const std::string& text) {
    const test::Press press;
    const auto paragraphs = paragraphs_of(text);
    std::istringstream stream(text);
    const std::set<std::string> distinct(std::istream_iterator<std::string>(stream), {});
    const std::vector<std::string> words(distinct.begin(), distinct.end());
    const auto bytes = static_cast<double>(text.size());
    print("shaping each distinct word once", best([&] { Setter(press.resources()).set(words); }),
          static_cast<double>(words.size()), "M words/s");
    print("setting all paragraphs, nothing shaped yet",
          best([&] { Setter(press.resources()).set(paragraphs); }), bytes, "MB/s");
    Setter warm(press.resources());
    warm.set(paragraphs);
    print("the same again: breaking and placing lines", best([&] { warm.set(paragraphs); }), bytes,
          "MB/s");
}

std::string with_zlib(const std::string& bytes, int level) {
    uLongf size = compressBound(bytes.size());
    std::string out(size, '\0');
    compress2(reinterpret_cast<Bytef*>(out.data()), &size,
              reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), level);
    out.resize(size);
    return out;
}

void bench_deflate(const std::string& text) {
    std::string bytes;
    while (bytes.size() < 4'000'000) bytes += text;
    std::string packed;
    const auto amount = static_cast<double>(bytes.size());
    print("deflate", best([&] { packed = deflate(bytes); }), amount, "MB/s");
    std::printf("    %zu bytes from %zu\n", packed.size(), bytes.size());
    print("zlib's deflate at level 6", best([&] { packed = with_zlib(bytes, 6); }), amount, "MB/s");
    std::printf("    %zu bytes from %zu\n", packed.size(), bytes.size());
}

void bench_pictures() {
    image::Raster raster{3000, 2000, 3, std::string(std::size_t{3000} * 2000 * 3, '\0'), {}};
    std::uint32_t noise = 1;
    for (std::size_t i = 0; i < raster.pixels.size(); ++i) {
        noise = noise * 1664525 + 1013904223;
        raster.pixels[i] = static_cast<char>(i / 40000 + (noise >> 29));
    }
    const double pixels = 3000.0 * 2000;
    image::Raster small;
    print("scaling a picture to 1600 pixels", best([&] {
              small = *image::scaled_down(raster, {1600, 1600});
          }),
          pixels, "M pixels/s");
    const double fewer = static_cast<double>(small.width) * small.height;
    print("encoding the result as PNG", best([&] { image::encode_png(small); }), fewer,
          "M pixels/s");
    print("encoding the result as JPEG", best([&] { image::encode_jpeg(small, 86); }), fewer,
          "M pixels/s");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: bench_micro TEXT-FILE\n", stderr);
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) return 1;
    bench_text(text);
    bench_deflate(text);
    bench_pictures();
}
