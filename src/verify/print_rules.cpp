#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

constexpr const char* standard = "ISO 15930-7";

void check_intent(QPDFObjectHandle root, Report& report) {
    QPDFObjectHandle intents = root.getKey("/OutputIntents");
    int count = 0;
    if (intents.isArray())
        for (QPDFObjectHandle intent : intents.getArrayAsVector()) {
            if (!intent.isDictionary() || !intent.getKey("/S").isNameAndEquals("/GTS_PDFX"))
                continue;
            ++count;
            const std::string profile = stream_text(intent.getKey("/DestOutputProfile"));
            const bool printer =
                is_usable_profile(profile, "CMYK") && profile.substr(12, 4) == "prtr";
            report.expect(printer, standard, "the output intent has no profile of a printer");
            report.expect(intent.getKey("/OutputConditionIdentifier").isString(), standard,
                          "the output intent does not name its condition");
        }
    report.expect(count == 1, standard, "there is not one output intent for printing");
}

void check_information(QPDF& file, Report& report) {
    QPDFObjectHandle information = file.getTrailer().getKey("/Info");
    const auto says = [&](const char* key) {
        return information.isDictionary() && information.getKey(key).isString() &&
               !information.getKey(key).getStringValue().empty();
    };
    for (const char* key : {"/Title", "/CreationDate", "/ModDate"})
        report.expect(says(key), standard, std::string("the information dictionary lacks ") + key);
    const bool trapped =
        information.isDictionary() && (information.getKey("/Trapped").isNameAndEquals("/True") ||
                                       information.getKey("/Trapped").isNameAndEquals("/False"));
    report.expect(trapped, standard, "the information dictionary lacks /Trapped");
    const std::string packet = stream_text(file.getRoot().getKey("/Metadata"));
    for (const char* name : {"pdf:Trapped", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate",
                             "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"})
        report.expect(packet.find(std::string("<") + name + ">") != std::string::npos, standard,
                      std::string("the metadata lack ") + name);
}

bool lies_in(QPDFObjectHandle inner, QPDFObjectHandle outer) {
    constexpr double tolerance = 0.01;
    if (!inner.isRectangle() || !outer.isRectangle()) return false;
    const auto in = inner.getArrayAsRectangle(), out = outer.getArrayAsRectangle();
    return in.llx >= out.llx - tolerance && in.lly >= out.lly - tolerance &&
           in.urx <= out.urx + tolerance && in.ury <= out.ury + tolerance;
}

void check_page(QPDFObjectHandle page, const std::string& place, Report& report) {
    report.expect(lies_in(page.getKey("/TrimBox"), page.getKey("/BleedBox")) &&
                      lies_in(page.getKey("/BleedBox"), page.getKey("/MediaBox")),
                  standard, "trim, bleed and media boxes do not lie in one another" + place);
    report.expect(!page.hasKey("/ArtBox"), standard, "a page has a trim and an art box" + place);
    report.expect(!page.hasKey("/Annots"), standard, "a page has annotations" + place);
}

}  // namespace

void check_print(QPDF& file, Report& report) {
    const std::string version = file.getPDFVersion();
    report.expect(version.size() == 3 && starts_with(version, "1.") && version[2] <= '6', standard,
                  "the version of the format is above 1.6");
    check_intent(file.getRoot(), report);
    check_information(file, report);
    for (const char* key : {"/OpenAction", "/AcroForm", "/OCProperties"})
        report.expect(!file.getRoot().hasKey(key), standard,
                      std::string("the catalogue has the key ") + key);
    std::size_t number = 0;
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages())
        check_page(page.getObjectHandle(), " (page " + std::to_string(++number) + ")", report);
}

}  // namespace triptych::verify
