#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "epub/write.hpp"
#include "pages/pages.hpp"
#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// What making one panel gives.
struct PanelResult {
    std::vector<Output> outputs;
    std::vector<Parity> parity;
    Diagnostics diagnostics;
};

std::string booklet_name(const Request& request, const doc::Book& book);
/// What the name of a deck's slides ends in; in HTML they may be a page in a folder.
std::string slides_ending(Panel panel, const Request& request);

/// The files of the e-book, whose cover is a picture of the booklet's.
epub::Epub ebook_files(const Request& request, const Loaded& loaded, const pages::Page& cover,
                       epub::Pagination pagination, Diagnostics& diagnostics);

/// The panels asked for, written side by side; in the order of panels, and of decks in each. The
/// pages that are written are taken out of the layouts.
std::vector<PanelResult> write_outputs(const Request& request, const Loaded& loaded,
                                       Layouts& layouts);

}  // namespace triptych::pipeline
