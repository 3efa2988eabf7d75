#include "base/json.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace triptych {

namespace {

void append_escaped(std::string& out, char byte) {
    switch (byte) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            break;
    }
    if (static_cast<unsigned char>(byte) < 0x20)
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
    else
        out += byte;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text::repair_utf8(text)) append_escaped(out, byte);
    return out + '"';
}

}  // namespace triptych
