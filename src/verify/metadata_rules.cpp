#include <array>
#include <map>

#include <pugixml.hpp>

#include "verify/rules.hpp"
#include "verify/xmp_schemas.hpp"

namespace triptych::verify {

namespace {

/// Properties that XMP itself defines (XMP 2005); all others have to be described (ISO 19005-2
/// §6.6.2.3).
constexpr std::array predefined = {
    "dc:",     "xmp:",         "xmpMM:",       "xmpRights:",     "xmpBJ:",
    "xmpTPg:", "xmpDM:",       "photoshop:",   "tiff:",          "exif:",
    "pdfaid:", "pdf:Keywords", "pdf:Producer", "pdf:PDFVersion", "pdfaExtension:schemas"};

bool is_predefined(std::string_view name) {
    for (const std::string_view known : predefined)
        if (ends_with(known, ":") ? starts_with(name, known) : name == known) return true;
    return false;
}

/// The text of a property: its own, or that of the first item of its array.
std::string value_of(const pugi::xml_node& property) {
    const pugi::xml_node item = property.first_child().child("rdf:li");
    return item ? item.text().get() : property.text().get();
}

/// Digits of a date without its zone: `D:20260131235959Z` and `2026-01-31T23:59:59+00:00` have the
/// same.
std::string digits(const std::string& date) {
    constexpr std::size_t seconds = 14;
    std::string out;
    for (const char c : date)
        if (c >= '0' && c <= '9' && out.size() < seconds) out += c;
    return out;
}

class MetadataCheck {
public:
    MetadataCheck(QPDF& file, Report& report) : file_(file), report_(report) {
        packet_ = stream_text(file.getRoot().getKey("/Metadata"));
        const auto whole = document_.load_buffer(packet_.data(), packet_.size(),
                                                 pugi::parse_full | pugi::parse_ws_pcdata_single,
                                                 pugi::encoding_utf8);
        report.expect(packet_.empty() || (whole && is_utf8(packet_)), "ISO 19005-2 6.6.2.1",
                      "the metadata are not well-formed XML in UTF-8");
        const pugi::xml_node all = document_.child("x:xmpmeta").child("rdf:RDF");
        for (const pugi::xml_node part : all.children("rdf:Description")) read(part);
        check_namespaces(document_, report);
    }

    void run(Purpose purpose) {
        check_packet();
        switch (purpose) {
            case Purpose::reading:
                claim("pdfuaid:part", "1", "ISO 14289-1 5", "the metadata do not claim PDF/UA-1");
                claim_archive("ABU");
                break;
            case Purpose::modern:
                break;
            case Purpose::paper:
                claim_archive("BU");
                break;
            case Purpose::printing:
                claim("pdfxid:GTS_PDFXVersion", "PDF/X-4", "ISO 15930-7",
                      "the metadata do not claim PDF/X-4");
                break;
        }
        if (purpose == Purpose::reading || purpose == Purpose::paper) check_schemas();
        report_.expect(!value("dc:title").empty(), "ISO 14289-1 7.1", "the metadata have no title");
        if (purpose != Purpose::modern) compare();
    }

private:
    /// Properties are elements or, where they are plain, attributes.
    void read(const pugi::xml_node& description) {
        for (const pugi::xml_node property : description.children()) {
            if (property.type() != pugi::node_element) continue;
            const bool fresh = values_.emplace(property.name(), value_of(property)).second;
            report_.expect(fresh, "ISO 19005-2 6.6.2.1",
                           std::string("the property ") + property.name() + " is there twice");
            check_type(property, report_);
        }
        for (const pugi::xml_attribute plain : description.attributes()) {
            const std::string name = plain.name();
            if (!starts_with(name, "xmlns:") && !starts_with(name, "rdf:"))
                values_.emplace(name, plain.value());
        }
        if (const auto schemas = description.child("pdfaExtension:schemas")) schemas_ = schemas;
    }

    std::string value(const std::string& name) const {
        const auto found = values_.find(name);
        return found == values_.end() ? std::string() : found->second;
    }

    void claim(const char* name, std::string_view expected, const char* clause,
               const char* message) {
        report_.expect(value(name) == expected, clause, message);
    }

    void claim_archive(std::string_view levels) {
        claim("pdfaid:part", "2", "ISO 19005-2 6.6.4", "the metadata do not claim part 2 of PDF/A");
        const std::string own = value("pdfaid:conformance");
        report_.expect(own.size() == 1 && levels.find(own) != std::string_view::npos,
                       "ISO 19005-2 6.6.4",
                       std::string("the metadata claim none of the levels ") +
                           (levels.size() == 3 ? "A, B and U" : "B and U"));
    }

    void check_packet() {
        QPDFObjectHandle stream = file_.getRoot().getKey("/Metadata");
        const bool typed = stream.isStream() &&
                           stream.getDict().getKey("/Type").isNameAndEquals("/Metadata") &&
                           stream.getDict().getKey("/Subtype").isNameAndEquals("/XML");
        report_.expect(typed, "ISO 14289-1 7.1", "the catalogue has no metadata stream");
        if (packet_.empty()) return;
        const std::string head = packet_.substr(0, packet_.find("?>"));
        for (const char* key : {" bytes=", " encoding="})
            report_.expect(head.find(key) == std::string::npos, "ISO 19005-2 6.6.2.1",
                           "the header of the packet has the attribute bytes or encoding");
        const std::size_t start = std::min(packet_.find_first_not_of(" \t\r\n"), packet_.size());
        const bool framed =
            starts_with(std::string_view(packet_).substr(start), "<?xpacket begin=") &&
            packet_.find("<?xpacket end=") != std::string::npos;
        report_.expect(framed, "ISO 19005-2 6.6.2.1", "the packet has no beginning or no end");
    }

    /// Every property is one of XMP's own or described.
    void check_schemas() {
        std::set<std::string> described;
        for (const pugi::xml_node schema : schemas_.child("rdf:Bag").children("rdf:li"))
            read_schema(schema, described);
        for (const auto& [name, value] : values_)
            report_.expect(is_predefined(name) || described.count(name) != 0,
                           "ISO 19005-2 6.6.2.3.1", "the property " + name + " is not described");
    }

    void read_schema(const pugi::xml_node& schema, std::set<std::string>& described) {
        const auto knows = [&](const pugi::xml_node& node, const char* prefix) {
            for (const pugi::xml_node field : node.children())
                report_.expect(
                    field.type() != pugi::node_element || starts_with(field.name(), prefix),
                    "ISO 19005-2 6.6.2.3.2", "a schema has a field of its own");
        };
        const auto has = [&](const pugi::xml_node& node, const char* field) {
            const bool there = *node.child(field).text().get() != 0;
            report_.expect(there, "ISO 19005-2 6.6.2.3.3", std::string("a schema lacks ") + field);
            return there;
        };
        knows(schema, "pdfaSchema:");
        has(schema, "pdfaSchema:schema");
        has(schema, "pdfaSchema:namespaceURI");
        if (!has(schema, "pdfaSchema:prefix")) return;
        for (const pugi::xml_node property :
             schema.child("pdfaSchema:property").child("rdf:Seq").children("rdf:li")) {
            knows(property, "pdfaProperty:");
            has(property, "pdfaProperty:valueType");
            has(property, "pdfaProperty:description");
            const std::string category = property.child("pdfaProperty:category").text().get();
            report_.expect(category == "internal" || category == "external",
                           "ISO 19005-2 6.6.2.3.3", "a property is neither internal nor external");
            if (has(property, "pdfaProperty:name"))
                described.insert(std::string(schema.child("pdfaSchema:prefix").text().get()) + ":" +
                                 property.child("pdfaProperty:name").text().get());
        }
    }

    /// The information dictionary and the metadata agree.
    void compare() {
        QPDFObjectHandle information = file_.getTrailer().getKey("/Info");
        const std::pair<const char*, const char*> names[] = {{"/Title", "dc:title"},
                                                             {"/Author", "dc:creator"},
                                                             {"/Subject", "dc:description"},
                                                             {"/Keywords", "pdf:Keywords"},
                                                             {"/Creator", "xmp:CreatorTool"},
                                                             {"/Producer", "pdf:Producer"},
                                                             {"/CreationDate", "xmp:CreateDate"},
                                                             {"/ModDate", "xmp:ModifyDate"}};
        for (const auto& [key, name] : names) {
            QPDFObjectHandle entry =
                information.isDictionary() ? information.getKey(key) : QPDFObjectHandle::newNull();
            std::string here = entry.isString() ? entry.getUTF8Value() : std::string();
            std::string there = value(name);
            if (ends_with(key, "Date")) {
                here = digits(here);
                there = digits(there);
            }
            // What only one of them says is no contradiction.
            report_.expect(here == there || here.empty() || there.empty(), "ISO 32000-1 14.3",
                           std::string(key) + " differs from the metadata");
        }
    }

    QPDF& file_;
    Report& report_;
    std::string packet_;
    pugi::xml_document document_;
    std::map<std::string, std::string> values_;
    pugi::xml_node schemas_;
};

bool is_year(const std::string& text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void check_modern_claims(const Claims& claims, std::string_view packet, bool has_files,
                         Report& report) {
    const auto says_year = [&](const char* name) {
        const std::size_t at = packet.find(name);
        if (at == std::string_view::npos) return false;
        const std::size_t value = packet.find_first_of(">\"'", at) + 1;
        return value != 0 && is_year(std::string(packet.substr(value, 4)));
    };
    if (!claims.accessible.empty() || claims.none()) {
        report.expect(claims.accessible == "2", "ISO 14289-2 5",
                      "the metadata do not claim PDF/UA-2");
        report.expect(says_year("pdfuaid:rev"), "ISO 14289-2 5",
                      "the metadata do not name the year of PDF/UA-2");
    }
    if (claims.archive != "4" && !claims.none()) return;
    report.expect(claims.archive == "4", "ISO 19005-4 6.7.3", "the metadata do not claim PDF/A-4");
    report.expect(says_year("pdfaid:rev"), "ISO 19005-4 6.7.3",
                  "the metadata do not name the year of PDF/A-4");
    report.expect(claims.level.empty() || claims.level == "E" || claims.level == "F",
                  "ISO 19005-4 6.7.3", "the metadata claim an unknown level of PDF/A-4");
    report.expect(has_files || claims.level != "F", "ISO 19005-4 6.9",
                  "the metadata claim PDF/A-4f, but no file is inside");
    report.expect(!has_files || !claims.level.empty(), "ISO 19005-4 6.9",
                  "files are inside, but the metadata do not claim PDF/A-4f");
}

void check_metadata(QPDF& file, Purpose purpose, Report& report) {
    MetadataCheck(file, report).run(purpose);
}

}  // namespace triptych::verify
