#include "epub/navigation.hpp"

#include <fmt/format.h>

#include <map>
#include <variant>
#include <vector>

#include "base/number_signs.hpp"
#include "base/title_text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {
namespace {

/// Of the page of contents.
constexpr int shown_levels = 2;

/// An entry of the table of contents.
struct Entry {
    std::string label, address;
    std::vector<Entry> children;
};

/// A label without the emoji that it begins with.
std::string bare(std::string_view label) {
    return std::string(text::without_leading_pictographs(label));
}

std::string label_of(const doc::Heading& heading) {
    const auto text = bare(doc::plain_text(heading.body));
    return heading.number.empty() ? text : heading.number + " " + text;
}

std::string address_of(PageId page, const std::string& element, const NavigationParts& parts) {
    const auto address = "text/" + parts.documents.name_of(page, element);
    return element.empty() ? address : address + "#" + element;
}

/// Headings of the second and third look become entries; deeper ones are not worth a line.
std::vector<Entry> headings_of(PageId id, const NavigationParts& parts) {
    const auto& page = parts.book.pages[index(id)];
    std::vector<Entry> entries;
    for (const auto& block : page.body) {
        const auto* heading = std::get_if<doc::Heading>(&block.node);
        if (!heading || heading->id.empty() || heading->level > 3) continue;
        const auto label = label_of(*heading);
        if (label.empty()) continue;
        auto& siblings =
            heading->level == 3 && !entries.empty() ? entries.back().children : entries;
        siblings.push_back({label, address_of(id, heading->id, parts), {}});
    }
    return entries;
}

/// Pages nest by depth, under the last page that is higher up; a page's headings come before the
/// pages under it.
void append_page(std::vector<Entry>& top, PageId id, const NavigationParts& parts) {
    const auto& page = parts.book.pages[index(id)];
    std::vector<Entry>* siblings = &top;
    for (std::uint8_t depth = 0; depth < page.depth && !siblings->empty(); ++depth)
        siblings = &siblings->back().children;
    siblings->push_back(
        {bare(page.short_title), address_of(id, {}, parts), headings_of(id, parts)});
}

std::vector<Entry> contents_of(const NavigationParts& parts) {
    std::vector<Entry> all;
    for (std::size_t i = 0; i < parts.book.parts.size(); ++i) {
        const auto& part = parts.book.parts[i];
        std::vector<Entry> pages;
        for (const auto id : part.pages) append_page(pages, id, parts);
        if (part.title.empty())
            all.insert(all.end(), pages.begin(), pages.end());
        else if (!pages.empty())
            all.push_back({bare(doc::plain_text(part.title)),
                           "text/" + Documents::name_of_part(parts.book, i), std::move(pages)});
    }
    return all;
}

/// Deeper levels are for the reader's own menu and not shown on the page of contents (EPUB 3.3,
/// 7.4.1).
void append_entries(pugi::xml_node parent, const std::vector<Entry>& entries, int level = 1) {
    auto list = element(parent, "ol");
    if (level > shown_levels) xml::set_attribute(list, "hidden", "hidden");
    for (const auto& entry : entries) {
        auto item = element(list, "li");
        xml::set_attribute(text_element(item, "a", entry.label), "href", entry.address);
        if (!entry.children.empty()) append_entries(item, entry.children, level + 1);
    }
}

pugi::xml_node append_landmark(pugi::xml_node list, std::string_view type, std::string_view label,
                               std::string_view address) {
    auto link = text_element(element(list, "li"), "a", label);
    xml::set_attribute(link, "epub:type", type);
    xml::set_attribute(link, "href", address);
    return link;
}

/// Headed by a word in `language`, or what stands for it.
pugi::xml_node append_nav(pugi::xml_node body, std::string_view type, Word title,
                          std::string_view language) {
    auto nav = element(body, "nav");
    xml::set_attribute(nav, "epub:type", type);
    xml::set_attribute(nav, "aria-label", word_in(language, title));
    markup::tell_words(text_element(nav, "h2", word_in(language, title)), language);
    return nav;
}

/// Numbers entries in reading order; entries that lead to the same place share their number (NCX
/// 2005-1 §3.4).
struct NavPoints {
    int count = 0;
    std::map<std::string, int> orders;

    int order(const std::string& address) {
        const int next = static_cast<int>(orders.size()) + 1;
        return orders.try_emplace(address, next).first->second;
    }
};

void append_nav_points(pugi::xml_node parent, const std::vector<Entry>& entries,
                       NavPoints& points) {
    for (const auto& entry : entries) {
        auto point = element(parent, "navPoint");
        xml::set_attribute(point, "id", fmt::format("nav-{}", ++points.count));
        xml::set_attribute(point, "playOrder", std::to_string(points.order(entry.address)));
        text_element(element(point, "navLabel"), "text", entry.label);
        xml::set_attribute(element(point, "content"), "src", entry.address);
        append_nav_points(point, entry.children, points);
    }
}

void append_landmarks(pugi::xml_node body, const NavigationParts& parts) {
    const auto& book = parts.book;
    const auto& language = book.metadata.language;
    auto landmarks = append_nav(body, "landmarks", Word::landmarks, language);
    xml::set_attribute(landmarks, "hidden", "hidden");
    auto list = element(landmarks, "ol");
    if (parts.has_cover)
        markup::tell_words(
            append_landmark(list, "cover", word_in(language, Word::cover), "text/cover_.xhtml"),
            language);
    markup::tell_words(append_landmark(list, "toc", word_in(language, Word::contents), "nav.xhtml"),
                       language);
    if (!book.pages.empty())
        append_landmark(list, "bodymatter", book.pages.front().short_title,
                        address_of(PageId{0}, {}, parts));
}

void append_page_list(pugi::xml_node body, const NavigationParts& parts) {
    if (parts.printed_pages.empty()) return;
    auto nav = append_nav(body, "page-list", Word::printed_pages, parts.book.metadata.language);
    xml::set_attribute(nav, "role", "doc-pagelist");
    xml::set_attribute(nav, "hidden", "hidden");
    auto list = element(nav, "ol");
    for (const auto& page : parts.printed_pages)
        xml::set_attribute(text_element(element(list, "li"), "a",
                                        own_digits(page.label, parts.book.metadata.language)),
                           "href", "text/" + page.address);
}

/// The page list of readers of EPUB 2.
void append_page_targets(pugi::xml_node ncx, const NavigationParts& parts, NavPoints& points) {
    if (parts.printed_pages.empty()) return;
    auto list = element(ncx, "pageList");
    for (const auto& page : parts.printed_pages) {
        auto target = element(list, "pageTarget");
        xml::set_attribute(target, "id", fmt::format("nav-{}", ++points.count));
        xml::set_attribute(target, "type", "normal");
        xml::set_attribute(target, "value", page.label);
        xml::set_attribute(target, "playOrder",
                           std::to_string(points.order("text/" + page.address)));
        text_element(element(target, "navLabel"), "text",
                     own_digits(page.label, parts.book.metadata.language));
        xml::set_attribute(element(target, "content"), "src", "text/" + page.address);
    }
}

}  // namespace

std::string write_navigation(const NavigationParts& parts) {
    pugi::xml_document document;
    const auto& language = parts.book.metadata.language;
    const auto title = word_in(language, Word::contents);
    auto body = start_document(document, title, parts.book.metadata, "");
    markup::tell_words(body.parent().child("head").child("title"), language);
    auto toc = append_nav(body, "toc", Word::contents, language);
    xml::set_attribute(toc, "role", "doc-toc");
    append_entries(toc, contents_of(parts));
    append_landmarks(body, parts);
    append_page_list(body, parts);
    return xml::to_string(document, xml::Layout::raw);
}

std::string write_ncx(const NavigationParts& parts, const std::string& identifier) {
    pugi::xml_document document;
    auto ncx = element(document, "ncx");
    xml::set_attribute(ncx, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    xml::set_attribute(ncx, "version", "2005-1");
    xml::set_attribute(ncx, "xml:lang", parts.book.metadata.language);
    auto meta = element(element(ncx, "head"), "meta");
    xml::set_attribute(meta, "name", "dtb:uid");
    xml::set_attribute(meta, "content", identifier);
    text_element(element(ncx, "docTitle"), "text", parts.book.metadata.title);
    NavPoints points;
    append_nav_points(element(ncx, "navMap"), contents_of(parts), points);
    append_page_targets(ncx, parts, points);
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace triptych::epub
