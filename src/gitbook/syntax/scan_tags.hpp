#pragma once

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/scanned_text.hpp"

/// What must be taken out of a page before CommonMark sees it: tags alone on their line would be
/// lazy continuations of the paragraph above, and a formula's `_` would be emphasis. Each is
/// replaced by a placeholder that the block or inline parser hands on untouched.
namespace triptych::gitbook {

/// Scans `source`, a page or what a pre-pass made of one, in time linear in its length.
ScannedText scan_tags(const MappedText& source, const ScanOptions& options,
                      Diagnostics& diagnostics);

}  // namespace triptych::gitbook
