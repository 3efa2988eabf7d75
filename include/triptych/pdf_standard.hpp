#pragma once

#include <cstdint>

namespace triptych {

/// What the PDFs that are read on a screen conform to.
enum class PdfStandard : std::uint8_t {
    ua1,  ///< PDF 1.7: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
    ua2,  ///< PDF 2.0: PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4), Well-Tagged PDF 1.0
};

/// What such a PDF carries as files inside of it.
enum class Attachment : std::uint8_t {
    source,  ///< the Markdown of its pages, and the files that say how the book is read
    tables,  ///< each table as CSV
    epub,    ///< the e-book, where it is made, too; in the booklet only
};

}  // namespace triptych
