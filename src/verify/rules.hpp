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

#include "verify/clauses.hpp"
#include "verify/verify.hpp"

namespace triptych::verify {

/// Gathers violations.
class Report {
public:
    /// From now on, only what these hold for is added, by the names that they give it.
    void use(const Clauses& clauses) { clauses_ = clauses; }
    void add(std::string clause, std::string message);
    /// Adds a violation unless `holds`.
    void expect(bool holds, const char* clause, const std::string& message);
    std::vector<Violation> take() { return std::move(all_); }

private:
    std::vector<Violation> all_;
    Clauses clauses_;
};

/// What a file is for, which decides the rules it is held against. Sheets for paper have no tags; a
/// file with neither tags nor a claim of PDF/A-2b or PDF/X is held against the rules for reading.
enum class Purpose {
    reading,   ///< PDF/UA-1 and PDF/A-2a
    modern,    ///< the same in PDF 2.0: PDF/UA-2 and PDF/A-4
    paper,     ///< PDF/A-2b
    printing,  ///< PDF/X-4: black ink beside sRGB
};
Purpose purpose_of(QPDF& file);

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

/// Whether the tables of objects that a reader decodes before all else are larger than a file
/// needs.
bool has_large_tables(std::string_view file);
/// Whether the data of any other stream are.
bool has_large_streams(QPDF& file);
/// Catalogue, output intent, identifiers.
void check_document(QPDF& file, Purpose purpose, Report& report);
/// What only PDF 2.0 has: places in the structure, files inside. Whether there are any of these.
bool check_modern_document(QPDF& file, Report& report);
/// The XMP packet: that it can be read, what it claims, and that the information dictionary says
/// the same.
void check_metadata(QPDF& file, Purpose purpose, Report& report);
/// What the metadata of PDF 2.0 claim; level F goes with files inside.
void check_modern_claims(const Claims& claims, std::string_view packet, bool has_files,
                         Report& report);
/// What PDF/X-4 asks of a file for a print shop: metadata, output intent, page boxes.
void check_print(QPDF& file, Report& report);
/// The tree of elements.
StructureFacts check_structure(QPDF& file, Report& report);
/// The same of PDF 2.0.
StructureFacts check_modern_structure(QPDF& file, Report& report);
/// Contents, annotations and parent tree.
void check_pages(QPDF& file, Purpose purpose, const StructureFacts& facts, Report& report);
/// The bytes before the first and behind the last object.
void check_bytes(std::string_view file, Purpose purpose, Report& report);
/// The words that objects, streams and the cross-reference table begin and end with.
void check_keywords(QPDF& file, std::string_view bytes, Report& report);
/// The tree of pages, page labels, bookmarks, and the places that links lead to.
void check_navigation(QPDF& file, Report& report);
/// Whether the data of a picture are as many as its entries say.
void check_samples(QPDFObjectHandle image, const std::string& where, Report& report);
/// Every object by itself: limits, streams, pictures, forms, graphics states, actions.
void check_objects(QPDF& file, Purpose purpose, Report& report);
/// Rows, cells and headers of one table.
void check_table(QPDFObjectHandle table, Purpose purpose, Report& report);

inline bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}
inline bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The decoded data of a stream; empty for what is none.
std::string stream_text(QPDFObjectHandle stream);
/// The items of an array, or the one value that stands in place of one.
inline std::vector<QPDFObjectHandle> one_or_several(QPDFObjectHandle value) {
    if (value.isArray()) return value.getArrayAsVector();
    return {value};
}
/// An attribute of a structure element, its own or that of a class of it (ISO 32000-1 14.7.5), or
/// null.
QPDFObjectHandle attribute(QPDFObjectHandle element, const char* key);
/// An ICC profile that PDF/A-2 allows; `colours` is for example `RGB `, empty for any.
bool is_usable_profile(const std::string& profile, std::string_view colours);
/// The colours of the PDF/A output intent as its profile names them, for example `RGB `; empty
/// without one.
std::string output_colours(QPDF& file);
/// Whether colours of a device, for example `/DeviceRGB`, are defined by those of the output intent
/// (ISO 19005-2 6.2.4.3); and what to say when not.
bool covers(std::string_view output, std::string_view device);
std::string uncovered(std::string_view device);
/// A real number that PDF/A-2 allows: not too large, and not too near to zero.
bool is_sound_real(QPDFObjectHandle number);
/// Whether bytes are UTF-8.
bool is_utf8(std::string_view bytes);
/// A language tag as RFC 3066 has it.
bool is_language_tag(const std::string& tag);

}  // namespace triptych::verify
