#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "base/report.hpp"

namespace triptych::epub::verify {

/// The files of the archive by name.
using Archive = std::map<std::string, std::string, std::less<>>;

struct ManifestItem {
    std::string path, media_type, properties;
};
/// What the package says that documents are held against.
struct Package {
    std::string path;
    std::map<std::string, ManifestItem> items;  ///< by id
    std::vector<std::string> spine;             ///< paths
    std::string navigation;                     ///< path
    std::string identifier;                     ///< the unique one
    bool names_page_source = false;
};

/// A document as read: its tree, its ids and the marks of printed pages in it.
struct ReadDocument {
    pugi::xml_document tree;
    std::set<std::string> ids, page_breaks;
    std::map<std::string, std::size_t> places;  ///< of ids, in the order of the document
};
using ReadDocuments = std::map<std::string, ReadDocument>;

/// The path that `reference` in the file `from` leads to, its fragment cut off.
std::string resolved(std::string_view from, std::string_view reference);

Package check_package(const Archive& archive, Report& report);
/// XHTML documents one by one.
ReadDocuments check_documents(const Archive& archive, const Package& package, Report& report);
/// Every part that is XML.
void check_well_formed(const Archive& archive, Report& report);
/// Pictures in SVG: elements, attributes and values as SVG 1.1 has them, nothing that acts or leads
/// out of the file, every id once.
void check_drawings(const Archive& archive, const Package& package, Report& report);
/// Style sheets: blocks and strings that end, values, files that are there, nothing imported.
void check_style_sheets(const Archive& archive, const Package& package, Report& report);
/// Elements, attributes and values of an element in the form it must have (forms.def).
void check_form(const pugi::xml_node& element, std::string_view form, const std::string& path,
                const char* clause, Report& report);
/// What stands in what (HTML §4), no link inside another, known elements and attributes only.
void check_content(pugi::xml_node html, const std::string& path, Report& report);
/// Whether `reference` has a scheme.
bool is_elsewhere(std::string_view reference);
/// An address outside of the book: of a kind that readers follow, with a host that can be looked
/// up.
void check_address(const std::string& from, std::string_view address, Report& report);
/// Links between documents, navigation and page list.
void check_links(const Archive& archive, const Package& package, const ReadDocuments& documents,
                 Report& report);

}  // namespace triptych::epub::verify
