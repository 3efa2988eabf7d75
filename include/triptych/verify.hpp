#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/message.hpp>
#include <triptych/verify_module.hpp>

namespace triptych {

/// A rule that a finished e-book or presentation breaks.
struct Violation {
    std::string clause;  ///< for example `EPUB 3.3 5.3.1`
    Message message;     ///< what is wrong and where, one sentence without final stop
};

/// Reads a finished EPUB back: archive, package, spine, documents, links, navigation, page list and
/// accessibility metadata (EPUB 3.3, EPUB Accessibility 1.1). Empty when nothing was found. Never
/// throws; at most 200 violations are listed.
std::vector<Violation> verify_epub(std::string_view file);

/// Reads a finished PPTX back: package, content types, relationships, masters and layouts, ids,
/// placeholders, titles, alternatives, languages, links, notes, sections (ISO/IEC 29500, WCAG 2.1).
/// Empty when nothing was found. Never throws; at most 200 violations are listed.
std::vector<Violation> verify_pptx(std::string_view file);

/// Reads finished slides in HTML back: nothing that acts but what the page's own policy knows by
/// its hash, nothing from elsewhere, ids, names, alternatives, languages, links (CSP 3, WCAG 2.1).
/// Empty when nothing was found. Never throws; at most 200 violations are listed.
/// `beside` are the names of the files in its folder, of which it may show pictures and which hold
/// nothing else; none: it needs no other file.
std::vector<Violation> verify_html(std::string_view file,
                                   const std::vector<std::string>& beside = {});

}  // namespace triptych
