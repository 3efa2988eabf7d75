#pragma once

#include <cstddef>
#include <string>

#include <triptych/message.hpp>

namespace triptych {

/// How many links of a book lead where.
struct LinkCounts {
    std::size_t pages = 0;      ///< whole pages of the book
    std::size_t elements = 0;   ///< headings and other places in its pages
    std::size_t addresses = 0;  ///< the web and other places outside, but mail
    std::size_t mails = 0;
    std::size_t files = 0;  ///< files of the book that are no pages
    std::size_t dead = 0;   ///< nowhere; shown as plain text

    friend bool operator==(const LinkCounts&, const LinkCounts&) = default;
};

/// One line: "163 to pages, 24 to places in pages, 264 to addresses, 5 by mail, …".
std::string to_text(const LinkCounts& counts, MessageLanguage language = MessageLanguage::english);

}  // namespace triptych
