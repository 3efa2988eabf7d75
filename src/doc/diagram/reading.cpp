#include "doc/diagram/reading.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace triptych::doc::diagram {
namespace {

/// `<br/>` is a space, other elements are nothing.
std::string without_elements(std::string_view text) {
    std::string plain;
    const std::size_t last = text.rfind('>');
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool opens = text[at] == '<' && at + 1 < text.size() && last != text.npos &&
                           at < last && (ascii::is_letter(text[at + 1]) || text[at + 1] == '/');
        if (!opens) {
            plain += text[at];
            continue;
        }
        if (text.substr(at).starts_with("<br") || text.substr(at).starts_with("</t")) plain += ' ';
        at = text.find('>', at);
    }
    return plain;
}

}  // namespace

std::string plain_label(std::string_view written) {
    written = text::trim(written);
    for (const char quote : {'"', '\'', '`'})
        if (written.size() >= 2 && written.front() == quote && written.back() == quote)
            written = text::trim(written.substr(1, written.size() - 2));
    std::string plain = without_elements(written);
    for (const char* mark : {"\\n", "\\l", "\\r"}) plain = text::replace_all(plain, mark, " ");
    for (const auto& [entity, sign] : {std::pair{"#quot;", "\""},
                                       {"&quot;", "\""},
                                       {"&lt;", "<"},
                                       {"&gt;", ">"},
                                       {"&amp;", "&"},
                                       {"\\\"", "\""},
                                       {"**", ""}})
        plain = text::replace_all(plain, entity, sign);
    return text::collapse_spaces(plain);
}

void Rest::skip_spaces() {
    while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\t')) skip(1);
}

bool Rest::take(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    skip(expected.size());
    return true;
}

std::optional<std::string_view> Rest::take_until(std::string_view end) {
    const std::size_t at = text_.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view taken = text_.substr(0, at);
    skip(at + end.size());
    return taken;
}

bool is_name(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '_' || (c & '\x80') != 0;
}

}  // namespace triptych::doc::diagram
