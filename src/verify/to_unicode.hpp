#pragma once

#include <cstddef>
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
    /// By code.
    const std::map<unsigned, std::string>& texts() const { return texts_; }
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
/// Whether UTF-8 text has one of these characters.
template <typename Is>
bool has_character(std::string_view text, Is is) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        char32_t c = lead & (more == 3 ? 0x07U : more == 2 ? 0x0FU : more == 1 ? 0x1FU : 0x7FU);
        for (std::size_t i = 1; i <= more && at + i < text.size(); ++i)
            c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        at += more;
        if (is(c)) return true;
    }
    return false;
}
/// Whether UTF-8 text has a character of the private use areas.
inline bool has_private_use(std::string_view text) {
    return has_character(text, [](char32_t c) {
        return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
    });
}

}  // namespace triptych::verify
