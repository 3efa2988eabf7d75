#include "verify/to_unicode.hpp"

#include <vector>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

/// Codes that one range may name, which bounds the work.
constexpr unsigned longest_range = 65536;
constexpr std::size_t most_texts = 200'000;

/// A piece of a CMap: a string in hexadecimal digits as bytes, or a word.
struct Token {
    bool is_string = false;
    std::string text;
};

class Tokens {
public:
    explicit Tokens(std::string_view map) : map_(map) {}

    /// An empty word at the end.
    Token next() {
        while (at_ < map_.size() && static_cast<unsigned char>(map_[at_]) <= ' ') ++at_;
        if (at_ >= map_.size()) return {};
        if (map_[at_] == '%') {
            while (at_ < map_.size() && map_[at_] != '\n' && map_[at_] != '\r') ++at_;
            return next();
        }
        if (map_[at_] == '<' && at_ + 1 < map_.size() && map_[at_ + 1] != '<') return string();
        if (std::string_view("[]<>").find(map_[at_]) != std::string_view::npos)
            return {false, std::string(1, map_[at_++])};
        const std::size_t from = at_;
        while (at_ < map_.size() && static_cast<unsigned char>(map_[at_]) > ' ' &&
               std::string_view("[]<>%").find(map_[at_]) == std::string_view::npos)
            ++at_;
        return {false, std::string(map_.substr(from, at_ - from))};
    }

private:
    Token string() {
        Token out{true, {}};
        int high = -1;
        for (++at_; at_ < map_.size() && map_[at_] != '>'; ++at_) {
            const char c = map_[at_];
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                     : -1;
            if (digit < 0) continue;
            if (high < 0) {
                high = digit;
            } else {
                out.text += static_cast<char>(high << 4 | digit);
                high = -1;
            }
        }
        ++at_;
        return out;
    }

    std::string_view map_;
    std::size_t at_ = 0;
};

unsigned number(const std::string& bytes) {
    unsigned out = 0;
    for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

std::string from_utf16(const std::string& bytes) {
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = number(bytes.substr(i, 2));
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            c = 0x10000 + ((c - 0xD800) << 10) + (number(bytes.substr(i + 2, 2)) - 0xDC00);
            i += 2;
        }
        append_utf8(out, c);
    }
    return out;
}

/// The text of the `step`th code of a range: its last character counts up.
std::string counted(const std::string& utf16, unsigned step) {
    std::string bytes = utf16;
    if (bytes.size() < 2) return {};
    const unsigned last = number(bytes.substr(bytes.size() - 2)) + step;
    bytes[bytes.size() - 2] = static_cast<char>(last >> 8);
    bytes[bytes.size() - 1] = static_cast<char>(last);
    return from_utf16(bytes);
}

/// The upper half of Windows code page 1252, 0x80 to 0x9F.
constexpr char32_t windows[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(leads[more] | static_cast<unsigned char>(c >> (6 * more)));
    for (int i = more; i-- > 0;) out += static_cast<char>(0x80 | (c >> (6 * i) & 0x3F));
}

FontTexts::FontTexts(QPDFObjectHandle font) {
    if (!font.isDictionary()) return;
    if (font.getKey("/Subtype").isNameAndEquals("/Type0")) code_bytes_ = 2;
    if (code_bytes_ == 1) read_encoding(font);
    if (font.getKey("/ToUnicode").isStream()) read_map(stream_text(font.getKey("/ToUnicode")));
    for (const auto& [code, text] : texts_) has_space_ = has_space_ || text == " ";
}

/// Of fonts without a map: letters as Windows has them, and names such as `/uni00E9`.
void FontTexts::read_encoding(QPDFObjectHandle font) {
    for (unsigned code = 0x20; code < 0x100; ++code) {
        const char32_t c = code >= 0x80 && code < 0xA0 ? windows[code - 0x80] : code;
        if (c != 0) append_utf8(texts_[code], c);
    }
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    QPDFObjectHandle names =
        encoding.isDictionary() ? encoding.getKey("/Differences") : QPDFObjectHandle::newNull();
    unsigned code = 0;
    for (int i = 0; names.isArray() && i < names.getArrayNItems(); ++i) {
        QPDFObjectHandle item = names.getArrayItem(i);
        if (item.isInteger()) {
            code = static_cast<unsigned>(item.getIntValueAsInt());
        } else if (item.isName()) {
            const std::string name = item.getName();
            std::string& text = texts_[code++];
            if (name.size() == 2) text = name.substr(1);
            if (name == "/space") text = " ";
            if (starts_with(name, "/uni") && name.size() == 8) {
                text.clear();
                append_utf8(text,
                            static_cast<char32_t>(std::strtoul(name.c_str() + 4, nullptr, 16)));
            }
        }
    }
}

void FontTexts::read_map(const std::string& map) {
    Tokens tokens(map);
    enum class In { nothing, characters, ranges } in{};
    for (Token token = tokens.next(); token.is_string || !token.text.empty();
         token = tokens.next()) {
        if (!token.is_string) {
            if (token.text == "beginbfchar") in = In::characters;
            if (token.text == "beginbfrange") in = In::ranges;
            if (starts_with(token.text, "endbf")) in = In::nothing;
            continue;
        }
        if (in == In::nothing || texts_.size() > most_texts) continue;
        const unsigned first = number(token.text);
        if (in == In::characters) {
            texts_[first] = from_utf16(tokens.next().text);
            continue;
        }
        const unsigned last = std::min(number(tokens.next().text), first + longest_range);
        Token to = tokens.next();
        if (to.is_string) {
            for (unsigned code = first; code <= last; ++code)
                texts_[code] = counted(to.text, code - first);
            continue;
        }
        unsigned code = first;
        for (to = tokens.next(); to.is_string; to = tokens.next())
            texts_[code++] = from_utf16(to.text);
    }
}

std::string FontTexts::text_of(std::string_view codes) const {
    std::string out;
    for (std::size_t at = 0; at + code_bytes_ <= codes.size(); at += code_bytes_) {
        const auto found = texts_.find(number(std::string(codes.substr(at, code_bytes_))));
        if (found != texts_.end()) out += found->second;
    }
    return out;
}

}  // namespace triptych::verify
