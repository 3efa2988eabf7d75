#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "verify/verify.hpp"

namespace triptych::verify {

/// Gathers violations.
class Report {
public:
    void add(std::string clause, std::string message);
    /// Adds a violation unless `holds`.
    void expect(bool holds, const char* clause, const std::string& message);
    std::vector<Violation> take() { return std::move(all_); }

private:
    std::vector<Violation> all_;
};

/// Number of an indirect object.
using Number = int;

/// What the structure tree says that pages are held against.
struct StructureFacts {
    /// Marked content by page object and identifier: the element that holds it.
    std::map<std::pair<Number, int>, Number> content;
    /// Annotations by object: the element that holds their OBJR.
    std::map<Number, Number> annotations;
    std::map<Number, std::string> types;  ///< standard type by element
};

/// Catalogue, metadata, output intent, identifiers.
void check_document(QPDF& file, Report& report);
/// The tree of elements.
StructureFacts check_structure(QPDF& file, Report& report);
/// Contents, annotations and parent tree.
void check_pages(QPDF& file, const StructureFacts& facts, Report& report);
/// The bytes before the first and behind the last object.
void check_bytes(std::string_view file, Report& report);
/// Every object by itself: limits, streams, pictures, forms, graphics states, actions.
void check_objects(QPDF& file, Report& report);
/// Rows, cells and headers of one table.
void check_table(QPDFObjectHandle table, Report& report);

bool is_one_of(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The decoded data of a stream; empty for what is none.
std::string stream_text(QPDFObjectHandle stream);
/// An attribute of a structure element (ISO 32000-1 14.7.5), or null.
QPDFObjectHandle attribute(QPDFObjectHandle element, const char* key);
/// An ICC profile that PDF/A-2 allows; `colours` is for example `RGB `, empty for any.
bool is_usable_profile(const std::string& profile, std::string_view colours);
/// A language tag as RFC 3066 has it.
bool is_language_tag(const std::string& tag);

}  // namespace triptych::verify
