#pragma once

#include <map>
#include <string>
#include <string_view>

#include <qpdf/QPDFObjectHandle.hh>

namespace triptych::verify {

/// What the codes of a font stand for, in UTF-8 (ISO 32000-1 9.10).
class FontTexts {
public:
    explicit FontTexts(QPDFObjectHandle font);

    /// The text of a string that is shown.
    std::string text_of(std::string_view codes) const;
    /// Whether one of the codes is a space, so that spaces are not only gaps.
    bool has_space() const { return has_space_; }

private:
    void read_map(const std::string& map);
    void read_encoding(QPDFObjectHandle font);

    std::size_t code_bytes_ = 1;
    bool has_space_ = false;
    std::map<unsigned, std::string> texts_;
};

/// A code point as UTF-8.
void append_utf8(std::string& out, char32_t c);

}  // namespace triptych::verify
