#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "epub/verify/rules.hpp"

namespace triptych::epub::verify {
namespace {

/// Elements in document order; the tree is as deep as the file says, so nothing recurses.
void for_each_element(pugi::xml_node root, const std::function<void(pugi::xml_node)>& call) {
    for (pugi::xml_node node = root; node;) {
        if (node.type() == pugi::node_element) call(node);
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling()) node = node.parent();
        node = node == root ? pugi::xml_node() : node.next_sibling();
    }
}

void check_head(pugi::xml_node html, const std::string& path, Report& report) {
    report.expect(!std::string_view(html.attribute("lang").value()).empty(), "WCAG 2.1 3.1.1",
                  say("'{}' does not say its language", path));
    report.expect(!std::string_view(html.child("head").child("title").text().get()).empty(),
                  "WCAG 2.1 2.4.2", say("'{}' has no title", path));
}

bool has_text_alternative(pugi::xml_node image) {
    return static_cast<bool>(image.attribute("alt"));
}

/// Roles of WAI-ARIA 1.2 and DPUB-ARIA 1.1 that e-books of ours have.
bool is_known_role(std::string_view role) {
    return is_one_of(
        role, {"cell",         "columnheader", "doc-backlink", "doc-chapter", "doc-cover",
               "doc-endnotes", "doc-footnote", "doc-noteref",  "doc-notice",  "doc-pagebreak",
               "doc-pagelist", "doc-part",     "doc-tip",      "doc-toc",     "group",
               "img",          "row",          "rowgroup",     "rowheader",   "table"});
}

/// What elements of e-books of ours are (EPUB Structural Semantics Vocabulary).
bool is_known_type(std::string_view type) {
    return is_one_of(type, {"bodymatter", "chapter", "cover", "footnote", "footnotes", "landmarks",
                            "noteref", "notice", "page-list", "pagebreak", "part", "tip", "toc"});
}

void check_element(pugi::xml_node node, const std::string& path, ReadDocument& document,
                   Report& report) {
    const std::string_view name = node.name();
    if (const auto id = node.attribute("id")) {
        const std::string_view written = id.value();
        report.expect(!written.empty() && written.find_first_of(" \t\n") == written.npos,
                      "HTML 3.2.6", say("'{}' has the id '{}'", path, written));
        document.places.emplace(written, document.places.size());
        report.expect(document.ids.insert(id.value()).second, "XML 1.0 3.3.1",
                      say("'{}' has two elements with the id '{}'", path, id.value()));
    }
    if (const auto role = node.attribute("role"))
        report.expect(is_known_role(role.value()), "WAI-ARIA 1.2 5.3",
                      say("'{}' has the role '{}'", path, role.value()));
    if (const auto type = node.attribute("epub:type"))
        report.expect(is_known_type(type.value()), "EPUB 3.3 6.2.1",
                      say("'{}' has the epub:type '{}'", path, type.value()));
    if (const auto scope = node.attribute("scope"))
        report.expect(is_one_of(scope.value(), {"row", "col", "rowgroup", "colgroup"}),
                      "HTML 4.9.10", say("'{}' has the scope '{}'", path, scope.value()));
    if (name == "img")
        report.expect(has_text_alternative(node), "WCAG 2.1 1.1.1",
                      say("a picture in '{}' has no alternative", path));
    if (std::string_view(node.attribute("epub:type").value()) == "pagebreak")
        document.page_breaks.insert(node.attribute("id").value());
}

/// Headings go down one level at a time.
void check_headings(pugi::xml_node html, const std::string& path, Report& report) {
    int level = 0;
    for_each_element(html, [&](pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '6') return;
        const int own = name[1] - '0';
        report.expect(level == 0 || own <= level + 1, "WCAG 2.1 1.3.1",
                      say("'{}' jumps from h{} to h{}", path, level, own));
        level = own;
    });
}

void check_document(const std::string& path, const ManifestItem& item, ReadDocument& document,
                    Report& report) {
    const auto html = document.tree.child("html");
    check_head(html, path, report);
    check_form(document.tree.document_element(), "html", path, "EPUB 3.3 6.1.2", report);
    bool has_formulas = false;
    for_each_element(html, [&](pugi::xml_node node) {
        check_element(node, path, document, report);
        const std::string_view name = node.name();
        has_formulas = has_formulas || name == "math";
        if (name == "math" || name == "table")
            check_form(node, name, path, "EPUB 3.3 6.1.2", report);
    });
    check_headings(html, path, report);
    check_content(html, path, report);
    report.expect(has_formulas == (item.properties == "mathml"), "EPUB 3.3 5.6.2",
                  say("the manifest is wrong about MathML in '{}'", path));
}

void check_reference(const std::string& from, std::string_view reference, const Archive& archive,
                     const ReadDocuments& documents, Report& report) {
    if (is_elsewhere(reference)) return check_address(from, reference, report);
    const auto path = resolved(from, reference);
    report.expect(archive.count(path) != 0, "EPUB 3.3 3.5",
                  say("'{}' leads from '{}' to nothing", reference, from));
    const auto hash = reference.find('#');
    const auto target = documents.find(path);
    if (hash == std::string_view::npos || target == documents.end()) return;
    report.expect(target->second.ids.count(std::string(reference.substr(hash + 1))) != 0,
                  "EPUB 3.3 3.5", say("'{}' leads from '{}' to no element", reference, from));
}

pugi::xml_node navigation_list(pugi::xml_node html, std::string_view type) {
    for (const auto nav : html.child("body").children("nav"))
        if (nav.attribute("epub:type").value() == type) return nav;
    return {};
}

/// Entries of a list of the navigation follow the text (EPUB 3.3 7.3.2).
void check_order(const Package& package, const ReadDocuments& documents, pugi::xml_node list,
                 Report& report) {
    std::map<std::string, std::size_t> files;
    for (const auto& path : package.spine) files.emplace(path, files.size() + 1);
    std::pair<std::size_t, std::size_t> last;
    for_each_element(list, [&](pugi::xml_node node) {
        const std::string reference = node.attribute("href").value();
        const auto path = resolved(package.navigation, reference);
        const auto document = documents.find(path);
        if (reference.empty() || document == documents.end()) return;
        const auto hash = reference.find('#');
        std::pair<std::size_t, std::size_t> place(files[path], 0);
        if (hash != std::string::npos) {
            const auto found = document->second.places.find(reference.substr(hash + 1));
            if (found != document->second.places.end()) place.second = found->second + 1;
        }
        report.expect(place >= last, "EPUB 3.3 7.3.2",
                      say("the navigation leads back to '{}'", reference));
        last = std::max(last, place);
    });
}

/// Every mark of a printed page is listed, and every entry leads to a mark.
void check_page_list(const Package& package, const ReadDocuments& documents, pugi::xml_node html,
                     Report& report) {
    std::set<std::pair<std::string, std::string>> marks;
    for (const auto& [path, document] : documents)
        for (const auto& id : document.page_breaks) marks.emplace(path, id);
    for_each_element(navigation_list(html, "page-list"), [&](pugi::xml_node node) {
        const std::string reference = node.attribute("href").value();
        if (reference.empty()) return;
        const auto id = reference.substr(std::min(reference.find('#') + 1, reference.size()));
        report.expect(marks.erase({resolved(package.navigation, reference), id}) == 1,
                      "EPUB 3.3 7.4.3",
                      say("the page list leads to '{}', no page break", reference));
    });
    for (const auto& [path, id] : marks)
        report.expect(false, "EPUB 3.3 7.4.3",
                      say("the page break '{}' of '{}' is not in the page list", id, path));
    report.expect(!navigation_list(html, "page-list") || package.names_page_source,
                  "EPUB Accessibility 1.1 3.5", say("the source of the page list is not named"));
}

/// Regions of the navigation are told apart by their labels; they hold lists of links, which lead
/// to the book itself and, among landmarks, say what is there.
void check_regions(pugi::xml_node html, const std::string& path, Report& report) {
    std::set<std::string> labels;
    for (const auto nav : html.child("body").children("nav")) {
        const std::string_view type = nav.attribute("epub:type").value();
        report.expect(labels.insert(nav.attribute("aria-label").value()).second, "WCAG 2.1 2.4.1",
                      say("two parts of the navigation are called '{}'",
                          nav.attribute("aria-label").value()));
        check_form(nav, "nav", path, "EPUB 3.3 7.3", report);
        for_each_element(nav, [&](pugi::xml_node node) {
            if (std::string_view(node.name()) != "a") return;
            report.expect(!is_elsewhere(node.attribute("href").value()), "EPUB 3.3 7.3.2",
                          say("'{}' leads out of the book", path));
            report.expect(type != "landmarks" || node.attribute("epub:type"), "EPUB 3.3 7.4.4",
                          say("a landmark of '{}' does not say what it is", path));
        });
    }
}

}  // namespace

std::string resolved(std::string_view from, std::string_view reference) {
    reference = reference.substr(0, reference.find('#'));
    if (reference.empty()) return std::string(from);
    std::string path(from.substr(0, from.rfind('/') + 1));
    while (reference.starts_with("../")) {
        reference.remove_prefix(3);
        path.resize(path.size() < 2 ? 0 : path.rfind('/', path.size() - 2) + 1);
    }
    return path.append(reference);
}

ReadDocuments check_documents(const Archive& archive, const Package& package, Report& report) {
    ReadDocuments documents;
    for (const auto& [id, item] : package.items) {
        const auto file = archive.find(item.path);
        if (item.media_type != "application/xhtml+xml" || file == archive.end()) continue;
        auto& document = documents[item.path];
        const auto& bytes = file->second;
        const bool parsed = static_cast<bool>(
            document.tree.load_buffer(bytes.data(), bytes.size(), pugi::parse_full));
        report.expect(parsed, "EPUB 3.3 6.1.2", say("'{}' is not well-formed", item.path));
        check_document(item.path, item, document, report);
    }
    return documents;
}

void check_links(const Archive& archive, const Package& package, const ReadDocuments& documents,
                 Report& report) {
    std::set<std::string> shown;   // files that are pictures
    std::set<std::string> linked;  // types of others, and their paths
    for (const auto& [id, item] : package.items) {
        if (item.media_type.starts_with("image/")) shown.insert(item.path);
        linked.insert(item.media_type + " " + item.path);
    }
    for (const auto& entry : documents)
        for_each_element(entry.second.tree.child("html"), [&](pugi::xml_node node) {
            const bool offers = std::string_view(node.name()) == "source";
            const std::string_view source = node.attribute(offers ? "srcset" : "src").value();
            report.expect(!is_elsewhere(source), "EPUB 3.3 3.6",
                          say("'{}' shows '{}', which is not in the book", entry.first,
                              source.substr(0, 80)));
            if (offers || std::string_view(node.name()) == "img")
                report.expect(shown.count(resolved(entry.first, source)) != 0 && !source.empty(),
                              "EPUB 3.3 3.5",
                              say("'{}' shows '{}', which is no picture of the book", entry.first,
                                  source.substr(0, 80)));
            if (std::string_view(node.name()) == "link")
                report.expect(
                    linked.count(node.attribute("type").value() + std::string(" ") +
                                 resolved(entry.first, node.attribute("href").value())) != 0,
                    "EPUB 3.3 3.5",
                    say("'{}' links to a file that is not in the book", entry.first));
            for (const char* name : {"href", "src"})
                if (const auto reference = node.attribute(name);
                    reference && !(is_elsewhere(source) && std::string_view(name) == "src"))
                    check_reference(entry.first, reference.value(), archive, documents, report);
            for (const char* name : {"aria-labelledby", "aria-describedby"})
                if (const std::string id = node.attribute(name).value(); !id.empty())
                    report.expect(entry.second.ids.count(id) != 0, "WAI-ARIA 1.2 6.2.4",
                                  say("'{}' names '{}', which it does not have", entry.first, id));
        });
    const auto navigation = documents.find(package.navigation);
    if (navigation == documents.end()) return;
    const auto html = navigation->second.tree.child("html");
    report.expect(static_cast<bool>(navigation_list(html, "toc").child("ol").child("li")),
                  "EPUB 3.3 7.4.2", say("the navigation has no table of contents"));
    check_page_list(package, documents, html, report);
    for (const char* list : {"toc", "page-list"})
        check_order(package, documents, navigation_list(html, list), report);
    check_regions(html, package.navigation, report);
}

}  // namespace triptych::epub::verify
