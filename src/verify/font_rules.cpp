#include "verify/font_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace triptych::verify {

namespace {

/// What no code may stand for.
bool is_no_character(char32_t c) { return c == 0 || c == 0xFEFF || c == 0xFFFE; }

bool is_simple(QPDFObjectHandle font) {
    if (!font.isDictionary()) return false;
    for (const char* kind : {"/Type1", "/MMType1", "/TrueType", "/Type3"})
        if (font.getKey("/Subtype").isNameAndEquals(kind)) return true;
    return false;
}

/// Encodings of composite fonts that every reader has, beside the two that are identities (ISO
/// 32000-1 table 118), each between blanks.
constexpr std::string_view known_encodings =
    " GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V"
    " GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V"
    " HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V"
    " UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H 90ms-"
    " RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-"
    " RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V"
    " UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H"
    " KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V"
    " ";

bool is_identity(QPDFObjectHandle encoding) {
    return encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
}
bool is_known_encoding(QPDFObjectHandle encoding) {
    if (encoding.isStream() || is_identity(encoding)) return true;
    return encoding.isName() &&
           known_encodings.find(" " + encoding.getName().substr(1) + " ") != std::string_view::npos;
}

/// A composite font has the name of the one in it, also with that of its encoding behind.
bool is_name_of(const std::string& composite, const std::string& inner) {
    return composite == inner || starts_with(composite, inner + "-");
}

}  // namespace

FontCheck::FontCheck(QPDFObjectHandle font, std::string name, Report& report)
    : name_(std::move(name)) {
    if (is_simple(font)) {
        check_simple(font, report);
        return;
    }
    const bool composite = font.isDictionary() &&
                           font.getKey("/Subtype").isNameAndEquals("/Type0") &&
                           font.getKey("/DescendantFonts").isArray() &&
                           font.getKey("/DescendantFonts").getArrayNItems() == 1;
    report.expect(composite, "ISO 32000-1 9.7", name_ + " is no composite font");
    if (!composite) return;
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    simple_ = !is_identity(encoding);
    report.expect(is_known_encoding(encoding), "ISO 14289-1 7.21.3.3",
                  name_ + " has an encoding that not every reader has");
    QPDFObjectHandle inner = font.getKey("/DescendantFonts").getArrayItem(0);
    QPDFObjectHandle descriptor = inner.getKey("/FontDescriptor");
    check_names(font, inner, descriptor, report);
    check_codes(inner, report);
    check_program(inner, descriptor, report);
    if (descriptor.isDictionary() && descriptor.hasKey("/CIDSet"))
        check_set(descriptor.getKey("/CIDSet"), report);
    QPDFObjectHandle width = inner.getKey("/DW");
    if (width.isNumber()) default_width_ = width.getNumericValue();
    read_widths(inner.getKey("/W"));
    read_text(font, report);
}

/// A font of codes of one byte; made by others, so that only what is plain to see is asked.
void FontCheck::check_simple(QPDFObjectHandle font, Report& report) {
    simple_ = true;
    if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return;
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    bool embedded = false;
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"})
        embedded = embedded || (descriptor.isDictionary() && descriptor.getKey(key).isStream());
    report.expect(embedded, "ISO 14289-1 7.21.4.1", name_ + " is not embedded");
}

/// A set of characters names all that the program has (ISO 14289-1 7.21.4.2).
void FontCheck::check_set(QPDFObjectHandle set, Report& report) const {
    const std::string bits = stream_text(set);
    bool whole = set.isStream();
    for (unsigned code = 1; program_.is_readable() && whole && code <= 0xFFFF; ++code)
        if (program_.width(code)) {
            const std::size_t at = code / 8;
            whole = at < bits.size() &&
                    (static_cast<unsigned char>(bits[at]) >> (7 - code % 8) & 1U) != 0;
        }
    report.expect(whole, "ISO 14289-1 7.21.4.2",
                  "the CIDSet of " + name_ + " leaves out what its program has");
}

/// What codes lead to: a character collection, and for TrueType the glyphs.
void FontCheck::check_codes(QPDFObjectHandle inner, Report& report) const {
    QPDFObjectHandle system = inner.getKey("/CIDSystemInfo");
    report.expect(system.isDictionary() && system.getKey("/Registry").isString() &&
                      system.getKey("/Ordering").isString() &&
                      system.getKey("/Supplement").isInteger(),
                  "ISO 14289-1 7.21.3.1", name_ + " has no CIDSystemInfo");
    report.expect(
        !inner.getKey("/Subtype").isNameAndEquals("/CIDFontType2") || inner.hasKey("/CIDToGIDMap"),
        "ISO 14289-1 7.21.3.2", name_ + " has no CIDToGIDMap");
}

/// The font is embedded, can be read and is of the kind that it is said to be.
void FontCheck::check_program(QPDFObjectHandle inner, QPDFObjectHandle descriptor, Report& report) {
    const auto has = [&](const char* key) {
        return descriptor.isDictionary() && descriptor.getKey(key).isStream();
    };
    const bool embedded = has("/FontFile2") || has("/FontFile3");
    report.expect(embedded, "ISO 14289-1 7.21.4.1", name_ + " is not embedded");
    if (!embedded) return;
    const char* kind = has("/FontFile2") ? "/CIDFontType2" : "/CIDFontType0";
    report.expect(inner.getKey("/Subtype").isNameAndEquals(kind), "ISO 19005-2 6.2.11.2",
                  name_ + " is of another kind than its program");
    program_ = FontProgram(inner);
    report.expect(program_.is_readable(), "ISO 14289-1 7.21.4.1",
                  "the program of " + name_ + " can't be read");
}

/// The dictionaries name the same font, and what they name is all there is.
void FontCheck::check_names(QPDFObjectHandle font, QPDFObjectHandle inner,
                            QPDFObjectHandle descriptor, Report& report) const {
    if (!inner.isDictionary() || !descriptor.isDictionary()) return;
    const bool same =
        font.getKey("/BaseFont").isName() && inner.getKey("/BaseFont").isName() &&
        is_name_of(font.getKey("/BaseFont").getName(), inner.getKey("/BaseFont").getName()) &&
        descriptor.getKey("/FontName").isName() &&
        descriptor.getKey("/FontName").getName() == inner.getKey("/BaseFont").getName();
    report.expect(same, "ISO 19005-2 6.2.11.2", name_ + " has several names");
    for (QPDFObjectHandle one : {font, inner})
        report.expect(one.getKey("/Type").isNameAndEquals("/Font"), "ISO 19005-2 6.2.11.2",
                      name_ + " is not of the type of fonts");
    QPDFObjectHandle program = descriptor.getKey("/FontFile3");
    report.expect(!program.isStream() ||
                      program.getDict().getKey("/Subtype").isNameAndEquals("/CIDFontType0C") ||
                      program.getDict().getKey("/Subtype").isNameAndEquals("/OpenType"),
                  "ISO 19005-2 6.2.11.2", "the program of " + name_ + " is of an unknown kind");
}

void FontCheck::read_text(QPDFObjectHandle font, Report& report) {
    report.expect(font.getKey("/ToUnicode").isStream() || simple_, "ISO 14289-1 7.21.7",
                  name_ + " has no ToUnicode map");
    texts_ = FontTexts(font).texts();
}

/// Both forms of ISO 32000-1 9.7.4.3: `c [w …]` and `first last w`.
void FontCheck::read_widths(QPDFObjectHandle widths) {
    constexpr unsigned last_code = 0xFFFF;
    if (!widths.isArray()) return;
    const std::vector<QPDFObjectHandle> all = widths.getArrayAsVector();
    for (std::size_t i = 0; i + 1 < all.size();) {
        QPDFObjectHandle first = all[i], next = all[i + 1];
        if (!first.isInteger()) return;
        const auto from = static_cast<unsigned>(first.getIntValue());
        if (next.isArray()) {
            unsigned code = from;
            for (QPDFObjectHandle width : next.getArrayAsVector())
                if (width.isNumber()) widths_[code++] = width.getNumericValue();
            i += 2;
            continue;
        }
        if (i + 2 >= all.size() || !next.isInteger()) return;
        QPDFObjectHandle width = all[i + 2];
        const unsigned last = std::min(static_cast<unsigned>(next.getIntValue()), last_code);
        for (unsigned code = from; width.isNumber() && code <= last; ++code)
            widths_[code] = width.getNumericValue();
        i += 3;
    }
}

void FontCheck::check(const ContentCheck::Codes& codes, const std::string& where, Report& report) {
    if (simple_) return;
    report.expect(codes.all.count(0) == 0, "ISO 14289-1 7.21.8", ".notdef is shown" + where);
    for (const unsigned code : codes.without_text)
        report.expect(texts_.count(code) == 0 || !has_private_use(texts_.at(code)),
                      "ISO 19005-2 6.2.11.7.3",
                      "a character for private use has no ActualText" + where);
    for (const unsigned code : codes.all)
        if (checked_.insert(code).second) check_glyph(code, where, report);
}

void FontCheck::check_glyph(unsigned code, const std::string& where, Report& report) const {
    const auto text = texts_.find(code);
    report.expect(text != texts_.end(), "ISO 14289-1 7.21.7",
                  "a code of " + name_ + " has no text" + where);
    report.expect(text == texts_.end() ||
                      (!text->second.empty() && !has_character(text->second, is_no_character)),
                  "ISO 14289-1 7.21.7", name_ + " maps a code to nothing" + where);
    if (!program_.is_readable() || code == 0) return;
    const auto drawn = program_.width(code);
    report.expect(drawn.has_value(), "ISO 14289-1 7.21.4.1",
                  "the program of " + name_ + " lacks a glyph" + where);
    if (!drawn) return;
    const auto given = widths_.find(code);
    const double width = given == widths_.end() ? default_width_ : given->second;
    report.expect(std::abs(width - *drawn) <= 1.0, "ISO 14289-1 7.21.5",
                  "the width of a glyph of " + name_ + " differs from its program" + where);
}

}  // namespace triptych::verify
