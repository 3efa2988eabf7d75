#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "pdf/attached_file.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// What a PDF of a request carries beside what its own formulas and tables have: the files of the
/// book that pages were read from, those `shown` by index; none: all.
std::vector<pdf::AttachedFile> source_attachments(const Request& request, const Loaded& loaded,
                                                  const std::vector<bool>& shown);
/// Those of the whole book, and the e-book, which has the booklet's words and no deck's, whose
/// bytes may be none.
std::vector<pdf::AttachedFile> booklet_attachments(const Request& request, const Loaded& loaded,
                                                   const Output* ebook);

}  // namespace triptych::pipeline
