#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// Channels of a colour space; 0 for one that is none of those we write.
long long channels_of(QPDFObjectHandle space) {
    if (space.isNameAndEquals("/DeviceGray")) return 1;
    if (space.isNameAndEquals("/DeviceRGB")) return 3;
    if (space.isNameAndEquals("/DeviceCMYK")) return 4;
    if (!space.isArray() || space.getArrayNItems() < 2) return 0;
    if (space.getArrayItem(0).isNameAndEquals("/Indexed")) return 1;
    QPDFObjectHandle profile = space.getArrayItem(1);
    if (!space.getArrayItem(0).isNameAndEquals("/ICCBased") || !profile.isStream()) return 0;
    QPDFObjectHandle count = profile.getDict().getKey("/N");
    return count.isInteger() ? count.getIntValue() : 0;
}

long long integer(QPDFObjectHandle value) { return value.isInteger() ? value.getIntValue() : 0; }

/// `[/Indexed base hival lookup]` with as many colours as it says.
bool is_sound_palette(QPDFObjectHandle space) {
    if (!space.isArray() || !space.getArrayItem(0).isNameAndEquals("/Indexed")) return true;
    if (space.getArrayNItems() != 4 || !space.getArrayItem(2).isInteger()) return false;
    const long long colours = space.getArrayItem(2).getIntValue() + 1;
    QPDFObjectHandle lookup = space.getArrayItem(3);
    const std::size_t size =
        lookup.isString() ? lookup.getStringValue().size() : stream_text(lookup).size();
    return colours >= 1 && colours <= 256 &&
           size == static_cast<std::size_t>(colours * channels_of(space.getArrayItem(1)));
}

}  // namespace

void check_samples(QPDFObjectHandle image, const std::string& where, Report& report) {
    QPDFObjectHandle entries = image.getDict(), space = entries.getKey("/ColorSpace");
    const long long width = integer(entries.getKey("/Width")),
                    height = integer(entries.getKey("/Height")),
                    bits = integer(entries.getKey("/BitsPerComponent"));
    report.expect(width > 0 && height > 0, "ISO 32000-1 8.9.5", "a picture has no size" + where);
    report.expect(is_sound_palette(space), "ISO 32000-1 8.6.6.3",
                  "a palette has other colours than it says" + where);
    const long long channels = channels_of(space);
    if (!entries.getKey("/Filter").isNameAndEquals("/FlateDecode") || channels == 0) return;
    const long long row = (width * bits * channels + 7) / 8;
    const auto data = image.getStreamData(qpdf_dl_generalized);
    report.expect(static_cast<long long>(data->getSize()) == row * height, "ISO 32000-1 8.9.5",
                  "a picture has other data than its size says" + where);
}

}  // namespace triptych::verify
