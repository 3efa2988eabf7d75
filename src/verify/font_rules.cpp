#include <algorithm>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// The numbers of a `<hex>` token, two bytes each.
std::vector<unsigned> units(const std::string& hex) {
    std::vector<unsigned> out;
    for (std::size_t i = 0; i + 3 < hex.size(); i += 4)
        out.push_back(static_cast<unsigned>(std::stoul(hex.substr(i, 4), nullptr, 16)));
    return out;
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
    std::set<unsigned> codes;
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
            if (code.size() == 1) codes.insert(code[0]);
            sound = sound && !text.empty();
            for (const unsigned unit : text)
                sound = sound && unit != 0 && unit != 0xFEFF && unit != 0xFFFE;
        }
    }
};

}  // namespace

std::set<unsigned> check_font(QPDFObjectHandle font, const std::string& name, Report& report) {
    const bool composite = font.isDictionary() &&
                           font.getKey("/Subtype").isNameAndEquals("/Type0") &&
                           font.getKey("/DescendantFonts").isArray() &&
                           font.getKey("/DescendantFonts").getArrayNItems() == 1;
    report.expect(composite, "ISO 32000-1 9.7", name + " is no composite font");
    if (!composite) return {};
    QPDFObjectHandle inner = font.getKey("/DescendantFonts").getArrayItem(0);
    QPDFObjectHandle descriptor = inner.getKey("/FontDescriptor");
    const bool embedded =
        descriptor.isDictionary() &&
        (descriptor.getKey("/FontFile2").isStream() || descriptor.getKey("/FontFile3").isStream());
    report.expect(embedded, "ISO 14289-1 7.21.4.1", name + " is not embedded");
    report.expect(
        !inner.getKey("/Subtype").isNameAndEquals("/CIDFontType2") || inner.hasKey("/CIDToGIDMap"),
        "ISO 14289-1 7.21.3.2", name + " has no CIDToGIDMap");
    QPDFObjectHandle unicode = font.getKey("/ToUnicode");
    report.expect(unicode.isStream(), "ISO 14289-1 7.21.7", name + " has no ToUnicode map");
    if (!unicode.isStream()) return {};
    const auto data = unicode.getStreamData(qpdf_dl_generalized);
    const UnicodeMap map({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
    report.expect(map.sound, "ISO 14289-1 7.21.7", name + " maps a code to nothing");
    return map.codes;
}

}  // namespace triptych::verify
