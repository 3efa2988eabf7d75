#pragma once

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

/// Repairs of structure that every output needs alike; the look stays as the author made it.
namespace triptych::doc {

/// Gives every heading a structure level without jumps: the page's title is level 1, the headings
/// of its body start at 2 and go down one at a time, at most to 6 (PDF/UA-1 §7.4.2, WCAG 1.3.1).
/// `Heading::written_level` is left alone. Reports `heading_jump` where the author skipped a level
/// below a heading of the same page, and `empty_heading` where a heading has no text.
void compress_heading_levels(Book& book, Diagnostics& diagnostics);

/// Finds the paragraphs that stand for something else: a short one that is bold as a whole is a
/// `bold_heading`, one that ends in ":" before a list, code, table, figure, callout or the like is
/// a `lead_in`. Roles already given are kept.
void mark_paragraph_roles(Book& book);

}  // namespace triptych::doc
