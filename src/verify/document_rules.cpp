#include <cmath>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

bool is_identifier(QPDFObjectHandle value) {
    if (!value.isArray() || value.getArrayNItems() != 2) return false;
    for (QPDFObjectHandle half : value.getArrayAsVector())
        if (!half.isString() || half.getStringValue().empty()) return false;
    return true;
}

void check_trailer(QPDF& file, Purpose purpose, Report& report) {
    QPDFObjectHandle trailer = file.getTrailer();
    report.expect(is_identifier(trailer.getKey("/ID")), "ISO 19005-2 6.1.3",
                  "the trailer has no ID of two strings");
    report.expect(!trailer.hasKey("/Encrypt"), "ISO 19005-2 6.1.3", "the file is encrypted");
    const bool modern = purpose == Purpose::modern;
    report.expect(starts_with(file.getPDFVersion(), modern ? "2." : "1."), "ISO 19005-2 6.1.2",
                  std::string("the header is not %PDF-") + (modern ? "2.n" : "1.n"));
}

/// A profile of the colours of a screen or printer, said to have as many channels as it has.
bool is_output_profile(QPDFObjectHandle stream) {
    const std::string profile = stream_text(stream);
    if (!is_usable_profile(profile, {})) return false;
    const std::string kind = profile.substr(12, 4), colours = profile.substr(16, 4);
    const long long channels = colours == "GRAY" ? 1 : colours == "CMYK" ? 4 : 3;
    QPDFObjectHandle count = stream.getDict().getKey("/N");
    return (kind == "mntr" || kind == "prtr") && count.isInteger() &&
           count.getIntValue() == channels;
}

std::vector<QPDFObjectHandle> output_intents(QPDFObjectHandle root) {
    std::vector<QPDFObjectHandle> out;
    for (QPDFObjectHandle intent : one_or_several(root.getKey("/OutputIntents")))
        if (intent.isDictionary() && intent.hasKey("/DestOutputProfile")) out.push_back(intent);
    return out;
}

void check_output_intents(QPDFObjectHandle root, Report& report) {
    QPDFObjectHandle profile;
    bool one_profile = true, usable = true;
    for (QPDFObjectHandle intent : output_intents(root)) {
        QPDFObjectHandle own = intent.getKey("/DestOutputProfile");
        one_profile =
            one_profile && (!profile.isInitialized() || own.getObjGen() == profile.getObjGen());
        profile = own;
        usable = usable && is_output_profile(own);
    }
    report.expect(usable, "ISO 19005-2 6.2.3",
                  "the profile of an output intent is none of a screen or printer");
    report.expect(one_profile, "ISO 19005-2 6.2.3", "output intents have several profiles");
}

void check_tagging(QPDFObjectHandle root, Report& report) {
    QPDFObjectHandle mark = root.getKey("/MarkInfo");
    const auto is_true = [](QPDFObjectHandle dictionary, const char* key) {
        return dictionary.isDictionary() && dictionary.getKey(key).isBool() &&
               dictionary.getKey(key).getBoolValue();
    };
    report.expect(is_true(mark, "/Marked"), "ISO 14289-1 6.2", "the file is not marked as tagged");
    report.expect(!is_true(mark, "/Suspects"), "ISO 14289-1 7.1", "the tags are marked as suspect");
    report.expect(is_true(root.getKey("/ViewerPreferences"), "/DisplayDocTitle"), "ISO 14289-1 7.1",
                  "the title is not shown in the window");
}

bool has_intent(QPDFObjectHandle root, const char* kind) {
    QPDFObjectHandle intents = root.getKey("/OutputIntents");
    if (!intents.isArray()) return false;
    const auto all = intents.getArrayAsVector();
    return std::any_of(all.begin(), all.end(), [&](QPDFObjectHandle intent) {
        return intent.isDictionary() && intent.getKey("/S").isNameAndEquals(kind);
    });
}

}  // namespace

std::string output_colours(QPDF& file) {
    for (QPDFObjectHandle intent : output_intents(file.getRoot()))
        if (intent.getKey("/S").isNameAndEquals("/GTS_PDFA1")) {
            const std::string profile = stream_text(intent.getKey("/DestOutputProfile"));
            return profile.size() < 20 ? std::string() : profile.substr(16, 4);
        }
    return {};
}

bool covers(std::string_view output, std::string_view device) {
    if (device == "/DeviceGray") return !output.empty();
    return (device != "/DeviceRGB" || output == "RGB ") &&
           (device != "/DeviceCMYK" || output == "CMYK");
}

std::string uncovered(std::string_view device) {
    return std::string(device.substr(7)) + " colours without an output intent for them";
}

std::string stream_text(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

bool is_usable_profile(const std::string& profile, std::string_view colours) {
    constexpr std::size_t header = 128;
    if (profile.size() < header || profile.substr(36, 4) != "acsp" ||
        static_cast<unsigned char>(profile[8]) >= 5)
        return false;
    const std::string kind = profile.substr(12, 4), space = profile.substr(16, 4);
    return (kind == "mntr" || kind == "prtr" || kind == "scnr" || kind == "spac") &&
           (colours.empty() ? space == "RGB " || space == "GRAY" || space == "CMYK"
                            : space == colours);
}

bool is_sound_real(QPDFObjectHandle number) {
    constexpr double greatest = 3.403e38, least = 1.175e-38;
    const double size = std::abs(number.getNumericValue());
    return size <= greatest && (size == 0 || size >= least);
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at++]);
        if (lead < 0x80) continue;
        const int more = lead >= 0xC2 && lead < 0xE0 ? 1
                         : lead >> 4 == 0xE          ? 2
                         : lead >> 3 == 0x1E         ? 3
                                                     : 0;
        if (more == 0 || lead > 0xF4) return false;
        for (int i = 0; i < more; ++i, ++at)
            if (at >= bytes.size() || (static_cast<unsigned char>(bytes[at]) & 0xC0) != 0x80)
                return false;
    }
    return true;
}

bool is_language_tag(const std::string& tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

Purpose purpose_of(QPDF& file) {
    QPDFObjectHandle root = file.getRoot();
    const Purpose tagged =
        starts_with(file.getPDFVersion(), "2.") ? Purpose::modern : Purpose::reading;
    if (root.hasKey("/StructTreeRoot") || root.hasKey("/MarkInfo")) return tagged;
    const std::string packet = stream_text(root.getKey("/Metadata"));
    const auto says = [&](const char* text) { return packet.find(text) != std::string::npos; };
    if (says("pdfuaid:part>") || tagged == Purpose::modern) return tagged;
    if (says("pdfxid:GTS_PDFXVersion>") || has_intent(root, "/GTS_PDFX")) return Purpose::printing;
    return says("<pdfaid:conformance>B<") ? Purpose::paper : Purpose::reading;
}

void check_document(QPDF& file, Purpose purpose, Report& report) {
    check_trailer(file, purpose, report);
    QPDFObjectHandle root = file.getRoot();
    if (purpose == Purpose::reading || purpose == Purpose::modern) check_tagging(root, report);
    QPDFObjectHandle language = root.getKey("/Lang");
    report.expect(language.isString() && is_language_tag(language.getUTF8Value()),
                  purpose == Purpose::modern ? "ISO 14289-2 8.4.4" : "ISO 14289-1 7.2",
                  "the catalogue has no language");
    for (const char* key : {"/AA", "/Requirements", "/NeedsRendering"})
        report.expect(!root.hasKey(key), "ISO 19005-2 6.5.2",
                      std::string("the catalogue has the key ") + key);
    if (purpose != Purpose::printing) check_output_intents(root, report);
}

}  // namespace triptych::verify
