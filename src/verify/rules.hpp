#pragma once

#include <map>
#include <set>
#include <string>
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
/// Every font of the resources: embedded, with a map to Unicode. Gives the codes it has text for.
std::set<unsigned> check_font(QPDFObjectHandle font, const std::string& name, Report& report);

/// A language tag as RFC 3066 has it.
bool is_language_tag(const std::string& tag);

}  // namespace triptych::verify
