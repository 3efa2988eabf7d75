#include "epub/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/ascii.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "epub/accessibility.hpp"
#include "markup/lexicon.hpp"

namespace triptych::epub {
namespace {

constexpr const char* package_namespace = "http://www.idpf.org/2007/opf";

/// `dcterms:modified` is required (EPUB 3.3 §5.5.4); a build without a date gets this one.
constexpr std::int64_t date_of_undated = 946684800;  // 2000-01-01

struct CivilTime {
    int year;
    unsigned month, day;
    std::int64_t hour, minute, second;
};

CivilTime civil_time(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), clock.hours().count(),
            clock.minutes().count(),           clock.seconds().count()};
}

std::string iso_time(std::int64_t seconds) {
    const auto t = civil_time(seconds);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.year, t.month, t.day, t.hour,
                       t.minute, t.second);
}

void add_dublin_core(pugi::xml_node metadata, const char* name, std::string_view value) {
    if (!value.empty()) text_element(metadata, name, value);
}

pugi::xml_node add_property(pugi::xml_node metadata, std::string_view property,
                            std::string_view value) {
    auto node = text_element(metadata, "meta", value);
    xml::set_attribute(node, "property", property);
    return node;
}

void add_refinement(pugi::xml_node metadata, std::string_view id, std::string_view property,
                    std::string_view value) {
    auto node = text_element(metadata, "meta", value);
    xml::set_attribute(node, "refines", fmt::format("#{}", id));
    xml::set_attribute(node, "property", property);
}

void add_titles(pugi::xml_node metadata, const doc::Metadata& book) {
    xml::set_attribute(text_element(metadata, "dc:title", book.title), "id", "title");
    add_refinement(metadata, "title", "title-type", "main");
    if (book.subtitle.empty()) return;
    xml::set_attribute(text_element(metadata, "dc:title", book.subtitle), "id", "subtitle");
    add_refinement(metadata, "subtitle", "title-type", "subtitle");
}

std::string accessibility_summary(std::string_view language, const Accessibility& found) {
    std::string summary(word_in(language, Word::accessibility_structure));
    if (found.has_pictures)
        summary += fmt::format(" {}", word_in(language, found.all_pictures_described
                                                            ? Word::accessibility_described
                                                            : Word::accessibility_undescribed));
    return summary;
}

bool has_formulas(const PackageParts& parts) {
    return std::any_of(parts.written.begin(), parts.written.end(),
                       [](const WrittenDocument& document) { return document.has_formulas; });
}

bool is_animated(const MediaFile& file) {
    return file.media_type == "image/gif" || file.media_type == "image/webp";
}

void add_access_modes(pugi::xml_node metadata, const Accessibility& found) {
    add_property(metadata, "schema:accessMode", "textual");
    if (found.has_pictures) add_property(metadata, "schema:accessMode", "visual");
    if (!found.has_pictures || found.all_pictures_described)
        add_property(metadata, "schema:accessModeSufficient", "textual");
    if (found.has_pictures) add_property(metadata, "schema:accessModeSufficient", "textual,visual");
}

void add_features(pugi::xml_node metadata, const Accessibility& found, const PackageParts& parts) {
    const auto add = [&](const char* feature) {
        add_property(metadata, "schema:accessibilityFeature", feature);
    };
    for (const auto* feature : {"structuralNavigation", "tableOfContents", "readingOrder",
                                "displayTransformability", "ARIA"})
        add(feature);
    if (found.has_pictures && found.all_pictures_described) add("alternativeText");
    if (has_formulas(parts)) add("MathML");
    if (parts.page_source.empty()) return;
    add("pageBreakMarkers");
    add("pageNavigation");
}

/// Said only when our own check finds nothing and there is somebody to stand for it.
void add_conformance(pugi::xml_node metadata, const Accessibility& found,
                     const PackageParts& parts) {
    const auto& publisher = parts.book.metadata.publisher;
    if (publisher.empty() || !found.holds()) return;
    auto claim = text_element(metadata, "meta", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA");
    xml::set_attribute(claim, "property", "dcterms:conformsTo");
    xml::set_attribute(claim, "id", "conformance");
    add_refinement(metadata, "conformance", "a11y:certifiedBy", publisher);
}

void add_accessibility(pugi::xml_node metadata, const PackageParts& parts) {
    const auto found = assess(parts.book);
    add_access_modes(metadata, found);
    add_features(metadata, found, parts);
    const bool animated = std::any_of(parts.media.begin(), parts.media.end(), is_animated);
    add_property(metadata, "schema:accessibilityHazard", animated ? "unknown" : "none");
    const std::string& language = parts.book.metadata.language;
    auto summary = add_property(metadata, "schema:accessibilitySummary",
                                accessibility_summary(language, found));
    if (const auto own = language_of_words(language); !own.empty())
        xml::set_attribute(summary, "xml:lang", own);
    add_conformance(metadata, found, parts);
}

/// The printed edition whose pages are marked, as EPUB 3.3 names it (its vocabulary of meta
/// properties). `pageBreakSource`, which follows it in EPUB 3.4, is an error for checkers before
/// 2023; this is one for none.
void add_page_source(pugi::xml_node metadata, const std::string& source) {
    if (source.empty()) return;
    xml::set_attribute(text_element(metadata, "dc:source", source), "id", "printed");
    add_refinement(metadata, "printed", "source-of", "pagination");
}

void add_metadata(pugi::xml_node package, const PackageParts& parts) {
    const auto& book = parts.book.metadata;
    auto metadata = element(package, "metadata");
    xml::set_attribute(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml::set_attribute(text_element(metadata, "dc:identifier", parts.identifier), "id", "uid");
    add_titles(metadata, book);
    add_dublin_core(metadata, "dc:language", book.language);
    for (const auto& author : book.authors) add_dublin_core(metadata, "dc:creator", author);
    add_dublin_core(metadata, "dc:publisher", book.publisher);
    add_dublin_core(metadata, "dc:description", book.description);
    add_dublin_core(metadata, "dc:rights", book.rights.empty() ? book.licence : book.rights);
    for (const auto& subject : book.subjects) add_dublin_core(metadata, "dc:subject", subject);
    const auto modified = iso_time(parts.date.value_or(date_of_undated));
    if (parts.date) add_dublin_core(metadata, "dc:date", modified.substr(0, 10));
    add_property(metadata, "dcterms:modified", modified);
    if (!book.series.empty()) {
        auto series = text_element(metadata, "meta", book.series);
        xml::set_attribute(series, "property", "belongs-to-collection");
    }
    add_page_source(metadata, parts.page_source);
    add_accessibility(metadata, parts);
    if (!parts.has_cover) return;
    auto cover = element(metadata, "meta");  // for readers of EPUB 2
    xml::set_attribute(cover, "name", "cover");
    xml::set_attribute(cover, "content", "cover-picture");
}

void add_item(pugi::xml_node manifest, std::string_view id, std::string_view address,
              std::string_view media_type, std::string_view properties = {}) {
    auto item = element(manifest, "item");
    xml::set_attribute(item, "id", id);
    xml::set_attribute(item, "href", address);
    xml::set_attribute(item, "media-type", media_type);
    if (!properties.empty()) xml::set_attribute(item, "properties", properties);
}

void add_manifest(pugi::xml_node package, const PackageParts& parts) {
    constexpr std::string_view xhtml = "application/xhtml+xml";
    auto manifest = element(package, "manifest");
    add_item(manifest, "nav", "nav.xhtml", xhtml, "nav");
    add_item(manifest, "ncx", "toc.ncx", "application/x-dtbncx+xml");
    add_item(manifest, "css", "style.css", "text/css");
    if (!parts.book.metadata.pronunciations.empty())
        add_item(manifest, "lexicon", lexicon_name, markup::lexicon_type);
    if (parts.has_cover) {
        add_item(manifest, "cover", "text/cover_.xhtml", xhtml);
        add_item(manifest, "cover-picture", "images/cover.jpg", "image/jpeg", "cover-image");
    }
    const auto& documents = parts.documents.all();
    for (std::size_t i = 0; i < documents.size(); ++i)
        add_item(manifest, fmt::format("page-{}", i + 1), "text/" + documents[i].name, xhtml,
                 parts.written[i].has_formulas ? "mathml" : "");
    for (std::size_t i = 0; i < parts.media.size(); ++i)
        if (!parts.media[i].bytes.empty())
            add_item(manifest, fmt::format("picture-{}", i + 1), "images/" + parts.media[i].name,
                     parts.media[i].media_type);
    for (std::size_t i = 0; i < parts.fonts.size(); ++i)
        add_item(manifest, fmt::format("font-{}", i + 1), "fonts/" + parts.fonts[i].name,
                 parts.fonts[i].name.ends_with(".ttf") ? "font/ttf" : "font/otf");
}

void add_spine(pugi::xml_node package, const PackageParts& parts) {
    const auto& documents = parts.documents.all();
    auto spine = element(package, "spine");
    xml::set_attribute(spine, "toc", "ncx");
    if (is_right_to_left(parts.book.metadata.language))
        xml::set_attribute(spine, "page-progression-direction", "rtl");
    if (parts.has_cover) xml::set_attribute(element(spine, "itemref"), "idref", "cover");
    xml::set_attribute(element(spine, "itemref"), "idref", "nav");
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto item = element(spine, "itemref");
        xml::set_attribute(item, "idref", fmt::format("page-{}", i + 1));
        if (parts.book.pages[index(documents[i].page)].hidden)
            xml::set_attribute(item, "linear", "no");
    }
}

/// The digits of an ISBN (ISO 2108) written with or without its name, spaces and hyphens; "" for
/// what is none, by its check digit.
std::string isbn_digits(std::string_view written) {
    std::string digits;
    if (text::lower_case(written.substr(0, 4)) == "isbn") written.remove_prefix(4);
    for (const char c : written)
        if (ascii::is_digit(c))
            digits += c;
        else if (std::string_view(" -:").find(c) == std::string_view::npos)
            return {};
    if (digits.size() != 13) return {};
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0 ? digits : std::string();
}

}  // namespace

std::string publication_identifier(const doc::Metadata& metadata) {
    if (const auto isbn = isbn_digits(metadata.identifier); !isbn.empty())
        return "urn:isbn:" + isbn;
    if (!metadata.identifier.empty()) return metadata.identifier;
    return uuid_of(
        fmt::format("{}\n{}\n{}", metadata.title, metadata.publisher, metadata.language));
}

std::string write_package(const PackageParts& parts) {
    pugi::xml_document document;
    auto package = element(document, "package");
    xml::set_attribute(package, "xmlns", package_namespace);
    xml::set_attribute(package, "version", "3.0");
    xml::set_attribute(package, "unique-identifier", "uid");
    xml::set_attribute(package, "xml:lang", parts.book.metadata.language);
    if (is_right_to_left(parts.book.metadata.language)) xml::set_attribute(package, "dir", "rtl");
    add_metadata(package, parts);
    add_manifest(package, parts);
    add_spine(package, parts);
    return xml::to_string(document, xml::Layout::indented);
}

}  // namespace triptych::epub
