#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace triptych {

/// A rule that a finished e-book or presentation breaks.
struct Violation {
    std::string clause;   ///< for example `EPUB 3.3 5.3.1`
    std::string message;  ///< what is wrong and where, one sentence without final stop
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

/// What the module `triptych-verify.so` exports: it reads a finished PDF back and holds it against
/// the standards that it claims: PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2), or PDF/UA-2 (ISO
/// 14289-2) and PDF/A-4 (ISO 19005-4); and it makes HTML of what its tags say. A module of its own,
/// since the library it reads PDF with takes longer to load than a small book takes to build.
extern "C" {

/// Called with a text, which lives for the call.
using TriptychVerifyText = void (*)(void* sink, const char* text, std::size_t size);
/// Called for every violation; the texts live for the call.
using TriptychVerifyReport = void (*)(void* sink, const char* clause, const char* message);
/// The type of `triptych_verify`: first `claims` is called with the standards that the file names.
/// Never throws; a file that can't be read is a violation, too.
using TriptychVerify = void (*)(const char* bytes, std::size_t size, TriptychVerifyText claims,
                                TriptychVerifyReport report, void* sink);
/// The type of `triptych_derive`: the HTML goes to `html`, unless there is no tagged PDF to read.
using TriptychDerive = void (*)(const char* bytes, std::size_t size, TriptychVerifyText html,
                                void* sink);
}
