#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "verify/rules.hpp"
#include "verify/to_unicode.hpp"

namespace triptych::verify {

namespace {

constexpr std::size_t longest_string = 32767, longest_name = 127;
constexpr double least_page = 3, greatest_page = 14400;

constexpr std::array filters = {"/ASCIIHexDecode",  "/ASCII85Decode",  "/FlateDecode",
                                "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
                                "/DCTDecode",       "/JPXDecode"};
constexpr std::array forbidden_actions = {
    "/Launch",      "/Sound",     "/Movie", "/ResetForm",  "/ImportData", "/Hide",
    "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript", "/SetState"};
constexpr std::array blend_modes = {
    "/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
    "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
    "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
constexpr std::array intents = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual",
                                "/Saturation"};
constexpr std::array boxes = {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"};

/// Texts that are shown or read out.
constexpr std::array spoken_texts = {"/Title", "/Contents", "/Desc", "/T", "/TU", "/Subj"};

/// Keys that no dictionary of the kind may have.
struct ForbiddenKey {
    const char* key;
    const char* clause;
};
constexpr std::array forbidden_anywhere = {
    ForbiddenKey{"/AA", "ISO 19005-2 6.5.2"},
    ForbiddenKey{"/XFA", "ISO 19005-2 6.4.2"},
    ForbiddenKey{"/EF", "ISO 19005-2 6.8"},
    ForbiddenKey{"/PresSteps", "ISO 19005-2 6.10"},
    ForbiddenKey{"/AlternatePresentations", "ISO 19005-2 6.10"},
    ForbiddenKey{"/OPI", "ISO 19005-2 6.2.8"},
    ForbiddenKey{"/Alternates", "ISO 19005-2 6.2.8"},
    ForbiddenKey{"/TR", "ISO 19005-2 6.2.5"},
    ForbiddenKey{"/HTP", "ISO 19005-2 6.2.5"}};
constexpr std::array forbidden_in_streams = {ForbiddenKey{"/F", "ISO 19005-2 6.1.7.1"},
                                             ForbiddenKey{"/FFilter", "ISO 19005-2 6.1.7.1"},
                                             ForbiddenKey{"/FDecodeParms", "ISO 19005-2 6.1.7.1"}};
constexpr std::array forbidden_in_forms = {
    ForbiddenKey{"/PS", "ISO 19005-2 6.2.9"}, ForbiddenKey{"/Subtype2", "ISO 19005-2 6.2.9"},
    ForbiddenKey{"/Ref", "ISO 14289-1 7.20"}, ForbiddenKey{"/StructParents", "ISO 14289-1 7.20"}};

/// What of the file objects are held against.
struct FileFacts {
    Purpose purpose{};
    std::string colours;         ///< of the output intent
    std::set<Number> role_maps;  ///< objects whose keys are names of types
};

/// Holds one indirect object, with all that is written in it, against the rules.
class ObjectCheck {
public:
    ObjectCheck(QPDFObjectHandle object, const FileFacts& facts, Report& report)
        : report_(report),
          facts_(facts),
          place_(" (object " + std::to_string(object.getObjectID()) + ")") {
        open_.push_back(object);
    }

    void run() {
        while (!open_.empty()) {
            QPDFObjectHandle value = open_.back();
            open_.pop_back();
            check(value);
        }
    }

private:
    void check(QPDFObjectHandle value) {
        if (value.isStream()) {
            check_stream(value.getDict());
            if (value.getDict().getKey("/Subtype").isNameAndEquals("/Image"))
                check_samples(value, place_, report_);
            open_.push_back(value.getDict());
        } else if (value.isDictionary()) {
            check_dictionary(value);
            for (const auto& [key, entry] : value.getDictAsMap()) {
                limit(key.size() - 1 <= longest_name, "a name is too long");
                if (key != "/RoleMap" && key != "/RoleMapNS") push(entry);
            }
        } else if (value.isArray()) {
            check_colour_space(value);
            for (const auto& item : value.getArrayAsVector()) push(item);
        } else {
            check_simple(value);
        }
    }

    void push(QPDFObjectHandle value) {
        if (!value.isIndirect()) open_.push_back(value);
    }

    /// A space of colours, or one that another is based on.
    void check_device(QPDFObjectHandle space) {
        if (space.isName() && facts_.purpose != Purpose::printing)
            report_.expect(covers(facts_.colours, space.getName()), "ISO 19005-2 6.2.4.3",
                           uncovered(space.getName()) + place_);
    }

    void check_simple(QPDFObjectHandle value) {
        if (value.isString()) {
            limit(value.getStringValue().size() <= longest_string, "a string is too long");
        } else if (value.isName()) {
            limit(value.getName().size() - 1 <= longest_name, "a name is too long");
            report_.expect(is_utf8(value.getName()), "ISO 19005-2 6.1.8",
                           "a name is not UTF-8" + place_);
        } else if (value.isInteger()) {
            const long long number = value.getIntValue();
            limit(number >= std::numeric_limits<std::int32_t>::min() &&
                      number <= std::numeric_limits<std::int32_t>::max(),
                  "a number is too large");
        } else if (value.isReal()) {
            limit(is_sound_real(value), "a real number is out of bounds");
        }
    }

    void limit(bool holds, const char* message) {
        report_.expect(holds, "ISO 19005-2 6.1.13", message + place_);
    }

    template <typename Keys>
    void forbid(const Keys& keys, QPDFObjectHandle dictionary) {
        for (const ForbiddenKey& forbidden : keys)
            report_.expect(!dictionary.hasKey(forbidden.key), forbidden.clause,
                           std::string("the key ") + forbidden.key + " is not allowed" + place_);
    }

    void check_dictionary(QPDFObjectHandle value) {
        if (facts_.role_maps.count(value.getObjectID()) != 0 && value.isIndirect()) return;
        for (const char* key : spoken_texts)
            if (facts_.purpose == Purpose::modern && value.getKey(key).isString())
                report_.expect(!has_private_use(value.getKey(key).getUTF8Value()),
                               "ISO 14289-2 8.6", "a text has characters for private use" + place_);
        for (const char* key : {"/ColorSpace", "/CS"}) check_device(value.getKey(key));
        forbid(forbidden_anywhere, value);
        QPDFObjectHandle action = value.getKey("/S"), mode = value.getKey("/BM");
        const bool allowed =
            facts_.purpose == Purpose::modern && action.isNameAndEquals("/JavaScript");
        if (action.isName())
            report_.expect(allowed || !is_one_of(forbidden_actions, action.getName()),
                           "ISO 19005-2 6.5.1", "an action is not allowed" + place_);
        if (mode.isName())
            report_.expect(is_one_of(blend_modes, mode.getName()), "ISO 19005-2 6.2.10",
                           "a blend mode is unknown" + place_);
        for (const char* box : boxes) check_box(value.getKey(box));
    }

    void check_box(QPDFObjectHandle box) {
        if (!box.isRectangle()) return;
        const auto sides = box.getArrayAsRectangle();
        for (const double side : {sides.urx - sides.llx, sides.ury - sides.lly})
            limit(side >= least_page && side <= greatest_page, "a page is too small or too large");
    }

    void check_stream(QPDFObjectHandle entries) {
        forbid(forbidden_in_streams, entries);
        QPDFObjectHandle filter = entries.getKey("/Filter");
        for (QPDFObjectHandle one :
             filter.isArray() ? filter.getArrayAsVector() : std::vector{filter})
            report_.expect(!one.isName() || is_one_of(filters, one.getName()),
                           "ISO 19005-2 6.1.7.2", "a filter is not allowed" + place_);
        QPDFObjectHandle subtype = entries.getKey("/Subtype");
        if (subtype.isNameAndEquals("/Form")) forbid(forbidden_in_forms, entries);
        if (subtype.isNameAndEquals("/Image")) check_image(entries);
        report_.expect(!subtype.isNameAndEquals("/PS"), "ISO 19005-2 6.2.9",
                       "a PostScript XObject is not allowed" + place_);
    }

    void check_image(QPDFObjectHandle entries) {
        QPDFObjectHandle smooth = entries.getKey("/Interpolate"),
                         intent = entries.getKey("/Intent");
        report_.expect(!smooth.isBool() || !smooth.getBoolValue(), "ISO 19005-2 6.2.8",
                       "a picture asks to be interpolated" + place_);
        report_.expect(!intent.isName() || is_one_of(intents, intent.getName()),
                       "ISO 19005-2 6.2.6", "a rendering intent is unknown" + place_);
        QPDFObjectHandle bits = entries.getKey("/BitsPerComponent");
        if (!bits.isInteger()) return;
        const long long depth = bits.getIntValue();
        QPDFObjectHandle stencil = entries.getKey("/ImageMask");
        const bool mask = stencil.isBool() && stencil.getBoolValue();
        report_.expect(!mask || depth == 1, "ISO 19005-2 6.2.8",
                       "a stencil has more than one bit a sample" + place_);
        report_.expect(depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16,
                       "ISO 19005-2 6.2.8", "a picture has an odd depth" + place_);
    }

    void check_colour_space(QPDFObjectHandle array) {
        const std::size_t items = array.getArrayNItems() > 0 && array.getArrayItem(0).isName()
                                      ? static_cast<std::size_t>(array.getArrayNItems())
                                      : 0;
        const auto is = [&](const char* kind) {
            return array.getArrayItem(0).isNameAndEquals(kind);
        };
        if (items >= 2 && (is("/Indexed") || is("/Pattern"))) check_device(array.getArrayItem(1));
        if (items >= 3 && (is("/Separation") || is("/DeviceN")))
            check_device(array.getArrayItem(2));
        if (array.getArrayNItems() != 2 || !array.getArrayItem(0).isNameAndEquals("/ICCBased"))
            return;
        QPDFObjectHandle stream = array.getArrayItem(1);
        const std::string profile = stream_text(stream);
        report_.expect(is_usable_profile(profile, {}), "ISO 19005-2 6.2.4.2",
                       "a colour profile is not allowed" + place_);
        if (!stream.isStream() || profile.size() < 20) return;
        const std::string colours = profile.substr(16, 4);
        const long long channels = colours == "GRAY" ? 1 : colours == "CMYK" ? 4 : 3;
        QPDFObjectHandle count = stream.getDict().getKey("/N");
        report_.expect(count.isInteger() && count.getIntValue() == channels, "ISO 32000-1 8.6.5.5",
                       "N is not the number of channels of a colour profile" + place_);
    }

    Report& report_;
    const FileFacts& facts_;
    std::string place_;
    std::vector<QPDFObjectHandle> open_;
};

}  // namespace

void check_objects(QPDF& file, Purpose purpose, Report& report) {
    FileFacts facts{purpose, output_colours(file), {}};
    const auto objects = file.getAllObjects();
    for (QPDFObjectHandle object : objects)
        if (object.isDictionary())
            for (const char* key : {"/RoleMap", "/RoleMapNS"})
                if (QPDFObjectHandle map = object.getKey(key); map.isIndirect())
                    facts.role_maps.insert(map.getObjectID());
    for (const QPDFObjectHandle& object : objects) ObjectCheck(object, facts, report).run();
}

}  // namespace triptych::verify
