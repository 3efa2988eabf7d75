#pragma once

#include <cstdint>
#include <string>

#include "pages/pages.hpp"
#include "pdf/object/document.hpp"

namespace triptych::pdf {

/// Never empty: what the window bar and the metadata call the document.
std::string title_of(const pages::Pages& pages);
/// The language of the document as a language tag; `und` when it has none that is well formed.
std::string language_of(const pages::Information& information);

/// The document information dictionary (ISO 32000-1 §14.3.3).
object::Ref write_information(object::Document& document, const pages::Pages& pages);
/// The XMP packet (ISO 16684-1): Dublin Core, PDF/UA-1 and PDF/A-2a identification with the
/// extension schema that PDF/A asks for (ISO 19005-2 §6.6.2.3); sheets for paper: PDF/A-2b only.
std::string xmp_packet(const pages::Pages& pages);
/// The metadata stream, not compressed so that any program finds it.
object::Ref write_metadata(object::Document& document, const pages::Pages& pages);
/// The output intent of PDF/A with its profile (ISO 19005-2 §6.2.3).
object::Ref write_output_intent(object::Document& document);

/// `D:20260131235959Z` (ISO 32000-1 §7.9.4).
std::string pdf_date(std::int64_t seconds);
/// `2026-01-31T23:59:59Z`.
std::string xmp_date(std::int64_t seconds);

}  // namespace triptych::pdf
