#include "verify/claims.hpp"

#include <vector>

namespace triptych::verify {

namespace {

/// The value of a property, written as element or as attribute.
std::string claimed_value(std::string_view packet, const std::string& name) {
    for (std::size_t at = packet.find(name); at != std::string_view::npos;
         at = packet.find(name, at + 1)) {
        std::string_view rest = packet.substr(at + name.size());
        char end = 0;
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == '=')) rest.remove_prefix(1);
        if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) end = rest.front();
        if (!rest.empty() && rest.front() == '>') end = '<';
        if (end == 0) continue;
        std::string value;
        for (const char c : rest.substr(1)) {
            if (c == end || value.size() > 20) break;
            if (c > ' ') value += c;
        }
        return value;
    }
    return {};
}

bool mentions(std::string_view packet, std::string_view text) {
    return packet.find(text) != std::string_view::npos;
}

}  // namespace

Claims claims_of(std::string_view packet) {
    Claims out;
    out.accessible = claimed_value(packet, "pdfuaid:part");
    out.archive = claimed_value(packet, "pdfaid:part");
    if (!out.archive.empty()) out.level = claimed_value(packet, "pdfaid:conformance");
    out.print = claimed_value(packet, "pdfxid:GTS_PDFXVersion");
    out.reusable = mentions(packet, "declarations/wtpdf#reuse1.0");
    out.well_tagged = out.reusable || mentions(packet, "declarations/wtpdf#accessibility1.0");
    return out;
}

std::string words_of(const Claims& claims) {
    std::vector<std::string> all;
    if (!claims.accessible.empty()) all.push_back("PDF/UA-" + claims.accessible);
    if (!claims.archive.empty()) {
        std::string level;
        for (const char c : claims.level)
            level += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        all.push_back("PDF/A-" + claims.archive + level);
    }
    if (!claims.print.empty()) all.push_back(claims.print);
    if (claims.well_tagged) all.push_back("WTPDF 1.0");
    if (all.empty()) return "no standard";
    std::string out;
    for (const auto& one : all) out += (out.empty() ? "" : ", ") + one;
    return out;
}

}  // namespace triptych::verify
