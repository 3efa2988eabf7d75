#include "verify/font_rules.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace triptych::verify {

namespace {

/// The numbers of a `<hex>` token, two bytes each.
std::vector<unsigned> units(const std::string& hex) {
    std::vector<unsigned> out;
    for (std::size_t i = 0; i + 3 < hex.size(); i += 4)
        out.push_back(static_cast<unsigned>(std::stoul(hex.substr(i, 4), nullptr, 16)));
    return out;
}

/// Units of text for private use: the first plane's, and leading halves of planes 15 and 16.
bool is_private(unsigned unit) {
    return (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
}

/// The entries of the `bfchar` blocks of a ToUnicode map.
class UnicodeMap {
public:
    explicit UnicodeMap(const std::string& map) {
        for (std::size_t at = map.find("beginbfchar"); at != std::string::npos;
             at = map.find("beginbfchar", at + 1)) {
            const std::size_t end = std::min(map.find("endbfchar", at), map.size());
            read(map.substr(at, end - at));
        }
    }
    std::set<unsigned> codes, private_codes;
    bool sound = true;  ///< no code means nothing, U+FEFF or U+FFFE

private:
    void read(const std::string& block) {
        std::vector<std::string> tokens;
        for (std::size_t at = block.find('<'); at != std::string::npos; at = block.find('<', at)) {
            const std::size_t end = block.find('>', at);
            if (end == std::string::npos) break;
            tokens.push_back(block.substr(at + 1, end - at - 1));
            at = end;
        }
        for (std::size_t i = 0; i + 1 < tokens.size(); i += 2) {
            const auto code = units(tokens[i]), text = units(tokens[i + 1]);
            if (code.size() != 1) continue;
            codes.insert(code[0]);
            if (std::any_of(text.begin(), text.end(), is_private)) private_codes.insert(code[0]);
            sound = sound && !text.empty();
            for (const unsigned unit : text)
                sound = sound && unit != 0 && unit != 0xFEFF && unit != 0xFFFE;
        }
    }
};

}  // namespace

namespace {

bool is_simple(QPDFObjectHandle font) {
    if (!font.isDictionary()) return false;
    for (const char* kind : {"/Type1", "/MMType1", "/TrueType", "/Type3"})
        if (font.getKey("/Subtype").isNameAndEquals(kind)) return true;
    return false;
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
    report.expect(font.getKey("/Encoding").isNameAndEquals("/Identity-H") ||
                      font.getKey("/Encoding").isNameAndEquals("/Identity-V"),
                  "ISO 14289-1 7.21.3.1", name_ + " has an encoding of its own");
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
    read_text(font.getKey("/ToUnicode"), report);
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

void FontCheck::read_text(QPDFObjectHandle unicode, Report& report) {
    report.expect(unicode.isStream(), "ISO 14289-1 7.21.7", name_ + " has no ToUnicode map");
    UnicodeMap map(stream_text(unicode));
    report.expect(map.sound, "ISO 14289-1 7.21.7", name_ + " maps a code to nothing");
    codes_ = std::move(map.codes);
    private_codes_ = std::move(map.private_codes);
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
        report.expect(private_codes_.count(code) == 0, "ISO 19005-2 6.2.11.7.3",
                      "a character for private use has no ActualText" + where);
    for (const unsigned code : codes.all)
        if (checked_.insert(code).second) check_glyph(code, where, report);
}

void FontCheck::check_glyph(unsigned code, const std::string& where, Report& report) const {
    report.expect(codes_.count(code) != 0, "ISO 14289-1 7.21.7",
                  "a code of " + name_ + " has no text" + where);
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
