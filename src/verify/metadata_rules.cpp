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
    "dc:", "xmp:", "xmpMM:", "pdfaid:", "pdf:Keywords", "pdf:Producer", "pdfaExtension:schemas"};

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

/// Digits of a date: `D:20260131235959Z` and `2026-01-31T23:59:59Z` have the same.
std::string digits(const std::string& date) {
    std::string out;
    for (const char c : date)
        if (c >= '0' && c <= '9') out += c;
    return out;
}

class MetadataCheck {
public:
    MetadataCheck(QPDF& file, Report& report) : file_(file), report_(report) {
        packet_ = stream_text(file.getRoot().getKey("/Metadata"));
        const auto whole = document_.load_buffer(packet_.data(), packet_.size(),
                                                 pugi::parse_full | pugi::parse_ws_pcdata_single,
                                                 pugi::encoding_utf8);
        report.expect(whole && is_utf8(packet_), "ISO 19005-2 6.6.2.1",
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
                claim_archive("A");
                break;
            case Purpose::paper:
                claim_archive("B");
                break;
            case Purpose::printing:
                claim("pdfxid:GTS_PDFXVersion", "PDF/X-4", "ISO 15930-7",
                      "the metadata do not claim PDF/X-4");
                break;
        }
        if (purpose != Purpose::printing) check_schemas();
        report_.expect(!value("dc:title").empty(), "ISO 14289-1 7.1", "the metadata have no title");
        compare();
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

    void claim_archive(std::string_view level) {
        claim("pdfaid:part", "2", "ISO 19005-2 6.6.4", "the metadata do not claim part 2 of PDF/A");
        report_.expect(value("pdfaid:conformance") == level, "ISO 19005-2 6.6.4",
                       "the metadata do not claim level " + std::string(level));
    }

    void check_packet() {
        QPDFObjectHandle stream = file_.getRoot().getKey("/Metadata");
        const bool typed = stream.isStream() &&
                           stream.getDict().getKey("/Type").isNameAndEquals("/Metadata") &&
                           stream.getDict().getKey("/Subtype").isNameAndEquals("/XML");
        report_.expect(typed, "ISO 14289-1 7.1", "the catalogue has no metadata stream");
        const std::string head = packet_.substr(0, packet_.find("?>"));
        for (const char* key : {" bytes=", " encoding="})
            report_.expect(head.find(key) == std::string::npos, "ISO 19005-2 6.6.2.1",
                           "the header of the packet has the attribute bytes or encoding");
        const bool framed = starts_with(packet_, "<?xpacket begin=") &&
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
            report_.expect(here == there, "ISO 32000-1 14.3",
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

}  // namespace

void check_metadata(QPDF& file, Purpose purpose, Report& report) {
    MetadataCheck(file, report).run(purpose);
}

}  // namespace triptych::verify
