#include "gitbook/syntax/entities.hpp"

#include <cmark-gfm/houdini.h>

#include "gitbook/syntax/markdown_tree.hpp"

namespace triptych::gitbook {

std::string decode_entities(std::string_view text) {
    if (text.find('&') == std::string_view::npos) return std::string(text);
    cmark_strbuf buffer;
    cmark_strbuf_init(cmark_memory(), &buffer, 0);
    houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                            static_cast<bufsize_t>(text.size()));
    std::string decoded(reinterpret_cast<const char*>(buffer.ptr),
                        static_cast<std::size_t>(buffer.size));
    cmark_strbuf_free(&buffer);
    return decoded;
}

}  // namespace triptych::gitbook
