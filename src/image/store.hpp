#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/cache.hpp>
#include <triptych/files.hpp>
#include <triptych/message.hpp>

#include "base/ids.hpp"
#include "base/parallel.hpp"
#include "svg/clean.hpp"

/// Pictures: sniffed by content, decoded, scaled, encoded again.
namespace triptych::image {

enum class Format : std::uint8_t { unknown, png, jpeg, webp, gif, avif, svg, tiff, bmp, heic, jxl };

struct Info {
    Format format{};
    /// In pixels as shown, after the EXIF turn; of SVG in CSS pixels.
    std::uint32_t width = 0, height = 0;
    std::uint8_t orientation = 1;  ///< EXIF orientation, 1 when upright
    std::uint8_t channels = 3;     ///< 1 grey, 3 colour, 4 CMYK
    bool alpha = false;
    bool animated = false;  ///< it has more than one frame, or may have
    /// Its numbers mean other colours than those of sRGB (of PNG and JPEG files).
    bool foreign_colours = false;
};

/// Largest picture that is decoded, in pixels, and its longest side.
inline constexpr std::uint64_t most_pixels = 100'000'000, longest_side = 65535;

/// Reads the header only; nothing when the bytes are no picture we know or its size is out of
/// bounds.
std::optional<Info> probe(std::string_view bytes);
/// The same whatever its size, which may be 0.
std::optional<Info> probe_of_any_size(std::string_view bytes);

/// 8 bits a channel, rows from the top, no padding; 1 or 3 channels, and an alpha plane of its own
/// if there is one.
struct Raster {
    std::uint32_t width = 0, height = 0;
    std::uint8_t channels = 3;
    std::string pixels;
    std::string alpha;
};

class Decoder;

/// Why a picture can't be shown, to go on after "picture 'x.png' …: ", and what can be done.
struct Fault {
    Message reason;  ///< empty: its bytes make no sense
    Message hint;
};

/// The picture upright in sRGB at its own size, first frame of an animation. Without a decoder only
/// PNG and JPEG are read.
std::optional<Raster> decode(std::string_view bytes, const Decoder* decoder = nullptr);
/// A drawing as the PDF of one page that cairo writes: shapes stay shapes; only filters are drawn
/// as pixels. Nothing when that can't be done or would be larger than a picture in pixels.
std::optional<std::string> vector_pdf(const svg::Drawing& drawing, const Decoder& decoder);
std::string encode_png(const Raster& raster);
std::string encode_jpeg(const Raster& raster, int quality);

/// Where the transparency of a rendition goes: into its file, or into one of its own, as PDF wants
/// it.
enum class AlphaPlace : std::uint8_t { inside, apart };

/// What an output wants of a picture: to fit into so many pixels.
struct Fit {
    std::uint32_t width = 0, height = 0;
    AlphaPlace alpha{};
    friend auto operator<=>(const Fit&, const Fit&) = default;
};

/// A picture encoded for an output, upright and in sRGB: as JPEG when it came from a format for
/// photographs and is opaque, else as PNG.
struct Rendition {
    Format format{};
    std::string file;
    std::string mask;  ///< alpha as a grey PNG file, when it was wanted apart and there is any
};

struct Wish {
    MediaId media{};
    Fit fit;
    friend auto operator<=>(const Wish&, const Wish&) = default;
};

/// The pictures of one book by `MediaId`. Nothing is read before it is asked for. Safe to use from
/// several threads.
class Store {
public:
    /// `files` must outlive the store, and so must `cache`, which keeps renditions from one build
    /// to the next and may be null; `paths[i]` belongs to `MediaId(i)`. `decoder` is the path of
    /// the program for all formats but PNG, JPEG and BMP; empty: those can't be read. `setting`
    /// says how drawings are made; what it names must outlive the store, too.
    Store(const Files& files, std::vector<std::string> paths, Cache* cache = nullptr,
          const std::string& decoder = {}, svg::Setting setting = {});
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Nothing when the file is missing or no picture.
    std::optional<Info> info(MediaId media) const;
    /// The file; of an SVG picture the harmless copy, text in it still text.
    std::optional<std::string> bytes(MediaId media) const;
    /// What of an SVG picture is not as its author drew it.
    std::vector<svg::Finding> findings(MediaId media) const;
    /// Of a picture that can't be shown: why, by what its file says of itself. Reads it again.
    Fault fault(MediaId media) const;
    const std::string& path(MediaId media) const;
    std::size_t size() const;
    /// Whether a picture in a format for photographs looks like one: no colour covers much of it,
    /// as the ground of a screenshot or a diagram does. Decodes it, a JPEG at a reduced scale.
    bool is_photograph(MediaId media) const;
    /// The first id whose file has the same content (itself, when it is the first).
    MediaId same_as(MediaId media) const;

    /// Names the picture that stands for `light` on dark grounds; before anything else is asked.
    void pair(MediaId light, MediaId dark);
    /// That picture, where it can be read; nothing when there is none.
    std::optional<MediaId> dark(MediaId media) const;

    /// An SVG picture as `vector_pdf` gives it, drawn once however many outputs ask; beyond 32 MB
    /// of them, each time. Nothing when it can't be kept in vectors.
    std::shared_ptr<const std::string> vectors(MediaId media) const;

    /// Makes all these renditions on several threads, every picture decoded once for all of
    /// them, with bounded memory. Each is kept until `rendition` has given it as often as it stands
    /// in `wishes`; `rendition` must not be called before this returns.
    void prepare(const std::vector<Wish>& wishes, Threads& threads) const;
    /// A rendition that was prepared, or else made now; the same bytes either way. Nothing when the
    /// picture can't be read.
    std::optional<Rendition> rendition(const Wish& wish) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace triptych::image
