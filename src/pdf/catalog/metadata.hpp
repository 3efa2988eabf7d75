#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pages/pages.hpp"
#include "pdf/catalog/conformance.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// What is said of a document, in texts that the information dictionary and XML hold alike: on one
/// line, without characters that XML 1.0 §2.2 forbids, of a bounded length.
pages::Information sound(pages::Information information);
/// Never empty: what the window bar and the metadata call the document.
std::string title_of(const pages::Pages& pages);
/// The language of the document as a language tag; `und` when it has none that is well formed.
std::string language_of(const pages::Information& information);

/// The document information dictionary (ISO 32000-1 §14.3.3). `pages.information` is sound, here
/// and below.
object::Ref write_information(object::Document& document, const pages::Pages& pages,
                              Conformance conformance);
/// The XMP packet (ISO 16684-1): Dublin Core and what the file keeps, PDF/UA with the extension
/// schema that PDF/A asks for (ISO 19005-2 §6.6.2.3).
std::string xmp_packet(const pages::Pages& pages, Conformance conformance);
/// The metadata stream, not compressed so that any program finds it.
object::Ref write_metadata(object::Document& document, const pages::Pages& pages,
                           Conformance conformance);
/// The sRGB profile.
object::Ref write_rgb_profile(object::Document& document);
/// The output intent of PDF/A (ISO 19005-2 §6.2.3), for colours of `profile`.
object::Ref write_output_intent(object::Document& document, object::Ref profile);
/// The output intent of PDF/X with its profile; nothing without one.
std::optional<object::Ref> write_output_intent(object::Document& document, const Press& press);

/// `D:20260131235959Z` (ISO 32000-1 §7.9.4).
std::string pdf_date(std::int64_t seconds);
/// `2026-01-31T23:59:59Z`.
std::string xmp_date(std::int64_t seconds);

}  // namespace triptych::pdf
