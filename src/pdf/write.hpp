#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/pdf_standard.hpp>

#include "base/parallel.hpp"
#include "font/library.hpp"
#include "image/store.hpp"
#include "pages/neighbours.hpp"
#include "pages/pages.hpp"
#include "pdf/attached_file.hpp"
#include "pdf/packing.hpp"
#include "pdf/press.hpp"

namespace triptych::pdf {

struct Options {
    Packing packing{};
    Threads& threads = calling_thread();
    double picture_ppi = 300;           ///< pictures are scaled down to this
    bool colour_emoji = false;          ///< pictures are drawn for emoji, but on sheets for paper
    std::optional<Press> press{};       ///< of sheets for a print shop whose black is an ink
    PdfStandard standard{};             ///< of what is not for paper
    std::vector<AttachedFile> files{};  ///< inside of it; by PDF/UA-2 only
    const pages::Neighbours& neighbours = pages::no_neighbours();  ///< which links may lead to
    std::string lexicon{};  ///< how words are spoken, in PLS 1.0; by PDF/UA-2 only
};

/// What has to be made of the pictures of `pages`; `write` asks the store for each of it once.
std::vector<image::Wish> picture_wishes(const pages::Pages& pages, const image::Store& images,
                                        const Options& options);

/// A tagged PDF 1.7 of `pages`, laid out for PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or
/// PDF 2.0 for PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4) and Well-Tagged PDF 1.0.
/// Sheets for paper are not tagged and conform to PDF/A-2b only, or, for a press, to PDF/X-4 (ISO
/// 15930-7) where they have a date and a profile; what lacks one is reported. Deterministic: the
/// file's ID is a hash of its content. Pages are dropped as they are written. Empty on failure,
/// with a diagnostic.
std::string write(pages::Pages pages, const font::Library& fonts, const image::Store& images,
                  const Options& options, Diagnostics& diagnostics);

}  // namespace triptych::pdf
