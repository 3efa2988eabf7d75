#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "epub/verify/rules.hpp"

namespace triptych::epub::verify {
namespace {

constexpr std::array<std::string_view, 13> core_media_types = {"application/xhtml+xml",
                                                               "application/x-dtbncx+xml",
                                                               "text/css",
                                                               "image/svg+xml",
                                                               "image/png",
                                                               "image/jpeg",
                                                               "image/gif",
                                                               "image/webp",
                                                               "font/ttf",
                                                               "font/otf",
                                                               "font/woff2",
                                                               "application/vnd.ms-opentype",
                                                               "application/pls+xml"};

std::string package_path(const Archive& archive, Report& report) {
    const auto container = archive.find("META-INF/container.xml");
    if (container == archive.end()) return {};
    pugi::xml_document tree;
    const bool parsed = static_cast<bool>(tree.load_string(container->second.c_str()));
    report.expect(parsed, "OCF 3.3 4.2.6.3.1", say("META-INF/container.xml is not well-formed"));
    check_form(tree.document_element(), "container", container->first, "OCF 3.3 4.2.6.3.1", report);
    return tree.child("container")
        .child("rootfiles")
        .child("rootfile")
        .attribute("full-path")
        .value();
}

std::string property_value(pugi::xml_node metadata, std::string_view property) {
    for (const auto meta : metadata.children("meta"))
        if (meta.attribute("property").value() == property) return meta.text().get();
    return {};
}

/// Properties of the metadata that say something of other metadata only (EPUB 3.3 §D.3).
bool refines_others(std::string_view property) {
    constexpr std::array<std::string_view, 11> refining = {
        "alternate-script", "collection-type", "display-seq", "file-as",
        "group-position",   "identifier-type", "role",        "source-of",
        "title-type",       "authority",       "term"};
    return is_one_of(property, refining);
}

/// Properties that have a reserved prefix, or are of the vocabulary itself (§D.1.4).
bool is_known_property(std::string_view property) {
    constexpr std::array<std::string_view, 9> prefixes = {
        "dcterms:", "schema:", "a11y:", "rendition:",     "media:",
        "marc:",    "onix:",   "xsd:",  "pageBreakSource"};
    return refines_others(property) || property == "belongs-to-collection" ||
           std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
               return property.starts_with(prefix) && property.find(' ') == property.npos;
           });
}

/// EPUB 3's properties, or pairs of EPUB 2.
void check_meta(pugi::xml_node meta, Report& report) {
    const std::string_view property = meta.attribute("property").value();
    const bool pair = meta.attribute("name") && meta.attribute("content");
    report.expect(pair || is_known_property(property), "EPUB 3.3 5.5.5",
                  say("the metadata have a property '{}'", property));
    report.expect(pair || !std::string_view(meta.text().get()).empty(), "EPUB 3.3 5.5.5",
                  say("the property '{}' is empty", property));
    report.expect(!refines_others(property) || meta.attribute("refines"), "EPUB 3.3 5.3.6",
                  say("the property '{}' refines nothing", property));
}

/// `2026-03-02T00:00:00Z`
bool is_time(std::string_view time) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
    const auto fits = [](char c, char f) { return f == 'd' ? ascii::is_digit(c) : c == f; };
    return time.size() == form.size() && std::equal(time.begin(), time.end(), form.begin(), fits);
}

/// What may be said of a thing once only (§D.3).
bool is_said_once(std::string_view property) {
    return refines_others(property) && property != "role" && property != "alternate-script" &&
           property != "authority" && property != "term";
}

void check_metadata(pugi::xml_node package, Report& report) {
    std::set<std::pair<std::string, std::string>> said;
    const auto metadata = package.child("metadata");
    for (const char* name : {"dc:identifier", "dc:title", "dc:language"})
        report.expect(!std::string_view(metadata.child(name).text().get()).empty(),
                      "EPUB 3.3 5.5.3", say("the package has no {}", name));
    const auto uid = metadata.find_child_by_attribute(
        "dc:identifier", "id", package.attribute("unique-identifier").value());
    report.expect(static_cast<bool>(uid), "EPUB 3.3 5.4",
                  say("the unique identifier of the package is not among its identifiers"));
    report.expect(is_time(property_value(metadata, "dcterms:modified")), "EPUB 3.3 5.5.4",
                  say("dcterms:modified is missing or no UTC time"));
    std::size_t modified = 0;
    for (const auto meta : metadata.children("meta")) {
        check_meta(meta, report);
        const std::string property = meta.attribute("property").value();
        report.expect(!is_said_once(property) ||
                          said.emplace(property, meta.attribute("refines").value()).second,
                      "EPUB 3.3 5.3.6", say("'{}' is said twice", property));
        modified += std::string_view(meta.attribute("property").value()) == "dcterms:modified";
    }
    report.expect(modified == 1, "EPUB 3.3 5.5.4", say("dcterms:modified is not given once"));
    for (const char* name : {"schema:accessMode", "schema:accessibilityFeature",
                             "schema:accessibilityHazard", "schema:accessibilitySummary"})
        report.expect(!property_value(metadata, name).empty(), "EPUB Accessibility 1.1 2.2",
                      say("the package has no {}", name));
}

void check_item(const ManifestItem& item, const Archive& archive, Report& report) {
    const bool is_core = is_one_of(item.media_type, core_media_types);
    report.expect(archive.count(item.path) != 0, "EPUB 3.3 5.6.1",
                  say("the manifest names '{}', which is not in the archive", item.path));
    report.expect(
        is_core, "EPUB 3.3 3.2",
        say("'{}' is of the type '{}', which not every reader knows", item.path, item.media_type));
}

void read_manifest(pugi::xml_node manifest, const Archive& archive, Package& package,
                   Report& report) {
    for (const auto node : manifest.children("item")) {
        const std::string id = node.attribute("id").value();
        ManifestItem item{resolved(package.path, node.attribute("href").value()),
                          node.attribute("media-type").value(),
                          node.attribute("properties").value()};
        check_item(item, archive, report);
        if (item.properties == "nav") {
            report.expect(package.navigation.empty(), "EPUB 3.3 5.6.2",
                          say("more than one document is the navigation"));
            package.navigation = item.path;
        }
        report.expect(package.items.emplace(id, std::move(item)).second, "EPUB 3.3 5.6.2",
                      say("two items of the manifest have the id '{}'", id));
    }
    report.expect(!package.navigation.empty(), "EPUB 3.3 5.6.2", say("there is no navigation"));
}

/// Every file must be in the manifest, apart from those of the container itself.
void check_leftovers(const Archive& archive, const Package& package, Report& report) {
    std::set<std::string> known = {"mimetype", package.path};
    for (const auto& [id, item] : package.items) known.insert(item.path);
    for (const auto& [name, bytes] : archive)
        report.expect(name.starts_with("META-INF/") || known.count(name) != 0, "EPUB 3.3 5.6.1",
                      say("'{}' is not in the manifest", name));
}

/// What the spine says of the table of contents of EPUB 2.
void check_toc(pugi::xml_node spine, const Package& package, Report& report) {
    const auto item = package.items.find(spine.attribute("toc").value());
    const bool is_ncx =
        item != package.items.end() && item->second.media_type == "application/x-dtbncx+xml";
    const bool has_ncx = std::any_of(
        package.items.begin(), package.items.end(),
        [](const auto& each) { return each.second.media_type == "application/x-dtbncx+xml"; });
    report.expect(is_ncx == has_ncx, "EPUB 3.3 5.9.2", say("the spine does not name the NCX"));
}

void read_spine(pugi::xml_node spine, Package& package, Report& report) {
    check_toc(spine, package, report);
    std::set<std::string> seen;
    for (const auto node : spine.children("itemref")) {
        const std::string id = node.attribute("idref").value();
        const auto item = package.items.find(id);
        const bool is_document =
            item != package.items.end() && item->second.media_type == "application/xhtml+xml";
        report.expect(seen.insert(id).second, "EPUB 3.3 5.7.2",
                      say("'{}' is in the spine twice", id));
        report.expect(is_document, "EPUB 3.3 5.7.2",
                      say("'{}' in the spine is no XHTML document", id));
        if (is_document) package.spine.push_back(item->second.path);
    }
    report.expect(!package.spine.empty(), "EPUB 3.3 5.7.2", say("the spine is empty"));
    for (const auto& [id, item] : package.items)
        report.expect(item.media_type != "application/xhtml+xml" || seen.count(id) != 0,
                      "EPUB 3.3 3.5", say("'{}' is not in the spine", item.path));
}

/// Every id of the package once, and what metadata refine is there.
void check_ids(pugi::xml_node package, Report& report) {
    std::set<std::string> ids;
    const auto take = [&](pugi::xml_node node) {
        const auto id = node.attribute("id");
        report.expect(!id || ids.insert(id.value()).second, "XML 1.0 3.3.1",
                      say("the package has two elements with the id '{}'", id.value()));
    };
    for (const auto part : package.children()) {
        take(part);
        for (const auto node : part.children()) take(node);
    }
    for (const auto meta : package.child("metadata").children("meta"))
        if (const std::string refined = meta.attribute("refines").value(); !refined.empty())
            report.expect(ids.count(refined.substr(1)) != 0, "EPUB 3.3 5.3.6",
                          say("the metadata refine '{}', which is not there", refined));
}

bool is_document(const std::string& path, const Package& package) {
    return std::any_of(package.items.begin(), package.items.end(), [&](const auto& each) {
        return each.second.path == path && each.second.media_type == "application/xhtml+xml";
    });
}

/// Places are counted from 1, without gaps.
void check_play_orders(const pugi::xml_document& ncx, const std::string& path, Report& report) {
    std::set<unsigned> orders;
    for (const auto& found : ncx.select_nodes("//*[@playOrder]"))
        orders.insert(found.node().attribute("playOrder").as_uint());
    report.expect(orders.empty() || (*orders.begin() == 1 && *orders.rbegin() == orders.size()),
                  "NCX 2005-1", say("places in '{}' are not counted from 1", path));
}

/// The table of contents of EPUB 2: every id once, places in order, nothing that leads nowhere.
void check_ncx(const Archive& archive, const Package& package, Report& report) {
    for (const auto& [id, item] : package.items) {
        const auto file = archive.find(item.path);
        if (item.media_type != "application/x-dtbncx+xml" || file == archive.end()) continue;
        pugi::xml_document tree;
        tree.load_string(file->second.c_str());
        check_form(tree.document_element(), "ncx", item.path, "NCX 2005-1", report);
        std::set<std::string> ids;
        for (const auto& found : tree.select_nodes("//*[@id]"))
            report.expect(ids.insert(found.node().attribute("id").value()).second, "XML 1.0 3.3.1",
                          say("'{}' has an id twice", item.path));
        for (const auto& found : tree.select_nodes("//content")) {
            const std::string source = found.node().attribute("src").value();
            report.expect(is_document(resolved(item.path, source), package), "OPF 2.0.1 2.4.1",
                          say("'{}' leads to '{}', no page of the book", item.path, source));
        }
        const auto uid = tree.select_node("//meta[@name='dtb:uid']").node();
        report.expect(uid.attribute("content").value() == package.identifier, "OPF 2.0.1 2.4.1",
                      say("'{}' is of another book", item.path));
        check_play_orders(tree, item.path, report);
    }
}

}  // namespace

Package check_package(const Archive& archive, Report& report) {
    Package package;
    package.path = package_path(archive, report);
    const auto file = archive.find(package.path);
    report.expect(file != archive.end(), "OCF 3.3 4.2.6.3.1",
                  say("the container names no package"));
    if (file == archive.end()) return package;
    pugi::xml_document tree;
    report.expect(static_cast<bool>(tree.load_string(file->second.c_str())), "EPUB 3.3 5.2",
                  say("the package is not well-formed"));
    const auto root = tree.child("package");
    report.expect(std::string_view(root.attribute("version").value()) == "3.0", "EPUB 3.3 5.4",
                  say("the package is not of version 3.0"));
    check_form(tree.document_element(), "package", package.path, "EPUB 3.3 5.4", report);
    check_metadata(root, report);
    package.identifier = root.child("metadata")
                             .find_child_by_attribute("dc:identifier", "id",
                                                      root.attribute("unique-identifier").value())
                             .text()
                             .get();
    check_ids(root, report);
    read_manifest(root.child("manifest"), archive, package, report);
    check_leftovers(archive, package, report);
    check_ncx(archive, package, report);
    read_spine(root.child("spine"), package, report);
    package.names_page_source = static_cast<bool>(root.child("metadata").child("dc:source"));
    return package;
}

}  // namespace triptych::epub::verify
