#include "decoder/common/colours.hpp"

#include <lcms2.h>

#include <memory>
#include <string>
#include <type_traits>

namespace triptych::decoder {
namespace {

struct ReleaseColours {
    void operator()(void* profile) const { ::cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ReleaseColours>;

struct DeleteTransform {
    void operator()(void* transform) const { ::cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, DeleteTransform>;

struct Form {
    ::cmsUInt32Number format;
    ::cmsColorSpaceSignature space;
};

Form form_of(Channels channels) {
    switch (channels) {
        case Channels::rgba:
            return {TYPE_RGBA_8, cmsSigRgbData};
        case Channels::grey:
            return {COLORSPACE_SH(PT_GRAY) | EXTRA_SH(3) | CHANNELS_SH(1) | BYTES_SH(1),
                    cmsSigGrayData};
        case Channels::cmyk:
            return {TYPE_CMYK_8, cmsSigCmykData};
        case Channels::inverted_cmyk:
            return {TYPE_CMYK_8_REV, cmsSigCmykData};
    }
    return {TYPE_RGBA_8, cmsSigRgbData};
}

/// Whether colours come out as they go in, within rounding.
bool changes_nothing(void* work) {
    for (int red = 0; red < 256; red += 51)
        for (int green = 0; green < 256; green += 51)
            for (int blue = 0; blue < 256; blue += 51) {
                const unsigned char from[4] = {static_cast<unsigned char>(red),
                                               static_cast<unsigned char>(green),
                                               static_cast<unsigned char>(blue), 255};
                unsigned char to[3] = {};
                ::cmsDoTransform(work, from, to, 1);
                for (int c = 0; c < 3; ++c)
                    if (to[c] > from[c] + 1 || to[c] + 1 < from[c]) return false;
            }
    return true;
}

bool transform(Pixels& pixels, void* from, Channels channels) {
    const Form form = form_of(channels);
    if (from == nullptr || ::cmsGetColorSpace(from) != form.space) return false;
    const Profile srgb(::cmsCreate_sRGBProfile());
    const Transform work(::cmsCreateTransform(from, form.format, srgb.get(), TYPE_RGB_8,
                                              INTENT_RELATIVE_COLORIMETRIC,
                                              cmsFLAGS_BLACKPOINTCOMPENSATION));
    if (!work) return false;
    if (channels == Channels::rgba && changes_nothing(work.get())) return true;
    const bool opaque = channels == Channels::cmyk || channels == Channels::inverted_cmyk;
    std::string row(std::size_t{3} * pixels.width, '\0');
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        char* const own = pixels.rgba.data() + std::size_t{4} * pixels.width * y;
        ::cmsDoTransform(work.get(), own, row.data(), pixels.width);
        for (std::size_t x = 0; x < pixels.width; ++x) {
            for (std::size_t c = 0; c < 3; ++c) own[4 * x + c] = row[3 * x + c];
            if (opaque) own[4 * x + 3] = '\xFF';
        }
    }
    return true;
}

}  // namespace

bool to_srgb(Pixels& pixels, std::string_view profile, Channels channels) {
    if (profile.empty() || profile.size() > std::size_t{8} << 20) return false;
    const Profile from(
        ::cmsOpenProfileFromMem(profile.data(), static_cast<::cmsUInt32Number>(profile.size())));
    return transform(pixels, from.get(), channels);
}

void display_p3_to_srgb(Pixels& pixels) {
    const ::cmsCIExyY white{0.3127, 0.3290, 1};
    const ::cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
    const double curve_of_srgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    ::cmsToneCurve* const curve = ::cmsBuildParametricToneCurve(nullptr, 4, curve_of_srgb);
    ::cmsToneCurve* const curves[] = {curve, curve, curve};
    const Profile p3(::cmsCreateRGBProfile(&white, &primaries, curves));
    transform(pixels, p3.get(), Channels::rgba);
    ::cmsFreeToneCurve(curve);
}

}  // namespace triptych::decoder
