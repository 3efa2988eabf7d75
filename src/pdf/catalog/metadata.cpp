#include "pdf/catalog/metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "pdf/catalog/icc.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using object::Document;
using object::Ref;
using object::xml_escaped;

constexpr const char* program = "triptych " TRIPTYCH_VERSION;

struct Moment {
    int year;
    unsigned month, day;
    std::int64_t hour, minute, second;
};

/// Coordinated universal time, kept within the years that four digits can write.
Moment moment(std::int64_t seconds) {
    constexpr std::int64_t last = 253'402'300'799;
    const auto time =
        std::chrono::sys_seconds(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, last)));
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(time - days);
    return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), clock.hours().count(),
            clock.minutes().count(),           clock.seconds().count()};
}

std::string alternatives(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    return fmt::format(
        "<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", name,
        xml_escaped(text));
}

std::string items(std::string_view name, std::string_view kind, std::string_view text) {
    if (text.empty()) return {};
    return fmt::format("<dc:{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></dc:{0}>\n", name, kind,
                       xml_escaped(text));
}

std::string property(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    return fmt::format("<{0}>{1}</{0}>\n", name, xml_escaped(text));
}

constexpr std::string_view packet_head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n";
constexpr std::string_view packet_spaces =
    " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

/// PDF/A-4 knows no extension schemas, which PDF/A-2 asks for.
constexpr std::string_view modern_packet_spaces =
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfd=\"http://pdfa.org/declarations/\">\n";

/// Without tags (ISO 19005-2 §6.7).
constexpr std::string_view basic_conformance =
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>B</pdfaid:conformance>\n";

/// PDF/A wants the schema of PDF/UA to be described.
constexpr std::string_view tagged_conformance =
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/// Beside the part of PDF/A-4: a level only where files are embedded (ISO 19005-4 §6.7.3).
constexpr std::string_view files_conformance = "<pdfaid:conformance>F</pdfaid:conformance>\n";
constexpr std::string_view modern_conformance =
    "<pdfaid:part>4</pdfaid:part>\n"
    "<pdfaid:rev>2020</pdfaid:rev>\n"
    "<pdfuaid:part>2</pdfuaid:part>\n"
    "<pdfuaid:rev>2024</pdfuaid:rev>\n"
    "<pdfd:declarations><rdf:Bag>\n"
    "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>"
    "http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>\n"
    "<rdf:li rdf:parseType=\"Resource\"><pdfd:conformsTo>"
    "http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>\n"
    "</rdf:Bag></pdfd:declarations>\n";

/// What ISO 15930-7 asks for besides: who the document is, and that nothing has been trapped.
constexpr std::string_view print_conformance =
    "<pdf:Trapped>False</pdf:Trapped>\n"
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
    "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
    "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";

std::string claims(Conformance conformance) {
    switch (conformance) {
        case Conformance::none:
            return {};
        case Conformance::accessible:
            return std::string(tagged_conformance);
        case Conformance::modern:
            return std::string(modern_conformance);
        case Conformance::modern_with_files:
            return std::string(files_conformance).append(modern_conformance);
        case Conformance::archive:
            return std::string(basic_conformance);
        case Conformance::print:
            return std::string(print_conformance);
    }
    return {};
}

/// A name for the document that only depends on what is said of it (RFC 4122 §4.4 in form).
std::string document_id(std::string_view packet, std::size_t page_count) {
    const std::uint64_t high = text::stable_hash(packet);
    const std::uint64_t low = text::stable_hash(fmt::format("{} {}", high, page_count));
    return fmt::format("uuid:{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", high >> 32,
                       high >> 16 & 0xFFFF, high & 0xFFF, low >> 48 & 0xFFF, low & 0xFFFFFFFFFFFF);
}

/// On one line, of characters that XML and text strings hold alike.
std::string sound_text(std::string_view text) {
    constexpr std::size_t most_characters = 8000;  // twice as many units are less than a string
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < most_characters; ++count) {
        const char32_t c = text::next_code_point(text, at);
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
        const bool no_character = c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
        if (!no_character) text::append_code_point(out, control ? U' ' : c);
    }
    return std::string(text::trim(out));
}

constexpr std::string_view packet_tail =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

Ref write_profile(Document& document, std::string profile, std::int64_t components) {
    object::Stream stream = object::make_stream(document.packing(), std::move(profile));
    stream.entries.integer("N", components);
    return document.add(std::move(stream));
}

}  // namespace

std::string pdf_date(std::int64_t seconds) {
    const Moment at = moment(seconds);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", at.year, at.month, at.day, at.hour,
                       at.minute, at.second);
}

std::string xmp_date(std::int64_t seconds) {
    const Moment at = moment(seconds);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", at.year, at.month, at.day, at.hour,
                       at.minute, at.second);
}

pages::Information sound(pages::Information information) {
    for (std::string* text : {&information.title, &information.author, &information.subject,
                              &information.keywords, &information.publisher, &information.rights})
        *text = sound_text(*text);
    return information;
}

std::string title_of(const pages::Pages& pages) {
    if (!pages.information.title.empty()) return pages.information.title;
    for (const pages::Bookmark& bookmark : pages.bookmarks)
        if (std::string title = sound_text(bookmark.title); !title.empty()) return title;
    return "Document";
}

std::string language_of(const pages::Information& information) {
    return is_language_tag(information.language) ? information.language : "und";
}

Ref write_information(Document& document, const pages::Pages& pages, Conformance conformance) {
    const pages::Information& information = pages.information;
    Dictionary out;
    out.text("Title", title_of(pages));
    if (!information.author.empty()) out.text("Author", information.author);
    if (!information.subject.empty()) out.text("Subject", information.subject);
    if (!information.keywords.empty()) out.text("Keywords", information.keywords);
    out.text("Creator", program).text("Producer", program);
    if (information.date)
        out.text("CreationDate", pdf_date(*information.date))
            .text("ModDate", pdf_date(*information.date));
    if (conformance == Conformance::print) out.name("Trapped", "False");
    return document.add(out);
}

std::string xmp_packet(const pages::Pages& pages, Conformance conformance) {
    const pages::Information& information = pages.information;
    std::string out(packet_head);
    out += is_modern(conformance) ? modern_packet_spaces : packet_spaces;
    out += property("dc:format", "application/pdf");
    out += alternatives("title", title_of(pages));
    out += items("creator", "Seq", information.author);
    out += alternatives("description", information.subject);
    out += items("publisher", "Bag", information.publisher);
    out += items("language", "Bag", language_of(information));
    out += alternatives("rights", information.rights);
    out += property("pdf:Keywords", information.keywords);
    out += property("pdf:Producer", program);
    out += property("xmp:CreatorTool", program);
    if (information.date) {
        const std::string date = xmp_date(*information.date);
        out += property("xmp:CreateDate", date) + property("xmp:ModifyDate", date) +
               property("xmp:MetadataDate", date);
    }
    if (conformance == Conformance::print)
        out += property("xmpMM:DocumentID", document_id(out, pages.pages.size()));
    (out += claims(conformance)) += packet_tail;
    return out;
}

Ref write_metadata(Document& document, const pages::Pages& pages, Conformance conformance) {
    object::Stream stream{xmp_packet(pages, conformance), {}};
    stream.entries.name("Type", "Metadata").name("Subtype", "XML");
    return document.add(std::move(stream));
}

Ref write_rgb_profile(Document& document) { return write_profile(document, srgb_profile(), 3); }

Ref write_output_intent(Document& document, Ref profile) {
    return document.add(Dictionary()
                            .name("Type", "OutputIntent")
                            .name("S", "GTS_PDFA1")
                            .text("OutputConditionIdentifier", "sRGB")
                            .text("Info", "sRGB IEC61966-2.1")
                            .ref("DestOutputProfile", profile));
}

std::optional<Ref> write_output_intent(Document& document, const Press& press) {
    if (!is_printer_profile(press.profile)) return std::nullopt;
    return document.add(Dictionary()
                            .name("Type", "OutputIntent")
                            .name("S", "GTS_PDFX")
                            .text("OutputConditionIdentifier", press.condition)
                            .text("RegistryName", "http://www.color.org")
                            .text("Info", press.condition)
                            .ref("DestOutputProfile", write_profile(document, press.profile, 4)));
}

}  // namespace triptych::pdf
