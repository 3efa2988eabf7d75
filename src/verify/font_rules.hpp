#pragma once

#include <map>
#include <set>
#include <string>

#include "verify/content_rules.hpp"
#include "verify/font_program.hpp"
#include "verify/to_unicode.hpp"

namespace triptych::verify {

/// A font of the resources: embedded, with a map to Unicode.
class FontCheck {
public:
    FontCheck(QPDFObjectHandle font, std::string name, Report& report);

    /// Holds codes that a page shows against the font: text, glyph and width.
    void check(const ContentCheck::Codes& codes, const std::string& where, Report& report);

private:
    void check_names(QPDFObjectHandle font, QPDFObjectHandle inner, QPDFObjectHandle descriptor,
                     Report& report) const;
    void check_simple(QPDFObjectHandle font, Report& report);
    void check_set(QPDFObjectHandle set, Report& report) const;
    void check_codes(QPDFObjectHandle inner, Report& report) const;
    void check_program(QPDFObjectHandle inner, QPDFObjectHandle descriptor, Report& report);
    void read_text(QPDFObjectHandle font, Report& report);
    void read_widths(QPDFObjectHandle widths);
    void check_glyph(unsigned code, const std::string& where, Report& report) const;

    std::string name_;
    bool simple_ = false;  ///< its codes are not followed to its glyphs
    std::map<unsigned, std::string> texts_;
    std::map<unsigned, double> widths_;
    double default_width_ = 1000;
    FontProgram program_;
    std::set<unsigned> checked_;
};

}  // namespace triptych::verify
