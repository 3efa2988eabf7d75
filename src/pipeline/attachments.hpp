#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "pdf/attached_file.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// What the booklet of a request carries beside what its own formulas and tables have: the files of
/// the book that its pages were read from, and the e-book, whose bytes may be none.
std::vector<pdf::AttachedFile> booklet_attachments(const Request& request, const Loaded& loaded,
                                                   const Output* ebook);

}  // namespace triptych::pipeline
