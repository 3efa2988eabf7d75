#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/templates/template.hpp"
#include "pptx/writer/direction.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/slide.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using namespace literals;

constexpr const char* presentation_part = "ppt/presentation.xml";
constexpr std::uint32_t first_slide_id = 256;  // ST_SlideId starts here
constexpr const char* master_id = "2147483648";
constexpr Size notes_size = {540_pt, 720_pt};

/// Slides of one page of the book, which the slide sorter shows together.
struct Group {
    PageId page{};
    std::string title;
    std::size_t begin = 0, end = 0;
};

std::vector<Group> groups(const Writing& writing) {
    std::vector<Group> all;
    const auto& slides = writing.deck.slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        if (all.empty() || all.back().page != slides[i].page)
            all.push_back(
                {slides[i].page, writing.book.pages[index(slides[i].page)].short_title, i, i});
        all.back().end = i + 1;
    }
    return all;
}

/// A GUID that depends on nothing but what is named.
std::string guid_of(std::string_view name) {
    const std::uint64_t high = text::stable_hash(name);
    const std::uint64_t low = text::stable_hash(std::string(name) + "#");
    return fmt::format("{{{:08X}-{:04X}-4{:03X}-8{:03X}-{:012X}}}", high >> 32,
                       (high >> 16) & 0xFFFF, high & 0xFFF, low >> 52, low & 0xFFFFFFFFFFFF);
}

/// Sections are an extension of PresentationML ([MS-PPTX] §2.6.1.2).
void add_sections(pugi::xml_node presentation, const Writing& writing) {
    if (writing.book.pages.empty()) return;
    auto extension = add(add(presentation, "p:extLst"), "p:ext",
                         {{"uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"}});
    auto list = add(extension, "p14:sectionLst",
                    {{"xmlns:p14", "http://schemas.microsoft.com/office/powerpoint/2010/main"}});
    for (const auto& group : groups(writing)) {
        const std::string key = fmt::format("{}:{}", group.begin, group.title);
        auto section = add(list, "p14:section", {{"name", group.title}, {"id", guid_of(key)}});
        auto ids = add(section, "p14:sldIdLst");
        for (std::size_t i = group.begin; i < group.end; ++i)
            add(ids, "p14:sldId", {{"id", std::to_string(first_slide_id + i)}});
    }
}

void add_slides(pugi::xml_node presentation, const Writing& writing) {
    auto ids = add(presentation, "p:sldIdLst");
    for (std::size_t i = 0; i < writing.deck.slides.size(); ++i)
        add(ids, "p:sldId",
            {{"id", std::to_string(first_slide_id + i)},
             {"r:id", writing.package.relate(presentation_part, parts::slide, slide_part(i))}});
}

void add_masters(pugi::xml_node presentation, const Writing& writing) {
    auto list = add(presentation, "p:sldMasterIdLst");
    const auto add_master = [&](const std::string& id, const std::string& part) {
        add(list, "p:sldMasterId",
            {{"id", id},
             {"r:id", writing.package.relate(presentation_part, parts::slide_master, part)}});
    };
    const auto* given = writing.base.given;
    if (given)
        for (const auto& master : given->masters)
            add_master(std::to_string(master.id), master.part);
    else
        add_master(master_id, master_part);
    if (!has_notes(writing.deck) && !writing.package.has(notes_master_part)) return;
    add(add(presentation, "p:notesMasterIdLst"), "p:notesMasterId",
        {{"r:id",
          writing.package.relate(presentation_part, parts::notes_master, notes_master_part)}});
}

void add_sizes(pugi::xml_node presentation, const Writing& writing) {
    const auto* given = writing.base.given;
    const Size slide = writing.look().size;
    auto size = add(presentation, "p:sldSz", {{"cx", emu(slide.width)}, {"cy", emu(slide.height)}});
    if (given && !given->size_type.empty()) xml::set_attribute(size, "type", given->size_type);
    const Size notes = given ? given->notes_size : notes_size;
    add(presentation, "p:notesSz", {{"cx", emu(notes.width)}, {"cy", emu(notes.height)}});
}

/// What text boxes start from: the family and size of the body.
void add_default_text(pugi::xml_node presentation, const Writing& writing) {
    if (const auto* given = writing.base.given) {
        if (given->default_text) presentation.append_copy(given->default_text->document_element());
        return;
    }
    auto level =
        add(add(presentation, "p:defaultTextStyle"), "a:lvl1pPr", {{"marL", "0"}, {"algn", "l"}});
    const auto& body = writing.text(style::Role::body);
    add(add(level, "a:lnSpc"), "a:spcPct", {{"val", line_spacing(body, writing)}});
    add_text_look(add(level, "a:defRPr"), body, body.colour, writing);
}

void write_satellite(const char* part, const PartKind& kind, const char* root,
                     const Writing& writing) {
    pugi::xml_document document;
    add_presentation_root(document, root);
    writing.package.add(part, kind, document);
    writing.package.relate(presentation_part, kind, part);
}

/// A moment as W3C date and time, in UTC.
std::string date_time(std::int64_t seconds) {
    const std::int64_t day = seconds / 86'400 - (seconds % 86'400 < 0 ? 1 : 0);
    const std::int64_t rest = seconds - day * 86'400;
    // Days to a civil date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    const std::int64_t shifted = day + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t of_era = shifted - era * 146'097;
    const std::int64_t year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * of_year + 2) / 153;
    const std::int64_t civil_month = month < 10 ? month + 3 : month - 9;
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year + era * 400 + (civil_month <= 2 ? 1 : 0),
        civil_month, of_year - (153 * month + 2) / 5 + 1, rest / 3'600, rest / 60 % 60, rest % 60);
}

void add_value(pugi::xml_node root, const char* name, std::string_view value) {
    if (!value.empty()) xml::append_text(add(root, name), value);
}

std::string authors(const doc::Metadata& metadata) {
    std::string names;
    for (const auto& author : metadata.authors) names += (names.empty() ? "" : ", ") + author;
    return names.empty() ? metadata.publisher : names;
}

void write_core_properties(const Writing& writing) {
    pugi::xml_document document;
    auto root = add_root(
        document, "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
         {"xmlns:dcterms", "http://purl.org/dc/terms/"},
         {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const auto& metadata = writing.book.metadata;
    add_value(root, "dc:title", writing.deck.title);
    add_value(root, "dc:subject", metadata.subtitle);
    add_value(root, "dc:creator", authors(metadata));
    add_value(root, "dc:description", metadata.description);
    add_value(root, "dc:language", writing.deck.language);
    if (writing.options.date)
        for (const char* name : {"dcterms:created", "dcterms:modified"}) {
            auto date = add(root, name, {{"xsi:type", "dcterms:W3CDTF"}});
            xml::append_text(date, date_time(*writing.options.date));
        }
    writing.package.add("docProps/core.xml", parts::core_properties, document);
    writing.package.relate("", parts::core_properties, "docProps/core.xml");
}

/// As programs name the ratio of a slide's sides.
std::string_view format_of(const Size& slide) {
    const auto is = [&](std::int64_t across, std::int64_t down) {
        const Length off = slide.width * down - slide.height * across;
        return off <= slide.height / 100 && -off <= slide.height / 100;
    };
    if (is(16, 9)) return "Widescreen";
    return is(4, 3) ? "On-screen Show (4:3)" : "Custom";
}

void write_extended_properties(const Writing& writing) {
    pugi::xml_document document;
    auto root = add_root(document, "Properties",
                         {{"xmlns",
                           "http://schemas.openxmlformats.org/officeDocument/2006/"
                           "extended-properties"}});
    const auto& slides = writing.deck.slides;
    std::size_t with_notes = 0;
    for (const auto& slide : slides) with_notes += slide.notes.empty() ? 0 : 1;
    add_value(root, "PresentationFormat", format_of(writing.look().size));
    add_value(root, "Slides", std::to_string(slides.size()));
    add_value(root, "Notes", std::to_string(with_notes));
    add_value(root, "Application", "triptych");
    writing.package.add("docProps/app.xml", parts::extended_properties, document);
    writing.package.relate("", parts::extended_properties, "docProps/app.xml");
}

}  // namespace

void write_presentation(const Writing& writing) {
    pugi::xml_document document;
    auto root = add_presentation_root(document, "p:presentation");
    xml::set_attribute(root, "saveSubsetFonts", "1");
    add_masters(root, writing);
    add_slides(root, writing);
    add_sizes(root, writing);
    add_default_text(root, writing);
    add_sections(root, writing);
    writing.package.relate("", parts::presentation, presentation_part);
    set_direction(document, Shapes::of_slides, writing);
    writing.package.add(presentation_part, parts::presentation, document);
    write_satellite("ppt/presProps.xml", parts::presentation_properties, "p:presentationPr",
                    writing);
    write_satellite("ppt/viewProps.xml", parts::view_properties, "p:viewPr", writing);
    write_table_styles(writing);
    writing.package.relate(presentation_part, parts::table_styles, "ppt/tableStyles.xml");
}

void write_properties(const Writing& writing) {
    write_core_properties(writing);
    write_extended_properties(writing);
}

}  // namespace triptych::pptx
